//! The screen of an IONOS connection: the list that the address names.

use leptos::prelude::*;

use super::desk::Desk;
use super::people::{Groups, Users};
use super::resources::Resources;
use super::units::Units;
use crate::account::Account;
use crate::routing::{Router, Section};

/// The screen of an IONOS connection.
#[component]
pub fn IonosPage(
    /// The connection.
    account: Account,
    /// The browser's address.
    router: Router,
) -> impl IntoView {
    account.tasks.take_up(account);
    let desk = Desk { account, router, turn: RwSignal::new(0) };
    let section = Memo::new(move |_| {
        router.place().with(|place| place.section().map_or(Section::Units, |(section, _)| section))
    });
    move || match section.get() {
        Section::Units => view! { <Units desk=desk/> }.into_any(),
        Section::Users => view! { <Users desk=desk/> }.into_any(),
        Section::Groups => view! { <Groups desk=desk/> }.into_any(),
        Section::Resources => view! { <Resources desk=desk/> }.into_any(),
    }
}
