//! The value of a setting: string, boolean, number, null or object, kept apart and kept whole. A number stays
//! the text that the server sent, because JSON's numbers go beyond what 64 bits hold.

use std::hash::{Hash, Hasher};

use serde::Deserialize;
use serde_json::value::RawValue;

/// A value of a setting.
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// Null, which is a value.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    Text(String),
    /// An object, as JSON. (Also a list, which the contract does not have.)
    Object(String),
}

/// A JSON number as it was written.
#[derive(Clone, Debug)]
pub struct Number(String);

impl Number {
    /// Reads a number as JSON writes it: `12`, `-0.5`, `1e9`.
    pub fn parse(text: &str) -> Option<Number> {
        let is_number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
        let raw = serde_json::from_str::<&RawValue>(text).ok().filter(|_| is_number)?;
        Some(Number(raw.get().to_owned()))
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether JavaScript, and much that is written in it, would round it.
    pub fn is_beyond_doubles(&self) -> bool {
        self.whole().is_some_and(|whole| whole.unsigned_abs() > 1 << 53)
    }

    fn whole(&self) -> Option<i128> {
        self.0.parse().ok()
    }

    fn rounded(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }

    /// Whether this number is smaller. Whole numbers are compared exactly.
    pub fn is_smaller_than(&self, other: &Number) -> bool {
        match (self.whole(), other.whole()) {
            (Some(one), Some(other)) => one < other,
            _ => self.rounded() < other.rounded(),
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Number) -> bool {
        match (self.whole(), other.whole()) {
            (Some(one), Some(other)) => one == other,
            _ => self.0 == other.0 || self.rounded() == other.rounded(),
        }
    }
}

impl Eq for Number {}

impl Value {
    /// Reads JSON.
    pub fn parse(json: &str) -> Option<Value> {
        let raw = serde_json::from_str::<&RawValue>(json).ok()?.get();
        Some(match raw.as_bytes().first()? {
            b'n' => Value::Null,
            b't' => Value::Bool(true),
            b'f' => Value::Bool(false),
            b'"' => Value::Text(serde_json::from_str(raw).ok()?),
            b'{' | b'[' => Value::Object(raw.to_owned()),
            _ => Value::Number(Number(raw.to_owned())),
        })
    }

    /// As JSON.
    pub fn to_json(&self) -> String {
        match self {
            Value::Null => "null".to_owned(),
            Value::Bool(on) => on.to_string(),
            Value::Number(number) => number.0.clone(),
            Value::Text(text) => serde_json::Value::from(text.as_str()).to_string(),
            Value::Object(json) => json.clone(),
        }
    }

    /// The number, where it is one.
    pub fn number(&self) -> Option<&Number> {
        match self {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// Keys in order, so that the same object written in another order is the same value.
fn sorted(json: &str) -> Option<serde_json::Value> {
    serde_json::from_str(json).ok()
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(one), Value::Bool(other)) => one == other,
            (Value::Number(one), Value::Number(other)) => one == other,
            (Value::Text(one), Value::Text(other)) => one == other,
            (Value::Object(one), Value::Object(other)) => one == other || sorted(one) == sorted(other),
            _ => false,
        }
    }
}

impl Eq for Value {}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Value::Null => {}
            Value::Bool(on) => on.hash(state),
            // 10 and 1e1 are the same number. Zero has two signs.
            Value::Number(number) => (number.rounded() + 0.0).to_bits().hash(state),
            Value::Text(text) => text.hash(state),
            Value::Object(json) => sorted(json).map(|value| value.to_string()).hash(state),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(from)?;
        Value::parse(raw.get()).ok_or_else(|| serde::de::Error::custom("not a JSON value"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_types_apart_and_numbers_whole() {
        for json in
            ["null", "true", "false", "9007199254740993", "1.50", "\"x\\n\"", "{\"b\":1,\"a\":2}", "[1]"]
        {
            assert_eq!(Value::parse(json).unwrap().to_json(), json);
        }
        assert_ne!(Value::parse("\"1\""), Value::parse("1"));
        assert_ne!(Value::parse("9007199254740993"), Value::parse("9007199254740992"));
        assert_eq!(Value::parse("1e1"), Value::parse("10"));
        assert_eq!(Value::parse("{\"b\":1,\"a\":2}"), Value::parse("{ \"a\":2, \"b\":1 }"));
        assert_eq!(Value::parse("nope"), None);
    }

    #[test]
    fn the_smaller_number_is_found_exactly() {
        let number = |text| Number::parse(text).unwrap();
        assert!(number("9007199254740992").is_smaller_than(&number("9007199254740993")));
        assert!(number("-1").is_smaller_than(&number("0.5")));
        assert!(number("9007199254740993").is_beyond_doubles() && !number("7").is_beyond_doubles());
        for bad in ["", "+1", "0x10", "1 2", "NaN", "\"1\"", "01"] {
            assert!(Number::parse(bad).is_none(), "{bad}");
        }
    }
}
