//! The list of connections checks itself while it is read, so that an error stands at its own line.

use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};

use super::connection::ConnectionConfig;
use super::object::Object;

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
            while let Some(Object(mut next)) = list.next_element::<Object<ConnectionConfig>>()? {
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
