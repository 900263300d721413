//! What of the contacts of a subtree is shown, as the URL says it:
//! `/{connection}/contacts?under=…&who=ana@x.example&facets=kind:customer,without:billing&above=true`.

use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::Facet;

use crate::routing::{Place, Query};

/// The path of the contacts.
pub const CONTACTS: &str = "contacts";

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleView {
    /// The tenant at the top; the account's own where it is `None`.
    pub under: Option<Uuid>,
    /// Somebody, by name or address.
    pub who: String,
    /// What the tenants are narrowed to.
    pub facets: Vec<Facet>,
    /// Where there is nobody, who is nearest above is shown.
    pub above: bool,
}

impl PeopleView {
    /// Whether a place is about it.
    pub fn is_at(place: &Place) -> bool {
        place.segments().as_slice() == [CONTACTS]
    }

    /// Reads its part of the URL; `None` where that is about something else.
    pub fn read(place: &Place) -> Option<PeopleView> {
        if !PeopleView::is_at(place) {
            return None;
        }
        let facets = place.query.get("facets").unwrap_or_default();
        Some(PeopleView {
            under: place.query.get("under").and_then(Uuid::parse),
            who: place.query.get("who").unwrap_or_default().to_owned(),
            facets: facets.split(',').filter_map(Facet::read).collect(),
            above: place.query.get("above") == Some("true"),
        })
    }

    /// Its part of the URL.
    pub fn place(&self, connection: &str) -> Place {
        let facets: Vec<String> = self.facets.iter().map(Facet::key).collect();
        let query = Query::default()
            .with("under", self.under.map(|id| id.to_string()))
            .with("who", Some(self.who.clone()))
            .with("facets", Some(facets.join(",")))
            .with("above", self.above.then(|| "true".to_owned()));
        Place { query, ..Place::new(connection, [CONTACTS]) }
    }
}
