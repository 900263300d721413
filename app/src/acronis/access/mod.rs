//! Who can touch a tenant, and why; and what a user can touch.
//!
//! [`view`] is pure; the rest draws.

pub mod view;

#[cfg(target_arch = "wasm32")]
mod files;
#[cfg(target_arch = "wasm32")]
mod grants;
#[cfg(target_arch = "wasm32")]
mod levels;
#[cfg(target_arch = "wasm32")]
mod of_user;
#[cfg(target_arch = "wasm32")]
mod tab;
#[cfg(target_arch = "wasm32")]
mod table;
#[cfg(target_arch = "wasm32")]
mod words;

#[cfg(target_arch = "wasm32")]
pub(crate) use of_user::{OfUser, RoleWrites};
#[cfg(target_arch = "wasm32")]
pub(crate) use tab::AccessTab;
