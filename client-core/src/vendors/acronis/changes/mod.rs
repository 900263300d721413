//! The changes of this vendor, one file a resource: how each write is checked, sent, looked up, verified and
//! undone.

pub mod contacts;
pub mod settings;
pub mod tenants;

#[cfg(test)]
mod contact_tests;
#[cfg(test)]
mod tenant_tests;
#[cfg(test)]
mod tests;
