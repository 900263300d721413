//! The journal on screen: every write that was sent from here, what it did, and the way to undo it.

mod entry;
mod json;
mod page;
mod panel;
mod undo;

pub use self::page::JournalPage;
