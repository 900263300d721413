//! Acronis for the registry.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::acronis::users::Me;

use super::route::{TENANTS, TenantsPath};
use super::search::SearchBox;
use super::state::acronis;
use super::tenants::{self, TenantsPage};
use crate::i18n::english;
use crate::session::{Link, Person, Screens, Session, SignInExtras, VendorUi};
use crate::ui::IconName;

/// What the frame needs of it.
pub static UI: VendorUi = VendorUi {
    links: &[Link { path: TENANTS, words: "rail.tenants", icon: IconName::Tree }],
    page_of: |place| TenantsPath::read(place).map(|_| TENANTS),
    who: |session, _| Box::pin(who(session)),
    sign_in: |_| SignInExtras::none(),
};

/// Its screens.
pub const SCREENS: Screens = Screens {
    messages: &[&english::RESOURCE, &english::ACRONIS],
    page: |session| view! { <TenantsPage session=session/> }.into_any(),
    search: Some(|session| view! { <SearchBox session=session/> }.into_any()),
    widgets: None,
    refresh: Some(|session| tenants::refresh(acronis(session))),
    count: Some(|session| acronis(session).tenants.count()),
};

/// Who has signed in. What they work in is their own tenant: the top of what they see.
async fn who(session: Session) -> Result<Person, Error> {
    let user = session.connection().call(&Me).await?;
    Ok(Person { login: Some(user.login), scope: Some(user.tenant_id.to_string()) })
}
