//! Writes on screen: the one way that every write goes, what is said of how it ended, and the switch that keeps
//! everything as it is.

mod read_only;
mod send;
mod words;

pub use self::read_only::ReadOnly;
pub use self::send::{run, send};
pub use self::words::fault_of;
