//! The Settings tab of a tenant: what applies, where it comes from, why, and what a change would do.
//!
//! [`rows`], [`words`] and [`tree_map`] are pure; the rest draws.

pub mod rows;
pub mod setting_key;
pub mod tree_map;
pub mod values;
pub mod view;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod ask;
#[cfg(target_arch = "wasm32")]
mod below;
#[cfg(target_arch = "wasm32")]
mod below_table;
#[cfg(target_arch = "wasm32")]
mod catalogue;
#[cfg(target_arch = "wasm32")]
mod compare;
#[cfg(target_arch = "wasm32")]
mod compare_with;
#[cfg(target_arch = "wasm32")]
mod context;
#[cfg(target_arch = "wasm32")]
mod dialog;
#[cfg(target_arch = "wasm32")]
mod draft;
#[cfg(target_arch = "wasm32")]
mod form;
#[cfg(target_arch = "wasm32")]
mod inspector;
#[cfg(target_arch = "wasm32")]
mod ladder;
#[cfg(target_arch = "wasm32")]
mod outcome;
#[cfg(target_arch = "wasm32")]
mod panel;
#[cfg(target_arch = "wasm32")]
mod preview;
#[cfg(target_arch = "wasm32")]
mod read;
#[cfg(target_arch = "wasm32")]
mod saving;
#[cfg(target_arch = "wasm32")]
mod standing;
#[cfg(target_arch = "wasm32")]
mod tab;
#[cfg(target_arch = "wasm32")]
mod table;
#[cfg(target_arch = "wasm32")]
mod toolbar;
#[cfg(target_arch = "wasm32")]
mod value_text;
#[cfg(target_arch = "wasm32")]
mod verification;
#[cfg(target_arch = "wasm32")]
mod write_status;

#[cfg(target_arch = "wasm32")]
pub(crate) use self::catalogue::Catalogue;
#[cfg(target_arch = "wasm32")]
pub(super) use self::draft::{ASKS_ABOVE, Reach};
#[cfg(target_arch = "wasm32")]
pub(super) use self::form::{Entered, Form, usual_kind};
#[cfg(target_arch = "wasm32")]
pub(super) use self::inspector::{Inspector, Reading};
#[cfg(target_arch = "wasm32")]
pub(super) use self::outcome::WriteNotice;
#[cfg(target_arch = "wasm32")]
pub(super) use self::preview::{PreviewView, Unread};
#[cfg(target_arch = "wasm32")]
pub(super) use self::read::{Listed, settings as read_settings};
#[cfg(target_arch = "wasm32")]
pub(super) use self::rows::Row;
#[cfg(target_arch = "wasm32")]
pub(super) use self::saving::Saving;
#[cfg(target_arch = "wasm32")]
pub(super) use self::standing::{Standing, own_cell};
#[cfg(target_arch = "wasm32")]
pub(crate) use self::tab::SettingsTab;
#[cfg(target_arch = "wasm32")]
pub(crate) use self::write_status::{Verification, WriteStatus};
