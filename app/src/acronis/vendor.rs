//! Acronis for the registry.

use leptos::prelude::*;

use super::page::AcronisPage;
use super::people::view::CONTACTS;
use super::route::{TENANTS, page_of};
use super::search::SEARCH;
use super::sign_in;
use super::state::acronis;
use super::tenants;
use crate::i18n::english;
use crate::session::{Link, Screens, VendorUi};
use crate::ui::IconName;

/// What the frame needs of it.
pub static UI: VendorUi = VendorUi {
    links: &[
        Link { path: TENANTS, words: "rail.tenants", icon: IconName::Tree },
        Link { path: CONTACTS, words: "rail.contacts", icon: IconName::Contacts },
        Link::JOURNAL,
    ],
    page_of,
    who: |session, hint| Box::pin(sign_in::who(session, hint)),
    sign_in: |_| sign_in::extras(),
};

/// Its screens.
pub const SCREENS: Screens = Screens {
    messages: &[
        &english::RESOURCE,
        &english::ACRONIS,
        &english::CONTACTS,
        &english::LIFECYCLE,
        &english::QUOTAS,
        &english::CLIENTS,
        &english::USERS,
        &english::ACCESS,
    ],
    page: |session| view! { <AcronisPage session=session/> }.into_any(),
    search: SEARCH,
    widgets: None,
    refresh: Some(|session| tenants::refresh(acronis(session))),
    count: Some(|session| acronis(session).tenants.count()),
};
