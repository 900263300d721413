//! The screen of an IONOS connection: the list that the address names.

use leptos::prelude::*;

use super::people::{Groups, Users};
use super::resources::Resources;
use super::units::Units;
use crate::resource::context::PageContext;
use crate::routing::{Router, Section};
use crate::session::Session;

/// The screen of an IONOS connection.
#[component]
pub fn IonosPage(
    /// The connection.
    session: Session,
    /// The browser's address.
    router: Router,
) -> impl IntoView {
    session.tasks.take_up(session);
    let page = PageContext { session, router, revision: RwSignal::new(0) };
    let section = Memo::new(move |_| {
        router.place().with(|place| place.section().map_or(Section::Units, |(section, _)| section))
    });
    move || match section.get() {
        Section::Units => view! { <Units page=page/> }.into_any(),
        Section::Users => view! { <Users page=page/> }.into_any(),
        Section::Groups => view! { <Groups page=page/> }.into_any(),
        Section::Resources => view! { <Resources page=page/> }.into_any(),
    }
}
