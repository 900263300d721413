//! Fields that are read as what they say: `"3600"` is the number 3600, `"true"` is true, and 12345 is a postal code.
//!
//! For `#[serde(deserialize_with = "…")]`. A field that says nothing readable is not told ([`option`], [`nullable`]) or,
//! where nothing can be done without it, a fault ([`value`]).

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// What the field says; `None` for null, and for what cannot be read as a `T`.
pub fn option<'de, T: DeserializeOwned, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    Ok(read(Box::<RawValue>::deserialize(from)?.get()))
}

/// What the field says; a fault where it cannot be read as a `T`.
pub fn value<'de, T: DeserializeOwned, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let raw = Box::<RawValue>::deserialize(from)?;
    let Some(value) = read(raw.get()) else {
        // The usual reading has the better words for what is wrong; the place is not that of the whole answer.
        return serde_json::from_str(raw.get()).map_err(|error| {
            let words = error.to_string();
            D::Error::custom(words.split(" at line ").next().unwrap_or_default())
        });
    };
    Ok(value)
}

/// What the field says; the default for null, and for what cannot be read as a `T`.
pub fn or_default<'de, T: DeserializeOwned + Default, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    option(from).map(Option::unwrap_or_default)
}

/// A text that is empty where nothing is filled in: null says so too.
pub fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    nullable(from).map(|told| told.map(Option::unwrap_or_default))
}

/// Tells null from absent: `Some(None)` was null, `None` was not there or could not be read.
pub fn nullable<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<Option<T>>, D::Error> {
    let raw = Box::<RawValue>::deserialize(from)?;
    Ok(if raw.get() == "null" { Some(None) } else { read(raw.get()).map(Some) })
}

/// The items that can be read; none for null and for what is no list.
pub fn list<'de, T: DeserializeOwned, D: Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    let items: Vec<Box<RawValue>> = option(from)?.unwrap_or_default();
    Ok(items.iter().filter_map(|item| read(item.get())).collect())
}

/// Reads JSON as what it says.
pub fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    direct(json).or_else(|| spellings(json).iter().find_map(|json| direct(json)))
}

/// The other ways to write what the JSON says. Apart from the reading, so that it is compiled once.
fn spellings(json: &str) -> Vec<String> {
    let (mut all, text) = match json.as_bytes().first() {
        Some(b'"') => (Vec::new(), direct::<String>(json).unwrap_or_default()),
        Some(b'{' | b'[' | b'n') | None => return Vec::new(),
        // A number or a truth value where a text is wanted; or 2.0 where a whole number is.
        _ => (vec![["\"", json, "\""].concat()], json.to_owned()),
    };
    let text = text.trim().to_ascii_lowercase();
    // A word in quotes is no null, and a list in quotes is no list.
    let is_number = text.starts_with(|one: char| one == '-' || one.is_ascii_digit());
    if is_number || matches!(text.as_str(), "true" | "false") {
        all.extend(text.strip_suffix(".0").map(str::to_owned));
        all.push(text);
    }
    all
}

fn direct<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_slice(json.as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::uuid::Uuid;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Fields {
        #[serde(deserialize_with = "option")]
        flag: Option<bool>,
        #[serde(deserialize_with = "option")]
        number: Option<u32>,
        #[serde(deserialize_with = "option")]
        text: Option<String>,
        #[serde(deserialize_with = "nullable")]
        date: Option<Option<Date>>,
        #[serde(deserialize_with = "list")]
        list: Vec<u32>,
        #[serde(deserialize_with = "value")]
        life: f64,
    }

    fn fields(json: &str) -> Fields {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn what_a_field_says() {
        let usual = fields(r#"{"flag":true,"number":2,"text":"12","list":[1,2],"life":3600}"#);
        let odd = fields(r#"{"flag":"True","number":" 2 ","text":12,"list":["1",2,{}],"life":"3600"}"#);
        assert_eq!(odd, usual);
        assert_eq!(fields(r#"{"number":2.0}"#), fields(r#"{"number":"2.0"}"#));
        assert_eq!(fields(r#"{"number":2.0}"#).number, Some(2));
        assert_eq!(fields(r#"{"text":false}"#).text.as_deref(), Some("false"));
        assert_eq!(read::<f64>("\"-1.5e3\""), Some(-1500.0));
    }

    #[test]
    fn what_says_nothing_is_not_told() {
        for odd in ["null", "{}", "[]", "\"maybe\"", "\"null\"", "\"\"", "-1", "1", "\"[1]\""] {
            let read = fields(&format!(r#"{{"flag":{odd}}}"#));
            assert_eq!(read, Fields::default(), "{odd}");
        }
        for odd in ["null", "{}", "7", "\"[1]\""] {
            assert_eq!(fields(&format!(r#"{{"list":{odd}}}"#)), Fields::default(), "{odd}");
        }
        let date = |json: &str| fields(&format!(r#"{{"date":{json}}}"#)).date;
        assert_eq!((date("null"), date("{}")), (Some(None), None));
        assert!(date("\"2016-06-22T18:25:16\"").is_some());
    }

    #[test]
    fn what_is_needed_is_a_fault() {
        let fault = |json: &str| serde_json::from_str::<Fields>(json).unwrap_err().to_string();
        assert!(fault(r#"{"life":"soon"}"#).contains("expected f64"));
        assert!(fault(r#"{"life":null}"#).contains("null"));
        assert_eq!(read::<Uuid>("7"), None);
    }
}
