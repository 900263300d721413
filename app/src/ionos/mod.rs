//! The lists of an IONOS connection: backup units, users, groups, resources.

mod console;
mod delete;
mod desk;
mod form;
mod group;
mod group_form;
mod groups;
mod members;
mod page;
mod reach;
mod resource;
mod resources;
mod sharing;
mod unit;
mod unit_delete;
mod unit_form;
mod units;
mod user;
mod user_form;
mod users;

pub use page::IonosPage;
