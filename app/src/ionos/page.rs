//! The screen of an IONOS connection: the list that the URL names.

use leptos::prelude::*;

use super::groups::Groups;
use super::password::PasswordSent;
use super::resources::Resources;
use super::route::{GROUPS, RESOURCES, UNITS, USERS, list_of};
use super::tasks::tasks;
use super::units::Units;
use super::users::Users;
use super::words::field_errors;
use crate::journal::JournalPage;
use crate::resource::context::PageContext;
use crate::routing::JOURNAL;
use crate::session::Session;
use crate::ui::Keyed;

/// The screen of an IONOS connection.
#[component]
pub fn IonosPage(
    /// The connection.
    session: Session,
) -> impl IntoView {
    tasks(session).take_up(session);
    session.when_back(move || tasks(session).take_up(session));
    let page = PageContext::new(session, field_errors);
    PasswordSent::provide();
    let list = Memo::new(move |_| page.mount.router().place().with(list_of).unwrap_or(UNITS));
    let shown = Keyed::new();
    move || {
        let list = list.get();
        let view = match list {
            USERS => view! { <Users page=page/> }.into_any(),
            GROUPS => view! { <Groups page=page/> }.into_any(),
            RESOURCES => view! { <Resources page=page/> }.into_any(),
            JOURNAL => view! { <JournalPage session=session/> }.into_any(),
            _ => view! { <Units page=page/> }.into_any(),
        };
        shown.draw(list, view)
    }
}
