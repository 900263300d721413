//! Writes: how they are sent, and how what became of them is found out.

pub mod batch;
