//! The contacts of a subtree: a matrix of its tenants and of what they have contacts for, gaps included; one person
//! everywhere; files.
//!
//! [`view`] is pure; the rest draws.

pub mod view;

#[cfg(target_arch = "wasm32")]
mod cell;
#[cfg(target_arch = "wasm32")]
mod context;
#[cfg(target_arch = "wasm32")]
mod files;
#[cfg(target_arch = "wasm32")]
mod import;
#[cfg(target_arch = "wasm32")]
mod matrix;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod replace;
#[cfg(target_arch = "wasm32")]
mod steps;
#[cfg(target_arch = "wasm32")]
mod top;

#[cfg(target_arch = "wasm32")]
pub(crate) use page::PeoplePage;
