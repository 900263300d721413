//! The one way of every write: read again → send → look up what an unknown outcome was → read back →
//! [`Outcome`].
//!
//! A [`Change`] says what it is about and how each of these steps goes; vendors make theirs in a folder
//! `changes/`. [`batch`] runs the same change for many objects.

mod about;
mod again;
pub mod batch;
mod change;
mod engine;
pub mod journal;
mod outcome;
mod phase;

pub use about::{About, Action};
pub use again::Again;
pub use change::{Change, Inverse, Now};
pub use engine::Found;
pub use journal::{Entry, Record, Recorded};
pub use outcome::{Accepted, Done, Ending, Known, Outcome, Seen, Unknown, Verified};
pub use phase::Phase;
