//! The console's configuration: `config.json` beside the page, read when the page starts. Either all of it is
//! right, or the console does not start and says which field of which line is wrong and what would be right.

mod connection;
mod connections;
mod error;
mod id;
mod object;
mod session;
mod sign_in;
mod text;

use serde::Deserialize;

pub use crate::catalogue::Vendor;
pub use connection::{ConnectionConfig, Options};
pub use error::{ConfigError, Problem};
pub use id::ConnectionId;
use object::Object;
pub use session::SessionMode;
pub use sign_in::{SignIn, SignInOption};

/// A whole, valid configuration.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where the JSON Schema of this file is, for editors.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// Where the access token of a session may be; `tabs` where it is left out.
    #[serde(default)]
    pub session: SessionMode,
    /// The vendor accounts that the console offers, in the order in which it lists them. At least one.
    #[serde(deserialize_with = "connections::connections")]
    pub connections: Vec<ConnectionConfig>,
}

impl Config {
    /// Reads a `config.json`.
    pub fn parse(bytes: impl AsRef<[u8]>) -> Result<Config, ConfigError> {
        let text = text::text(bytes.as_ref())?;
        let read = serde_json::from_slice(text.as_bytes());
        read.map(|Object(config)| config).map_err(|error| ConfigError::new(text, &error))
    }

    /// The connection with this id.
    pub fn connection(&self, id: &str) -> Option<&ConnectionConfig> {
        self.connections.iter().find(|connection| connection.id.as_str() == id)
    }
}

/// The JSON Schema of the file, as committed in `config.schema.json`.
#[cfg(any(test, feature = "schema"))]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(Config).to_value()
}

#[cfg(test)]
mod tests;
