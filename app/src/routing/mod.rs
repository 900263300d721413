//! The URL is the state of the screen. [`paths`] makes and reads every URL; [`browser`] moves the browser.

#[cfg(target_arch = "wasm32")]
mod browser;
pub mod paths;
pub mod settings_view;

#[cfg(target_arch = "wasm32")]
pub use browser::Router;
pub use paths::{Place, Screen, Section, Tab};
pub use settings_view::{SettingsView, Show, Sort};
