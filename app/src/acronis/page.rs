//! The screen of an Acronis connection: the tenants, the contacts of a subtree, or the journal, as the URL says.

use leptos::prelude::*;

use super::context::AcronisContext;
use super::people::view::CONTACTS;
use super::people_part::{PeoplePart, acronis_people};
use super::route::page_of;
use super::tenants::{TenantsPage, resume};
use crate::journal::JournalPage;
use crate::mount::events::on_window;
use crate::routing::JOURNAL;
use crate::session::Session;
use crate::ui::Keyed;
use crate::ui::lazy::{LazyView, load_when_idle};

/// The screen. The tenants are loaded whatever is shown of them.
#[component]
pub fn AcronisPage(
    /// The connection.
    session: Session,
) -> impl IntoView {
    let page = AcronisContext::new(session);
    page.top().into_iter().for_each(|top| page.tenants.begin(top));
    resume(page.state());
    load_when_idle(acronis_people);
    // Back on the network, a load that the network broke goes on by itself.
    on_window(leptos::ev::online, move |_| resume(page.state()));
    session.when_back(move || resume(page.state()));
    let place = Memo::new(move |_| page.mount.router().place().with(page_of));
    let shown = Keyed::new();
    move || {
        let place = place.get();
        let view = match place {
            Some(CONTACTS) => {
                let draw = move |part: PeoplePart| (part.contacts)(session);
                view! { <LazyView load=acronis_people draw=draw/> }.into_any()
            }
            Some(JOURNAL) => view! { <JournalPage session=session/> }.into_any(),
            _ => view! { <TenantsPage session=session/> }.into_any(),
        };
        shown.draw(place, view)
    }
}
