//! The changes of this vendor, one file a resource: how each write is checked, sent, looked up, verified and
//! undone.

pub mod api_clients;
pub mod contacts;
pub mod offering_items;
pub mod roles;
pub mod settings;
pub mod tenants;
pub mod users;

#[cfg(test)]
mod contact_tests;
#[cfg(test)]
mod tenant_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod user_tests;
