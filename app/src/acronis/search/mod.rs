//! The search box of the top bar: takes a name, a UUID, a customer id, a login or an e-mail.

mod hits;
mod search_box;

pub use hits::{Hit, loaded};
pub use search_box::SearchBox;
