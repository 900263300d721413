//! The short name of a connection.

use serde::Deserialize;

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
