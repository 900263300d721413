//! The small pieces that every screen is made of.

pub mod export;
pub mod scroll;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub(crate) mod address;
#[cfg(target_arch = "wasm32")]
pub(crate) mod badge;
#[cfg(target_arch = "wasm32")]
pub(crate) mod copy;
#[cfg(target_arch = "wasm32")]
pub(crate) mod fault;
#[cfg(target_arch = "wasm32")]
pub(crate) mod format;
#[cfg(target_arch = "wasm32")]
pub(crate) mod icon;
#[cfg(target_arch = "wasm32")]
pub(crate) mod loaded;
#[cfg(target_arch = "wasm32")]
pub(crate) mod modal;
#[cfg(target_arch = "wasm32")]
pub(crate) mod popover;
#[cfg(target_arch = "wasm32")]
pub(crate) mod remote;
#[cfg(target_arch = "wasm32")]
pub(crate) mod task;

#[cfg(target_arch = "wasm32")]
pub(crate) use self::{
    address::Address,
    badge::{Badge, Tone},
    copy::CopyText,
    fault::{Fault, FaultNotice},
    icon::{Icon, IconName},
    loaded::{Loaded, load},
    modal::Modal,
    popover::Popover,
    remote::Remote,
};
