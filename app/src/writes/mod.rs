//! Writes on screen: the one way that every write goes, and what is said of how it ended.

mod send;
mod words;

pub use self::send::{OutcomeListener, look, look_again, run, send};
pub use self::words::{fault_of, not_sent, refused};
