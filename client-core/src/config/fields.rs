//! Fields that check themselves while they are read, so that an error stands at its own line.

use std::fmt;

use serde::Deserialize;
use serde::de::{Error, SeqAccess, Visitor};

use super::ConnectionConfig;

/// The short name of a connection. It is part of the page's URLs: lower-case letters, digits and dashes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct ConnectionId(String);

impl ConnectionId {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ConnectionId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let plain = |one: u8| one.is_ascii_lowercase() || one.is_ascii_digit() || one == b'-';
        if text.is_empty() || text.len() > 64 || !text.bytes().all(plain) {
            return Err(format!(
                "`{text}` is not a connection id; use 1 to 64 of a-z, 0-9 and `-`, such as `acronis-eu`"
            ));
        }
        Ok(ConnectionId(text))
    }
}

#[cfg(any(test, feature = "schema"))]
impl schemars::JsonSchema for ConnectionId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ConnectionId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string", "pattern": "^[a-z0-9-]{1,64}$",
            "description": "Short name of the connection; part of the page's URLs."
        })
    }
}

/// The connections: at least one, each id once.
pub(super) fn connections<'de, D: serde::Deserializer<'de>>(
    from: D,
) -> Result<Vec<ConnectionConfig>, D::Error> {
    struct Connections;
    impl<'de> Visitor<'de> for Connections {
        type Value = Vec<ConnectionConfig>;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("a list of connections")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
            let mut found: Vec<ConnectionConfig> = Vec::new();
            while let Some(mut next) = list.next_element::<ConnectionConfig>()? {
                let id = next.id.as_str().to_owned();
                next.validate().map_err(|detail| A::Error::custom(format!("connection `{id}`: {detail}")))?;
                if found.iter().any(|one| one.id == next.id) {
                    return Err(A::Error::custom(format!(
                        "a second connection has the id `{}`; each id stands once",
                        next.id.as_str()
                    )));
                }
                found.push(next);
            }
            if found.is_empty() {
                return Err(A::Error::custom("there is no connection; the console needs at least one"));
            }
            Ok(found)
        }
    }
    from.deserialize_seq(Connections)
}
