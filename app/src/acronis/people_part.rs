//! The people of a tenant in a wasm file of their own: contacts of a subtree, users, access, API clients; and quotas.

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::access::AccessTab;
use super::clients::ClientsTab;
use super::context::AcronisContext;
use super::people::PeoplePage;
use super::quotas::QuotasTab;
use super::users::UsersTab;
use crate::session::Session;
use crate::ui::lazy::lazy;

/// What the file shows.
#[derive(Clone, Copy)]
pub struct PeoplePart {
    /// The contacts of a subtree.
    pub contacts: fn(Session) -> AnyView,
    /// The Users tab.
    pub users: fn(AcronisContext, Uuid) -> AnyView,
    /// The Access tab.
    pub access: fn(AcronisContext, Uuid) -> AnyView,
    /// The Quotas tab.
    pub quotas: fn(AcronisContext, Uuid) -> AnyView,
    /// The API clients tab.
    pub clients: fn(AcronisContext, Uuid) -> AnyView,
}

lazy! {
    acronis_people: PeoplePart => PEOPLE;
}

const PEOPLE: PeoplePart = PeoplePart {
    contacts: |session| view! { <PeoplePage session=session/> }.into_any(),
    users: |screen, id| view! { <UsersTab screen=screen id=id/> }.into_any(),
    access: |screen, id| view! { <AccessTab screen=screen id=id/> }.into_any(),
    quotas: |screen, id| view! { <QuotasTab screen=screen id=id/> }.into_any(),
    clients: |screen, id| view! { <ClientsTab screen=screen id=id/> }.into_any(),
};
