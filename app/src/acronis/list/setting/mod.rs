//! One setting over the tenants of the list: its own and effective values, what the list is narrowed to by them, and
//! the same change on the selected tenants.
//!
//! [`own`] and [`plan`] are pure; the rest draws.

pub mod own;
pub mod plan;

#[cfg(target_arch = "wasm32")]
mod bar;
#[cfg(target_arch = "wasm32")]
mod change;
#[cfg(target_arch = "wasm32")]
mod chooser;
#[cfg(target_arch = "wasm32")]
mod column;

#[cfg(target_arch = "wasm32")]
pub(super) use self::bar::SettingBar;
#[cfg(target_arch = "wasm32")]
pub(super) use self::change::ChangeDialog;
#[cfg(target_arch = "wasm32")]
pub(super) use self::chooser::SettingChooser;
#[cfg(target_arch = "wasm32")]
pub(super) use self::column::SettingColumn;
