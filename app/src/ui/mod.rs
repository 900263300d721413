//! The small pieces that every screen is made of.

pub mod export;
pub mod phrase;
pub mod scroll;
pub mod text;
pub mod vcard;

#[cfg(target_arch = "wasm32")]
pub(crate) mod address;
#[cfg(target_arch = "wasm32")]
pub(crate) mod badge;
#[cfg(target_arch = "wasm32")]
pub(crate) mod copy;
#[cfg(target_arch = "wasm32")]
pub(crate) mod export_buttons;
#[cfg(target_arch = "wasm32")]
pub(crate) mod fault;
#[cfg(target_arch = "wasm32")]
pub(crate) mod format;
#[cfg(target_arch = "wasm32")]
pub(crate) mod icon;
#[cfg(target_arch = "wasm32")]
pub(crate) mod keyed;
#[cfg(target_arch = "wasm32")]
pub(crate) mod lazy;
#[cfg(target_arch = "wasm32")]
pub(crate) mod live;
#[cfg(target_arch = "wasm32")]
pub(crate) mod loaded;
#[cfg(target_arch = "wasm32")]
pub(crate) mod measure;
#[cfg(target_arch = "wasm32")]
pub(crate) mod modal;
#[cfg(target_arch = "wasm32")]
pub(crate) mod name;
#[cfg(target_arch = "wasm32")]
pub(crate) mod phrase_text;
#[cfg(target_arch = "wasm32")]
pub(crate) mod popover;
#[cfg(target_arch = "wasm32")]
pub(crate) mod remote;
#[cfg(target_arch = "wasm32")]
pub(crate) mod task;
#[cfg(target_arch = "wasm32")]
pub(crate) mod window_table;

#[cfg(target_arch = "wasm32")]
pub(crate) use self::{
    address::Address,
    badge::{Badge, Tone},
    copy::{CopyButton, CopyText},
    export_buttons::{ExportButtons, save},
    fault::{Fault, FaultNotice},
    icon::{Icon, IconName},
    keyed::Keyed,
    live::Live,
    loaded::{Loaded, load},
    modal::Modal,
    name::{Name, NameOption, Quote},
    phrase::Phrase,
    phrase_text::PhraseText,
    popover::Popover,
    remote::Remote,
};
