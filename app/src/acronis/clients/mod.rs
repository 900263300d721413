//! The API clients tab of a tenant: who signs in without a person. A secret is shown once, in the dialog that asked for it,
//! and kept nowhere.

mod edit;
mod issue;
mod row;
mod secret;
mod tab;
mod words;

pub(crate) use tab::ClientsTab;
