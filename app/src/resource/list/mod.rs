//! Lists: reading, filter, sorting, columns, selection, files, and the panel of what is chosen. One body for all of
//! them: a page hands over its rows as text, so that nothing here is compiled for each model.

pub mod row;
pub mod selection;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod columns;
#[cfg(target_arch = "wasm32")]
mod def;
#[cfg(target_arch = "wasm32")]
mod extent;
#[cfg(target_arch = "wasm32")]
mod files;
#[cfg(target_arch = "wasm32")]
mod frame;
#[cfg(target_arch = "wasm32")]
mod head;
#[cfg(target_arch = "wasm32")]
mod table;

pub use self::row::{Cell, Column, Listing, Row, shown};
#[cfg(target_arch = "wasm32")]
pub use self::{def::ListDef, extent::ExtentNote, frame::List};
