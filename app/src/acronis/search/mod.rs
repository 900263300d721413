//! What an Acronis connection is searched for: a name, an id, a customer id, a login or an e-mail.

mod hits;

pub use hits::{LoadedHit, SEARCH, loaded};
