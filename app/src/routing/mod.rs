//! The URL is the state of the screen: connection, path and query. This folder knows no page: each page reads and
//! writes its own part (`acronis/route.rs`, `ionos/route.rs`, `resource/list/view.rs`).

pub mod place;
#[cfg(test)]
mod tests;

#[cfg(target_arch = "wasm32")]
mod memory;
#[cfg(target_arch = "wasm32")]
mod navigator;
#[cfg(target_arch = "wasm32")]
mod router;

#[cfg(target_arch = "wasm32")]
pub use self::{memory::MemoryNavigator, navigator::Navigator, router::Router};
pub use place::{JOURNAL, Place, Query};
