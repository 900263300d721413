//! The search box of the top bar: one for all connections that somebody is signed in on. What each finds is its
//! vendor's to say (`session/search.rs`).

mod offers;
mod search_box;
mod source;

use leptos::prelude::*;

use self::search_box::SearchBox;
use crate::session::SearchScope;

/// Draws the box.
pub fn draw(scope: SearchScope) -> AnyView {
    view! { <SearchBox scope=scope/> }.into_any()
}
