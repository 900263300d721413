//! The tenants of a subtree as a table: narrowed by facets, sorted, kept as files. The rows come from the tree; what
//! the first reading does not give of them is read when the list is opened.
//!
//! [`columns`], [`saved`] and [`view`] are pure; the rest draws.

pub mod columns;
pub mod saved;
pub mod setting;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod changes;
#[cfg(target_arch = "wasm32")]
mod chooser;
#[cfg(target_arch = "wasm32")]
mod details;
#[cfg(target_arch = "wasm32")]
mod extent;
#[cfg(target_arch = "wasm32")]
mod facets;
#[cfg(target_arch = "wasm32")]
mod files;
#[cfg(target_arch = "wasm32")]
mod line;
#[cfg(target_arch = "wasm32")]
mod selection;
#[cfg(target_arch = "wasm32")]
mod tab;
#[cfg(target_arch = "wasm32")]
mod table;
#[cfg(target_arch = "wasm32")]
mod views;

#[cfg(target_arch = "wasm32")]
pub(crate) use changes::counted;
#[cfg(target_arch = "wasm32")]
pub(crate) use details::{Details, read_if_needed};
#[cfg(target_arch = "wasm32")]
pub(crate) use extent::listed;
#[cfg(target_arch = "wasm32")]
pub(crate) use facets::Facets;
#[cfg(target_arch = "wasm32")]
pub(crate) use line::{path, written};
#[cfg(target_arch = "wasm32")]
pub(crate) use tab::ListTab;
