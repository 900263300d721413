//! The screens of an Acronis connection: the tenant tree, a tenant's fields and settings, search.

pub mod access;
pub mod contacts;
pub mod lifecycle;
pub mod list;
pub mod people;
pub mod quotas;
pub mod route;
pub mod settings;
pub mod users;

#[cfg(target_arch = "wasm32")]
mod clients;
#[cfg(target_arch = "wasm32")]
mod context;
#[cfg(target_arch = "wasm32")]
mod field_view;
#[cfg(target_arch = "wasm32")]
mod fields;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod people_part;
#[cfg(target_arch = "wasm32")]
mod pick;
#[cfg(target_arch = "wasm32")]
mod search;
#[cfg(target_arch = "wasm32")]
mod sign_in;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
mod tenants;
#[cfg(target_arch = "wasm32")]
mod vendor;

#[cfg(target_arch = "wasm32")]
pub(crate) use vendor::{SCREENS, UI};
