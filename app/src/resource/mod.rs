//! The frames of every vendor's resources: list, panel, form, delete, and the same write for several rows. A page brings
//! its columns, fields and calls; nothing here knows a vendor or a model.

pub mod list;

#[cfg(target_arch = "wasm32")]
pub mod awaited;
#[cfg(target_arch = "wasm32")]
pub mod batch;
#[cfg(target_arch = "wasm32")]
pub mod choices;
#[cfg(target_arch = "wasm32")]
pub mod context;
#[cfg(target_arch = "wasm32")]
pub mod delete;
#[cfg(target_arch = "wasm32")]
pub mod fields;
#[cfg(target_arch = "wasm32")]
pub mod flag;
#[cfg(target_arch = "wasm32")]
pub mod form;
#[cfg(target_arch = "wasm32")]
pub mod form_dialog;
#[cfg(target_arch = "wasm32")]
pub mod notes;
#[cfg(target_arch = "wasm32")]
pub mod panel;
#[cfg(target_arch = "wasm32")]
pub mod recent;
#[cfg(target_arch = "wasm32")]
pub mod submission;
