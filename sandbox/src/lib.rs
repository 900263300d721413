//! The vendors' APIs, simulated: one generated estate, and a function from request to answer.
//!
//! [`Sandbox::handle`] does no I/O and takes the time as an argument, so that the same code answers in a
//! test, behind the HTTP server of [`server`], and inside a page. Everything it answers keeps the
//! contracts of `contracts/`; `DIFFERENCES.md` says what it assumes and what it leaves out.
//!
//! - [`estate`] the tenants, users and contacts, made on demand from a seed
//! - [`acronis`] the Acronis Account Management API over that estate, and what each account changes of it
//! - [`ionos`] the IONOS Cloud API, with a state of its own for each account
//! - [`route`] which operation a request means
//! - [`check`] does a request, does an answer keep the contract?

pub mod acronis;
pub mod check;
pub mod estate;
pub mod http;
pub mod ionos;
pub mod json;
pub mod moment;
pub mod random;
pub mod route;
mod sandbox;
#[cfg(feature = "server")]
pub mod server;
mod settings;
pub mod vendor;

pub use http::{Request, Response, Trace};
pub use moment::Moment;
pub use sandbox::Sandbox;
pub use settings::Settings;
