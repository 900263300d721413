//! Users and groups: who may do what in the contract.

mod bulk;
mod choice;
mod group;
mod group_form;
mod groups;
mod members;
mod user;
mod user_form;
mod users;

pub use choice::{Choice, GroupChoice};
pub use groups::Groups;
pub use users::Users;
