//! The screen of an Acronis connection: what the URL names of it.

use leptos::prelude::*;

use super::route::{TENANTS, page_of};
use super::tenants::TenantsPage;
use crate::journal::JournalPage;
use crate::mount::Mount;
use crate::routing::JOURNAL;
use crate::session::Session;
use crate::ui::Keyed;

/// The screen of an Acronis connection.
#[component]
pub fn AcronisPage(
    /// The connection.
    session: Session,
) -> impl IntoView {
    let mount = Mount::here();
    let page = Memo::new(move |_| mount.router().place().with(page_of).unwrap_or(TENANTS));
    let shown = Keyed::new();
    move || {
        let page = page.get();
        let view = match page {
            JOURNAL => view! { <JournalPage session=session/> }.into_any(),
            _ => view! { <TenantsPage session=session/> }.into_any(),
        };
        shown.draw(page, view)
    }
}
