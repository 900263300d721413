//! The HTTP server around the simulation: the vendor's side, without CORS headers as the real one, and the
//! site's side, which serves a built console with its production headers and the path proxy.

mod body;
mod config;
mod csp;
mod files;
mod headers;
mod log;
mod mime;
pub mod options;
mod proxy;
mod proxy_path;
mod run;
mod site;
mod vendor;

pub use options::Options;
pub use run::run;
