//! The console's configuration: `config.json` beside the page, read when the page starts. Either all of it is
//! right, or the console does not start and says which field of which line is wrong and what would be right.

mod connection;
mod connections;
mod error;
mod id;
mod sign_in;

use serde::Deserialize;

pub use crate::catalogue::Vendor;
pub use connection::{ConnectionConfig, Options};
pub use error::{ConfigError, Problem};
pub use id::ConnectionId;
pub use sign_in::{SignIn, SignInOption};

/// A whole, valid configuration.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where the JSON Schema of this file is, for editors.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The vendor accounts that the console offers, in the order in which it lists them. At least one.
    #[serde(deserialize_with = "connections::connections")]
    pub connections: Vec<ConnectionConfig>,
}

/// No real configuration comes near this.
const MAX_BYTES: usize = 1024 * 1024;

impl Config {
    /// Reads the text of a `config.json`.
    pub fn parse(text: &str) -> Result<Config, ConfigError> {
        if text.len() > MAX_BYTES {
            return Err(ConfigError::whole_file(
                Problem::TooLarge,
                format!("it is larger than {MAX_BYTES} bytes"),
            ));
        }
        serde_json::from_slice(text.as_bytes()).map_err(|error| ConfigError::new(text, &error))
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
