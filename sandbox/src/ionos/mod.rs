//! The IONOS Cloud API v6, Backup Service and User management: one file a resource.
//!
//! Each account and contract has a state of its own ([`world::World`]), made from the seed when it is first asked for
//! and changed by what is written.

pub mod accounts;
pub mod call;
pub mod errors;
mod fault_answers;
pub mod faults;
mod group_writes;
mod groups;
mod habits;
mod handle;
mod ids;
pub mod job;
mod members;
pub mod meter;
mod names;
pub mod privileges;
mod requests;
mod resources;
mod routes;
mod seed;
mod shape;
mod shares;
mod sign_in;
mod sso;
pub mod stamps;
mod state;
pub mod store;
mod unit_writes;
mod units;
mod user_writes;
mod users;
mod validate;
mod work;
pub mod world;

pub(crate) use handle::{handle, is_meant};
pub use state::State;

#[cfg(test)]
#[cfg(feature = "check")]
mod tests;
