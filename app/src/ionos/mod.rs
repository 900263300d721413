//! The lists of an IONOS connection: backup units, users, groups, resources.

mod bulk;
mod contract;
mod delete;
mod desk;
mod form;
mod list;
mod page;
mod password;
mod people;
mod resources;
mod shares;
mod units;

pub use page::IonosPage;
