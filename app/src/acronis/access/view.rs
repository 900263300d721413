//! What of the access to a tenant is shown, as the URL says it: `…/access?who=ana`.

use crate::routing::Query;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessView {
    /// What the list is filtered by.
    pub who: String,
}

impl AccessView {
    /// Reads its part of the URL.
    pub fn read(query: &Query) -> AccessView {
        AccessView { who: query.get("who").unwrap_or_default().to_owned() }
    }

    /// Writes it.
    pub fn write(&self, query: Query) -> Query {
        query.with("who", Some(self.who.clone()))
    }
}
