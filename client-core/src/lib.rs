//! Tenantry without a screen: everything about the three vendors that is true whether or not somebody is
//! looking. Builds and tests on the host; what needs a browser sits in [`browser`] alone.
#![deny(missing_docs)]

pub mod acronis;
pub mod auth;
#[cfg(target_arch = "wasm32")]
pub mod browser;

pub mod clock;
pub mod config;
pub mod connection;
pub mod contract;
pub mod date;
pub mod decode;
pub mod encode;
pub mod error;
pub mod inheritance;
pub mod ionos;
mod json_path;
pub mod rate_limit;
pub mod request;
pub mod route;
pub mod secret;
pub mod tenancy;
pub mod transport;
pub mod uuid;

pub use connection::Connection;
pub use error::{Error, Outcome};
pub use secret::Secret;
pub use uuid::Uuid;

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod fuzz;
