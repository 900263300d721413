//! Tenantry without a screen: everything about the three vendors that is true whether or not somebody is
//! looking. Builds and tests on the host; what needs a browser sits in [`browser`] alone.
#![deny(missing_docs)]

pub mod auth;
#[cfg(target_arch = "wasm32")]
pub mod browser;

pub mod catalogue;
pub mod channel;
pub mod clock;
pub mod config;
pub mod connection;
pub mod csv;
pub mod date;
pub mod decode;
pub mod email;
pub mod encode;
pub mod error;
pub mod fold;
mod json_path;
mod open_enum;
pub mod paging;
pub mod rate_limit;
pub mod request;
pub mod route;
pub mod secret;
pub mod told;
pub mod transport;
pub mod uuid;
pub mod vendors;
pub mod write;

pub use connection::Connection;
pub use error::{Error, Outcome};
pub use secret::Secret;
pub use uuid::Uuid;
pub use vendors::{acronis, ionos};

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod fuzz;
