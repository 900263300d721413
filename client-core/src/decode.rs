//! From bytes to models, tolerantly: one bad row does not fail a list, and a fault names its JSON path.

pub mod lenient;
#[cfg(test)]
mod sweep;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::error::{BodyKind, Error, VendorError};
use crate::json_path;

/// Without the mark that some servers put before UTF-8.
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Reads a whole JSON answer.
pub fn json<T: DeserializeOwned>(operation: &'static str, bytes: &[u8]) -> Result<T, Error> {
    let bytes = without_mark(bytes);
    serde_json::from_slice(bytes).map_err(|error| Error::Decode {
        operation,
        path: json_path::at(bytes, error.line(), error.column()),
        detail: error.to_string(),
    })
}

/// A list of which the good rows are kept and the bad ones are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows<T> {
    /// The rows that could be read.
    pub items: Vec<T>,
    /// The rows that could not.
    pub bad: Vec<BadRow>,
}

impl<T> Rows<T> {
    /// How many there are, those that could not be read too.
    pub fn count(&self) -> usize {
        self.items.len() + self.bad.len()
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Rows { items: Vec::new(), bad: Vec::new() }
    }
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// Its place in the answer's list, from 0.
    pub index: usize,
    /// What is wrong with it.
    pub detail: String,
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Rows<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let raw = Vec::<Box<RawValue>>::deserialize(from)?;
        let mut rows = Rows { items: Vec::with_capacity(raw.len()), bad: Vec::new() };
        for (index, row) in raw.iter().enumerate() {
            // From bytes, as whole answers are, so that each model is compiled once.
            match serde_json::from_slice(row.get().as_bytes()) {
                Ok(item) => rows.items.push(item),
                Err(error) => rows.bad.push(BadRow { index, detail: error.to_string() }),
            }
        }
        Ok(rows)
    }
}

/// Tells null from absent: `Some(None)` was null, `None` was not there.
pub fn nullable<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    from: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(from).map(Some)
}

/// What an error answer's body says, whichever vendor's envelope it is.
pub fn vendor_error(bytes: &[u8]) -> (BodyKind, Option<VendorError>) {
    let Ok(text) = std::str::from_utf8(without_mark(bytes)) else {
        return (BodyKind::Other, None);
    };
    let text = text.trim();
    if text.is_empty() {
        return (BodyKind::Empty, None);
    }
    if text.starts_with('<') {
        return (BodyKind::Html, None);
    }
    let envelope = serde_json::from_str::<Value>(text).ok();
    match envelope.as_ref().and_then(read_envelope) {
        Some(error) => (BodyKind::Vendor, Some(error)),
        None => (BodyKind::Other, None),
    }
}

fn read_envelope(body: &Value) -> Option<VendorError> {
    acronis(body).or_else(|| oauth(body)).or_else(|| ionos(body)).or_else(|| cpm(body))
}

/// `{"error": {"code", "message", "details": {"info"}}}`
fn acronis(body: &Value) -> Option<VendorError> {
    let error = body.get("error")?;
    let message = words(error.get("message")?)?;
    let code = error.get("code").and_then(words).unwrap_or_default();
    let info = error.pointer("/details/info").and_then(words).filter(|info| *info != message);
    Some(VendorError { code, message, info })
}

/// `{"error": "invalid_client", "error_description": "…"}`
fn oauth(body: &Value) -> Option<VendorError> {
    let code = body.get("error")?.as_str()?.to_owned();
    let description = body.get("error_description").and_then(words);
    Some(VendorError { message: description.unwrap_or_else(|| code.clone()), code, info: None })
}

/// `{"httpStatus": 422, "messages": [{"errorCode", "message"}]}`
fn ionos(body: &Value) -> Option<VendorError> {
    let messages = body.get("messages")?.as_array()?;
    let all = |key: &str| {
        messages.iter().filter_map(|one| one.get(key).and_then(words)).collect::<Vec<_>>().join("; ")
    };
    Some(VendorError { code: all("errorCode"), message: all("message"), info: None })
}

/// `{"detail": "…"}`
fn cpm(body: &Value) -> Option<VendorError> {
    let message = body.get("detail").and_then(words)?;
    Some(VendorError { code: body.get("code").and_then(words).unwrap_or_default(), message, info: None })
}

fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn envelopes() {
        let said = |body: &str| {
            let (kind, error) = vendor_error(body.as_bytes());
            (kind, error.map(|one| (one.code, one.message)))
        };
        let pair = |code: &str, message: &str| Some((code.to_owned(), message.to_owned()));
        let acronis = r#"{"error":{"domain":"x","code":1002,"context":{},"message":"access denied","details":{"info":"no"}}}"#;
        assert_eq!(said(acronis), (BodyKind::Vendor, pair("1002", "access denied")));
        let oauth = r#"{"error":"totp_required","error_description":"TOTP code is required"}"#;
        assert_eq!(said(oauth), (BodyKind::Vendor, pair("totp_required", "TOTP code is required")));
        let ionos = r#"{"httpStatus":422,"messages":[{"errorCode":"a","message":"b"},{"errorCode":"c","message":"d"}]}"#;
        assert_eq!(said(ionos), (BodyKind::Vendor, pair("a; c", "b; d")));
        assert_eq!(said(r#"{"detail":"Not found."}"#), (BodyKind::Vendor, pair("", "Not found.")));
        assert_eq!(said("<html><h1>502"), (BodyKind::Html, None));
        assert_eq!(said(" \n"), (BodyKind::Empty, None));
        assert_eq!(said("{\"error\":[]}"), (BodyKind::Other, None));
        assert_eq!(said("nope"), (BodyKind::Other, None));
    }

    #[test]
    fn a_bad_row_does_not_fail_the_list() {
        let rows: Rows<u8> = json("x", b"[1,\"two\",3,300]").unwrap();
        assert_eq!(rows.items, [1, 3]);
        assert_eq!(rows.bad.iter().map(|bad| bad.index).collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn a_fault_names_its_path() {
        #[derive(Deserialize, Debug)]
        struct Deep {
            #[allow(dead_code)]
            a: Vec<std::collections::BTreeMap<String, u8>>,
        }
        let error = json::<Deep>("op", br#"{"a":[{"b":1},{"c":"x"}]}"#).unwrap_err();
        assert!(matches!(&error, Error::Decode { path, .. } if path == "a[1].c"), "{error:?}");
    }
}
