//! The frames of every vendor's resources: list, panel, form, delete, and the same write for several rows.

pub mod batch;
pub mod context;
pub mod delete;
pub mod form;
pub mod list;
