//! The lists of an IONOS connection: backup units, users, groups, resources.

pub(crate) mod contract;
mod page;
mod password;
mod people;
mod resources;
mod shares;
pub mod tasks;
mod units;

pub use page::IonosPage;
