//! A write as a journal keeps it: what was there, what was sent, what came of it. No password is in it.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::about::{About, Action};
use super::outcome::Ending;
use crate::error::Error;
use crate::request::Request;
use crate::secret::Secret;

/// An object that writes are about.
pub trait Recorded {
    /// What of it a write can change, as JSON.
    fn record(&self) -> String;
}

/// A request as the journal keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// The contract's operation id.
    pub operation: String,
    /// The request method.
    pub method: String,
    /// The path below the vendor's base URL, and the query.
    pub path: String,
    /// The body, where it is JSON.
    pub body: Option<String>,
}

/// A write as the journal keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What was done.
    pub action: Action,
    /// The kind of object.
    pub kind: String,
    /// The object's id.
    pub id: Option<String>,
    /// What people call it.
    pub name: Option<String>,
    /// The object as it was read right before; `None` where it was not read.
    pub before: Option<String>,
    /// What was sent.
    pub request: Sent,
    /// The object as it was heard of last.
    pub after: Option<String>,
    /// How it ended.
    pub ending: Ending,
    /// The server did something else than was meant.
    pub differs: bool,
    /// What the server said against it.
    pub said: Option<String>,
    /// The server's own number of the request.
    pub correlation_id: Option<String>,
}

/// A write in a journal: who, when, and on which connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number, unique within the journal.
    pub number: u32,
    /// When it ended: milliseconds since 1970, UTC.
    pub at_ms: i64,
    /// The connection's id.
    pub connection: String,
    /// Who was signed in, where that is known.
    pub who: Option<String>,
    /// The write.
    #[serde(flatten)]
    pub record: Record,
}

/// What stands where a secret was.
const HIDDEN: &str = "***";

/// Headers that number a request, in lower case.
const CORRELATION: [&str; 4] = ["x-correlation-id", "x-request-id", "x-requestid", "request-id"];

/// What is told of a write while it is on its way. The secrets that it holds are dropped with it.
#[derive(Default)]
pub(super) struct Draft {
    sent: Sent,
    secrets: Vec<Secret>,
    before: Option<String>,
}

/// How a write ended, as far as the journal is told.
pub(super) struct End<'a> {
    pub about: About,
    pub after: Option<String>,
    pub ending: Ending,
    pub differs: bool,
    pub error: Option<&'a Error>,
    pub headers: &'a [(String, String)],
}

impl Draft {
    pub(super) fn of(request: &Request) -> Draft {
        let mut secrets = Vec::new();
        let body = request.body().and_then(|(_, payload)| serde_json::from_slice::<Json>(&payload.0).ok());
        let body = body.map(|mut body| {
            hide(&mut body, &mut secrets);
            body.to_string()
        });
        let query = request.query_string().map(|query| ["?", &query].concat()).unwrap_or_default();
        let sent = Sent {
            operation: request.operation().id.to_owned(),
            method: request.method().as_str().to_owned(),
            path: [request.path(), &query].concat(),
            body,
        };
        Draft { sent, secrets, before: None }
    }

    pub(super) fn saw(&mut self, before: String) {
        self.before = Some(before);
    }

    pub(super) fn ended(self, end: End<'_>) -> Record {
        let Draft { sent, secrets, before } = self;
        let clean =
            |text: String| secrets.iter().fold(text, |text, secret| text.replace(secret.expose(), HIDDEN));
        let said = end.error.map(|error| match error {
            Error::Http { vendor: Some(words), .. } => words.message.clone(),
            error => error.to_string(),
        });
        let told = end.error.and_then(Error::answer).map_or(end.headers, |answer| &answer.headers);
        let number = |name: &str| told.iter().find(|(one, _)| one == name).map(|(_, value)| value.clone());
        let About { action, kind, id, name } = end.about;
        Record {
            action,
            kind: kind.to_owned(),
            id,
            name,
            before: before.map(clean),
            request: sent,
            after: end.after.map(clean),
            ending: end.ending,
            differs: end.differs,
            said: said.map(clean),
            correlation_id: CORRELATION.into_iter().find_map(number),
        }
    }
}

/// Takes the secrets out of a body.
fn hide(json: &mut Json, secrets: &mut Vec<Secret>) {
    match json {
        Json::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Json::String(text) if is_secret(name) => {
                        let secret = Secret::new(std::mem::replace(text, HIDDEN.to_owned()));
                        if !secret.is_empty() {
                            secrets.push(secret);
                        }
                    }
                    value => hide(value, secrets),
                }
            }
        }
        Json::Array(items) => items.iter_mut().for_each(|item| hide(item, secrets)),
        _ => {}
    }
}

fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace(['_', '-'], "");
    ["password", "secret", "token", "apikey", "privatekey"].iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn secrets_are_taken_out_wherever_they_come_again() {
        let mut body = json!({"properties": {"name": "a", "backupPassword": "hunter2"}, "list": [{"client_secret": "s3cr"}], "token": ""});
        let mut secrets = Vec::new();
        hide(&mut body, &mut secrets);
        assert_eq!(
            body,
            json!({"properties": {"name": "a", "backupPassword": "***"}, "list": [{"client_secret": "***"}], "token": "***"})
        );
        let sent = Sent { operation: "x".into(), method: "PUT".into(), path: "/x".into(), body: None };
        let draft = Draft { sent, secrets, before: Some("{\"odd\":\"s3cr\"}".to_owned()) };
        let record = draft.ended(End {
            about: About::new(Action::Replace, "unit", "1"),
            after: Some("hunter2 is it".to_owned()),
            ending: Ending::Done,
            differs: false,
            error: None,
            headers: &[("x-request-id".to_owned(), "7".to_owned())],
        });
        let all = serde_json::to_string(&record).unwrap();
        assert!(!all.contains("hunter2") && !all.contains("s3cr"), "{all}");
        assert_eq!(record.correlation_id.as_deref(), Some("7"));
    }
}
