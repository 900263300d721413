//! Values of settings as text: short for a table, whole for a hover or a copy, and back from what somebody
//! types.

use tenantry_core::acronis::Value;
use tenantry_core::acronis::value::Number;

use crate::i18n::t;
use crate::ui::text::visible;

/// Letters of a value that a table shows.
const SHORT: usize = 80;

/// A value in one line.
pub fn short(value: &Value) -> String {
    let text = match value {
        Value::Null => return t("value.null").to_owned(),
        Value::Text(text) if text.is_empty() => return t("value.empty").to_owned(),
        Value::Text(text) if reads_otherwise(text) => value.to_json(),
        Value::Text(text) => text.clone(),
        other => other.to_json(),
    };
    let mut letters = visible(&text).chars().take(SHORT + 1).collect::<String>();
    if letters.chars().count() > SHORT {
        letters.truncate(letters.char_indices().nth(SHORT - 1).map_or(letters.len(), |(at, _)| at));
        letters.push('…');
    }
    letters
}

/// Whether a text without its quotes would be taken for a number, for null, or for the words for nothing.
fn reads_otherwise(text: &str) -> bool {
    text.len() < SHORT
        && (Value::parse(text).is_some() || text == t("settings.no_own") || text == t("value.none"))
}

/// A value that may be missing.
pub fn short_or_none(value: Option<&Value>) -> String {
    value.map_or_else(|| t("value.none").to_owned(), short)
}

/// Bytes of a value from which on it is worth saying how long it is.
const LONG: usize = 1_000;

/// How long a value is, where it is long.
pub fn length(value: &Value) -> Option<usize> {
    match value {
        Value::Text(text) | Value::Object(text) if text.len() > LONG => Some(text.len()),
        _ => None,
    }
}

/// The kinds of values that somebody can choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Text,
    /// A number.
    Number,
    /// True or false.
    Bool,
    /// An object.
    Object,
    /// Null.
    Null,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 5] = [Kind::Text, Kind::Number, Kind::Bool, Kind::Object, Kind::Null];

    /// The kind of a value.
    pub fn of(value: &Value) -> Kind {
        match value {
            Value::Null => Kind::Null,
            Value::Bool(_) => Kind::Bool,
            Value::Number(_) => Kind::Number,
            Value::Text(_) => Kind::Text,
            Value::Object(_) => Kind::Object,
        }
    }

    /// The contract's word for it.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Text => "string",
            Kind::Number => "number",
            Kind::Bool => "boolean",
            Kind::Object => "object",
            Kind::Null => "null",
        }
    }

    /// The kind of that word.
    pub fn from_word(word: &str) -> Kind {
        Kind::ALL.into_iter().find(|kind| kind.word() == word).unwrap_or(Kind::Text)
    }
}

/// A value as somebody edits it.
pub fn editable(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_json(),
    }
}

/// What somebody typed as a value; else what is wrong with it.
pub fn read(kind: Kind, typed: &str) -> Result<Value, &'static str> {
    match kind {
        Kind::Null => Ok(Value::Null),
        Kind::Text => Ok(Value::Text(typed.to_owned())),
        Kind::Bool => Ok(Value::Bool(typed == "true")),
        Kind::Number => Number::parse(typed.trim()).map(Value::Number).ok_or_else(|| t("edit.not_number")),
        Kind::Object => {
            let read = Value::parse(typed.trim());
            read.filter(|value| value.to_json().starts_with('{')).ok_or_else(|| t("edit.not_object"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(json: &str) -> Value {
        Value::parse(json).unwrap()
    }

    #[test]
    fn one_line_each() {
        assert_eq!(short(&value("true")), "true");
        assert_eq!(short(&value("9007199254740993")), "9007199254740993");
        assert_eq!(short(&value("{\"a\": 1}")), "{\"a\": 1}");
        let long = Value::Text("x".repeat(1_000_000));
        assert_eq!((short(&long).chars().count(), length(&long)), (SHORT, Some(1_000_000)));
        assert_ne!(short(&value("\"\"")), short(&value("null")));
        for text in ["null", "30", "true", "not set"] {
            assert_eq!(short(&Value::Text(text.to_owned())), format!("\"{text}\""));
        }
        assert!(!short(&Value::Text("a\u{202e}b\nc".to_owned())).contains(['\u{202e}', '\n']));
    }

    #[test]
    fn what_is_typed_is_read_as_its_kind() {
        for json in ["\"1\"", "1.5", "false", "{\"a\":[1]}", "null"] {
            let value = value(json);
            assert_eq!(read(Kind::of(&value), &editable(&value)), Ok(value));
        }
        assert!(read(Kind::Number, "twelve").is_err() && read(Kind::Number, "").is_err());
        assert!(read(Kind::Object, "[1]").is_err() && read(Kind::Object, "{").is_err());
    }
}
