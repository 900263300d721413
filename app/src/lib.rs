//! The console's screens. What needs no browser (words, URLs) builds and is tested on the host; everything
//! that draws is for wasm32 only.

pub mod i18n;
pub mod routing;
pub mod scroll;
pub mod settings;
pub mod ui;

#[cfg(target_arch = "wasm32")]
mod account;
#[cfg(target_arch = "wasm32")]
mod ionos;
#[cfg(target_arch = "wasm32")]
mod prefs;
#[cfg(target_arch = "wasm32")]
mod search;
#[cfg(target_arch = "wasm32")]
mod shell;
#[cfg(target_arch = "wasm32")]
mod sign_in;
#[cfg(target_arch = "wasm32")]
mod tasks;
#[cfg(target_arch = "wasm32")]
mod tenants;

#[cfg(target_arch = "wasm32")]
pub use shell::start;
