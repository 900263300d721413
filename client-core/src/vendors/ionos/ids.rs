//! Ids of the API. In practice UUIDs; the contract says text, so text is what they are, blanks and all. One that a URL
//! parser would take as "here" or "up" in a path, or as nothing at all, is no id.

use crate::encode::is_dot_segment;

/// Servers take addresses of about eight thousand bytes; encoded, a letter may be a dozen.
const LONGEST: usize = 600;

/// What is wrong with an id.
fn check(text: &str) -> Result<(), String> {
    if text.is_empty() || text.len() > LONGEST || is_dot_segment(text) {
        let options: String = text.chars().take(40).collect();
        return Err(format!("{options:?} is not an id; ids look like 15f67991-0f51-4efc-a8ad-ef1fb31a480c"));
    }
    Ok(())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Takes any text that can be a segment of a path; the error says what would be right.
            pub fn new(text: impl Into<String>) -> Result<Self, String> {
                let text = text.into();
                check(&text).map(|()| $name(text))
            }

            /// As the API writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> Result<Self, String> {
                $name::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }
    )* };
}

ids! {
    /// The id of a backup unit.
    UnitId,
    /// The id of a user.
    UserId,
    /// The id of a group.
    GroupId,
    /// The id of anything that can be owned and shared; a backup unit's own id is one too.
    ResourceId,
    /// The id of a request, by which its status is asked for.
    RequestId,
}

impl From<&UnitId> for ResourceId {
    fn from(unit: &UnitId) -> ResourceId {
        ResourceId(unit.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_change_the_path_is_no_id() {
        for good in
            ["15f67991-0f51-4efc-a8ad-ef1fb31a480c", "a/b", "a b", " ", "\u{3000}", "ä%20?#&=+", "a\n", "..."]
        {
            assert!(UnitId::new(good).is_ok(), "{good:?}");
        }
        for bad in ["", ".", "..", "%2e%2E"] {
            assert!(UnitId::new(bad).is_err(), "{bad:?}");
            assert!(serde_json::from_value::<UserId>(serde_json::json!(bad)).is_err(), "{bad:?}");
        }
    }
}
