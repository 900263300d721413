//! The screens of an Acronis connection: the tenant tree, a tenant's fields and settings, search.

pub mod settings;

#[cfg(target_arch = "wasm32")]
pub(crate) mod search;
#[cfg(target_arch = "wasm32")]
pub(crate) mod tenants;
