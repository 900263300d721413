//! The Acronis Account Management API v2 over the estate: one file a resource.
//!
//! [`routes`] says what answers which operation, [`handle`] leads a request there, [`store`] is what an account sees
//! and changes, [`settings`] are the settings of applications.

mod access;
pub mod accounts;
mod api_clients;
mod applications;
pub mod call;
mod children;
mod client_read;
mod contact_json;
mod contacts;
mod cursor;
pub mod errors;
pub mod faults;
mod forms;
mod handle;
mod members;
mod offering_items;
mod openid;
pub mod operation;
mod page_faults;
mod policies;
mod resolve_ids;
mod revoke;
mod routes;
mod search;
mod security_groups;
pub mod sessions;
pub mod settings;
mod spelling;
mod state;
pub mod store;
mod tenant_json;
mod tenant_read;
mod tenant_write;
mod tenants_list;
mod token;
mod user_json;
mod user_read;
mod user_writes;
mod users_cursor;
mod users_list;
mod users_me;
mod web_pages;

pub(crate) use handle::handle;
pub use state::State;

#[cfg(test)]
#[cfg(feature = "check")]
mod tests;
