//! What a connection's own search finds. The box that asks (`app/src/search`) knows no vendor.

use std::sync::Arc;

use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::fold::Query;

use super::connection::Session;
use super::sessions::Sessions;
use crate::routing::Place;
use crate::ui::IconName;

/// How a vendor's screens are searched.
#[derive(Clone, Copy)]
pub struct Search {
    /// Draws the box. It is the same for all vendors; each names it, so that it comes with their files.
    pub draw: fn(SearchScope) -> AnyView,
    /// What is loaded, at once; the best few.
    pub here: fn(Session, &Query, &Place) -> Vec<Hit>,
    /// What the vendor knows, a moment later.
    pub ask: fn(Session, Asked) -> LocalBoxFuture<'static, Result<Answer, Error>>,
    /// Where an id leads that nobody knows: there it is said so.
    pub unknown_id: fn(Session, &Query) -> Option<Place>,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// As it was typed.
    pub text: String,
    /// As it is compared.
    pub query: Query,
    /// Where the user is: a hit may be shown in the same view.
    pub place: Place,
}

/// What the vendor knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What was found, the best first.
    pub entries: Vec<Entry>,
    /// The entries are all that there is, whatever is asked for: they are searched here, and not read for each letter.
    pub is_everything: bool,
    /// What is missing, in words.
    pub missing: Vec<String>,
}

/// Something that the vendor knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is found by, beside its title and its id.
    pub texts: Vec<String>,
    /// How it is offered.
    pub hit: Hit,
}

impl Entry {
    /// Whether it is what is looked for.
    pub fn matches(&self, query: &Query) -> bool {
        let Hit { id, title, .. } = &self.hit;
        query.begins_text(id)
            || std::iter::once(title).chain([id]).chain(&self.texts).any(|text| query.is_in(text))
    }
}

/// One offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The id of what was found.
    pub id: String,
    /// Its icon.
    pub icon: IconName,
    /// Its name.
    pub title: String,
    /// Where it is, or whose it is.
    pub detail: String,
    /// Words beside it.
    pub badge: Option<&'static str>,
    /// Where it is shown.
    pub place: Place,
    /// What has the keyboard there.
    pub focus: &'static str,
}

/// What the box searches.
#[derive(Clone)]
pub struct SearchScope {
    /// All connections.
    pub sessions: Sessions,
    /// The one that is shown. It comes first.
    pub current: Signal<Option<Session>>,
    /// A connection's own search, once its screens are here.
    pub search_of: Arc<dyn Fn(Session) -> Option<Search> + Send + Sync>,
}
