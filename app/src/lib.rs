//! The console's screens. What needs no browser (words, URLs) builds and is tested on the host; everything
//! that draws is for wasm32 only.

pub mod acronis;
pub mod i18n;
pub mod ionos;
pub mod resource;
pub mod routing;
pub mod ui;

#[cfg(target_arch = "wasm32")]
mod journal;
#[cfg(target_arch = "wasm32")]
mod mount;
#[cfg(target_arch = "wasm32")]
mod search;
#[cfg(target_arch = "wasm32")]
mod session;
#[cfg(target_arch = "wasm32")]
mod shell;
#[cfg(target_arch = "wasm32")]
mod writes;

#[cfg(target_arch = "wasm32")]
pub use shell::{Embedded, embed, start};
