//! The properties of an object as an answer told them, with what this version has no name for and what it cannot
//! read: a replacement (`PUT`) takes away what it does not send, so all of them go back.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::decode::lenient;
use crate::told;

/// Properties, by the vendor's names. A password that an answer should hold is not taken up.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Map<String, Value>")]
pub struct Properties(Map<String, Value>);

/// By their names alone: what a server tells may be more than should be printed.
impl fmt::Debug for Properties {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_set().entries(self.0.keys()).finish()
    }
}

impl From<Map<String, Value>> for Properties {
    fn from(mut told: Map<String, Value>) -> Properties {
        told.remove(PASSWORD);
        Properties(told)
    }
}

/// A property that is not what was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlike {
    /// As the vendor spells it.
    pub property: String,
    /// What was sent.
    pub sent: String,
    /// What the object has.
    pub found: String,
}

/// The one property that is written and never told.
pub(super) const PASSWORD: &str = "password";

impl Properties {
    /// What a property says: `"true"` is true. `None` where it was not told, or says nothing of this kind.
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        read(self.0.get(name)?)
    }

    /// As they were told, but for a password.
    pub(super) fn to_json(&self) -> String {
        Value::Object(self.0.clone()).to_string()
    }

    /// All, by their names.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter()
    }

    /// As they shall be: what is edited is in place, everything else goes back as it came, but for what cannot be
    /// written.
    pub(super) fn edited(&self, edits: Map<String, Value>, read_only: &[&str]) -> Map<String, Value> {
        let mut all = self.0.clone();
        all.retain(|name, _| !read_only.contains(&name.as_str()));
        for (name, value) in edits {
            // What says the same already keeps its spelling.
            if !all.get(&name).is_some_and(|told| says(told, &value)) {
                all.insert(name, value);
            }
        }
        all
    }

    /// Whether they are what was sent, as far as they are told. A password cannot be seen.
    pub(super) fn are(&self, sent: &Map<String, Value>) -> Option<bool> {
        let seen = sent.iter().filter(|(name, value)| *name != PASSWORD && !value.is_null());
        told::all(seen.map(|(name, value)| {
            let told = self.0.get(name).filter(|told| !told.is_null())?;
            Some(says(told, value))
        }))
    }

    /// What they tell otherwise than it was sent.
    pub(super) fn unlike(&self, sent: &Map<String, Value>) -> Vec<Unlike> {
        let one = |(name, value): (&String, &Value)| {
            let found = self.0.get(name).filter(|told| !told.is_null())?;
            let is_seen = name != PASSWORD && !value.is_null();
            let words = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            (is_seen && !says(found, value)).then(|| Unlike {
                property: name.clone(),
                sent: words(value),
                found: words(found),
            })
        };
        sent.iter().filter_map(one).collect()
    }

    /// Whether nothing that both of them tell differs.
    pub(super) fn agree(&self, other: &Properties) -> bool {
        other.are(&self.0) != Some(false)
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    lenient::read(&value.to_string())
}

/// Whether a value says what another one is.
fn says(told: &Value, value: &Value) -> bool {
    match value {
        Value::Bool(flag) => read(told) == Some(*flag),
        Value::String(text) => told.as_str() == Some(text) || read::<String>(told).as_ref() == Some(text),
        _ => told == value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn map(value: Value) -> Map<String, Value> {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn what_is_not_edited_goes_back_as_it_came() {
        let told =
            json!({"flag": "true", "name": "G", "odd": {"a": [1]}, "null": null, "own": 1, "password": "p"});
        let told: Properties = serde_json::from_value(told).unwrap();
        assert_eq!(
            (told.get::<bool>("flag"), told.get::<bool>("null"), told.get::<bool>("odd")),
            (Some(true), None, None)
        );
        let edited = told.edited(map(json!({"flag": true, "name": "H", "new": false})), &["own"]);
        assert_eq!(
            Value::Object(edited),
            json!({"flag": "true", "name": "H", "new": false, "odd": {"a": [1]}, "null": null})
        );
    }

    #[test]
    fn an_answer_is_held_against_what_was_sent() {
        let answer = |value: Value| Properties::from(map(value));
        let sent = map(json!({"flag": true, "name": "G", "password": "p", "rest": null}));
        assert_eq!(answer(json!({"flag": "true", "name": "G", "more": 1})).are(&sent), Some(true));
        assert_eq!(answer(json!({"flag": false})).are(&sent), Some(false));
        for untold in [json!({"flag": true}), json!({"flag": null, "name": "G"}), json!({})] {
            assert_eq!(answer(untold).are(&sent), None);
        }
        let unlike =
            |told| answer(told).unlike(&sent).into_iter().map(|one| [one.property, one.sent, one.found]);
        let found: Vec<_> =
            unlike(json!({"flag": "no", "name": "G", "password": "other", "rest": 1})).collect();
        assert_eq!(found, [["flag", "true", "no"]]);
        assert_eq!(unlike(json!({"flag": null})).count(), 0);
        let one = answer(json!({"a": 1, "b": null}));
        assert!(one.agree(&answer(json!({"b": 2}))) && !one.agree(&answer(json!({"a": 2}))));
    }
}
