//! The lists of an IONOS connection: backup units, users, groups, resources.

mod console;
mod desk;
mod form;
mod page;
mod reach;
mod sharing;
mod unit;
mod unit_delete;
mod unit_form;
mod units;

pub use page::IonosPage;
