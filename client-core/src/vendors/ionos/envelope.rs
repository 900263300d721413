//! The API's error envelope, message by message, and which field of a form each is about. Reference: schemas
//! `Error` and `ErrorMessage`.

use serde::Deserialize;

use crate::decode::lenient;
use crate::error::Error;

/// `Error`: `{"httpStatus": 422, "messages": [{"errorCode", "message"}]}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Envelope {
    /// "HTTP status code of the operation."
    #[serde(deserialize_with = "lenient::option")]
    pub http_status: Option<i64>,
    /// What is wrong, one by one.
    pub messages: Vec<Message>,
}

/// `ErrorMessage`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Message {
    /// "Application internal error code."
    #[serde(deserialize_with = "lenient::or_default")]
    pub error_code: String,
    /// "A human-readable message."
    #[serde(deserialize_with = "lenient::or_default")]
    pub message: String,
}

/// A refusal, sorted by the fields of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByField {
    /// A field as the API spells it, and the vendor's message about it.
    pub fields: Vec<(&'static str, String)>,
    /// The messages that are about none of them.
    pub others: Vec<String>,
}

impl Envelope {
    /// That of an error, where its body is one.
    pub fn of(error: &Error) -> Option<Envelope> {
        let envelope: Envelope = serde_json::from_slice(&error.answer()?.body).ok()?;
        (!envelope.messages.is_empty()).then_some(envelope)
    }

    /// Sorts the messages by these fields.
    pub fn by_field(&self, fields: &[&'static str]) -> ByField {
        let mut sorted = ByField::default();
        for Message { message, .. } in &self.messages {
            match fields.iter().find(|field| is_about(message, field)) {
                Some(field) => sorted.fields.push((field, without_place(message).to_owned())),
                None => sorted.others.push(message.clone()),
            }
        }
        sorted
    }
}

/// `[(root).properties.name] …` names the field; else a field in quotes does.
fn is_about(message: &str, field: &str) -> bool {
    match place(message) {
        Some((place, _)) => place.rsplit('.').next() == Some(field),
        None => ["'", "\"", "`"].iter().any(|quote| message.contains(&format!("{quote}{field}{quote}"))),
    }
}

/// What stands in brackets at the beginning, and what follows.
fn place(message: &str) -> Option<(&str, &str)> {
    let (place, rest) = message.trim().strip_prefix('[')?.split_once(']')?;
    place.starts_with("(root)").then_some((place, rest.trim()))
}

fn without_place(message: &str) -> &str {
    place(message).map_or(message, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_find_their_fields() {
        let text = r#"{"httpStatus":422,"messages":[
            {"errorCode":"121","message":"[(root).properties.name] 'a b' must consist of alphanumeric characters only"},
            {"errorCode":"121","message":"[(root).email] no address"},
            {"errorCode":"121","message":"Attribute 'password' is required"},
            {"errorCode":"121","message":"[(root).properties.color] 'name' it better"},
            {"errorCode":"121","message":"[VDC-14-1] quota exceeded"}, {"message":"busy"}]}"#;
        let envelope: Envelope = serde_json::from_str(text).unwrap();
        let sorted = envelope.by_field(&["name", "email", "password"]);
        let fields: Vec<_> =
            sorted.fields.iter().map(|(field, message)| (*field, message.as_str())).collect();
        assert_eq!(
            fields,
            [
                ("name", "'a b' must consist of alphanumeric characters only"),
                ("email", "no address"),
                ("password", "Attribute 'password' is required"),
            ]
        );
        assert_eq!(sorted.others.len(), 3);
    }
}
