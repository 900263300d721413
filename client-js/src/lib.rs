//! The seven backup operations of tenantry-core for JavaScript, as thin as can be: a call is the name of an
//! operation and JSON text, and so is its answer. `npm/` makes typed promises of it.
#![deny(missing_docs)]

pub mod arguments;
#[cfg(target_arch = "wasm32")]
mod bind;
pub mod operations;
pub mod shape;
