//! IONOS for the registry.

use leptos::prelude::*;

use super::page::IonosPage;
use super::route::{self, GROUPS, RESOURCES, UNITS, USERS};
use super::search::SEARCH;
use super::sign_in;
use super::tasks::TaskCentre;
use crate::i18n::english;
use crate::session::{Link, Screens, VendorUi};
use crate::ui::IconName;

/// What the frame needs of it.
pub static UI: VendorUi = VendorUi {
    links: &[
        Link { path: UNITS, words: "rail.units", icon: IconName::Box },
        Link { path: USERS, words: "rail.users", icon: IconName::User },
        Link { path: GROUPS, words: "rail.groups", icon: IconName::Group },
        Link { path: RESOURCES, words: "rail.resources", icon: IconName::OtherKind },
        Link::JOURNAL,
    ],
    page_of: route::list_of,
    who: |session, hint| Box::pin(sign_in::who(session, hint)),
    sign_in: sign_in::extras,
};

/// Its screens.
pub const SCREENS: Screens = Screens {
    messages: &[&english::RESOURCE, &english::IONOS],
    page: |session| view! { <IonosPage session=session/> }.into_any(),
    search: SEARCH,
    widgets: Some(|session| view! { <TaskCentre session=session/> }.into_any()),
    refresh: None,
    count: None,
};
