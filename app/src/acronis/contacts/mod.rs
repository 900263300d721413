//! The contacts of a tenant: whom to call, and for what.
//!
//! [`links`] is pure; the rest draws.

pub mod links;

#[cfg(target_arch = "wasm32")]
mod card;
#[cfg(target_arch = "wasm32")]
mod chosen;
#[cfg(target_arch = "wasm32")]
mod delete;
#[cfg(target_arch = "wasm32")]
mod fields;
#[cfg(target_arch = "wasm32")]
mod form;
#[cfg(target_arch = "wasm32")]
mod tab;
#[cfg(target_arch = "wasm32")]
mod whom;
#[cfg(target_arch = "wasm32")]
mod words;

#[cfg(target_arch = "wasm32")]
pub(crate) use fields::{contact_fields, label};
#[cfg(target_arch = "wasm32")]
pub(crate) use tab::ContactsTab;
#[cfg(target_arch = "wasm32")]
pub(crate) use words::{field_errors, reason};
