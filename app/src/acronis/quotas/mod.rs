//! The Quotas tab of a tenant: what it may use, how much of it, and how much it uses.
//!
//! [`entered`] and [`meter`] are pure; the rest draws.

pub mod entered;
pub mod meter;

#[cfg(target_arch = "wasm32")]
mod edit;
#[cfg(target_arch = "wasm32")]
mod tab;
#[cfg(target_arch = "wasm32")]
mod words;

#[cfg(target_arch = "wasm32")]
pub(crate) use tab::QuotasTab;
