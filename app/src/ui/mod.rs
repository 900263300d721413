//! The small pieces that every screen is made of.

pub mod badge;
pub mod copy;
pub mod fault;
pub mod focus;
pub mod format;
pub mod icon;
pub mod remote;
pub mod task;

pub use badge::{Badge, Tone};
pub use copy::CopyText;
pub use fault::{Fault, FaultNotice};
pub use icon::{Icon, Sign};
pub use remote::Remote;
