//! What of a tenant's users is shown, as the URL says it: `…/users?below=true&user=…&who=ana&sort=-created`.

use tenantry_core::Uuid;

use crate::resource::list::view::Sort;
use crate::routing::Query;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsersView {
    /// With the users of everything below.
    pub below: bool,
    /// The chosen user.
    pub user: Option<Uuid>,
    /// What the list is filtered by.
    pub who: String,
    /// Its order; the vendor's own where it is `None`.
    pub sort: Option<Sort>,
}

impl UsersView {
    /// Reads its part of the URL.
    pub fn read(query: &Query) -> UsersView {
        let text = |name: &str| query.get(name).filter(|text| !text.is_empty());
        UsersView {
            below: text("below") == Some("true"),
            user: text("user").and_then(Uuid::parse),
            who: text("who").unwrap_or_default().to_owned(),
            sort: text("sort").map(Sort::read),
        }
    }

    /// Writes it.
    pub fn write(&self, query: Query) -> Query {
        query
            .with("below", self.below.then(|| "true".to_owned()))
            .with("user", self.user.map(|id| id.to_string()))
            .with("who", Some(self.who.clone()))
            .with("sort", self.sort.as_ref().map(Sort::write))
    }
}
