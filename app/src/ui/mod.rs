//! The small pieces that every screen is made of.

pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod badge;
#[cfg(target_arch = "wasm32")]
pub mod copy;
#[cfg(target_arch = "wasm32")]
pub mod fault;
#[cfg(target_arch = "wasm32")]
pub mod focus;
#[cfg(target_arch = "wasm32")]
pub mod format;
#[cfg(target_arch = "wasm32")]
pub mod icon;
#[cfg(target_arch = "wasm32")]
pub mod remote;
#[cfg(target_arch = "wasm32")]
pub mod task;

#[cfg(target_arch = "wasm32")]
pub use self::{
    badge::{Badge, Tone},
    copy::CopyText,
    fault::{Fault, FaultNotice},
    icon::{Icon, Sign},
    remote::Remote,
};
