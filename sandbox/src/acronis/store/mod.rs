//! What one account sees and may change: the generated estate with the account's own changes over it.
//!
//! The estate is shared and stays as it was generated; only what differs is kept, so a copy for each account costs
//! nothing until it is written to. Ids and dates need no lookup table: an id holds the number of what it names.
//! The lists of children are the one index, and [`change`] alone writes it.

mod change;
mod overlay;
mod people;
mod read;
mod tenant;
mod walk;
mod written;

pub use change::Refused;
pub use read::Store;
pub use tenant::Tenant;
pub use written::{Client, Policy, WrittenItem};

#[cfg(test)]
mod tests;
