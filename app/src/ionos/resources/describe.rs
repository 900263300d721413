//! A resource in words, and as a link.

use leptos::prelude::*;
use tenantry_core::ionos::{Resource, ResourceType};

use crate::i18n::t;
use crate::ionos::route::RESOURCES;
use crate::resource::context::PageContext;
use crate::ui::Name;

/// A resource's name, or its id where it has none.
pub fn name_of(one: &Resource) -> String {
    let told = one.properties.as_ref().and_then(|told| told.name.clone());
    told.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| one.id.to_string())
}

/// A resource's type, as the API says it.
pub fn kind_of(one: &Resource) -> Option<&str> {
    one.kind.as_ref().map(ResourceType::as_str)
}

/// Stands in the URL for a type that the API did not tell.
pub const UNTOLD_KIND: &str = "-";

/// What the URL says of a resource: its type and id.
pub fn item_of(one: &Resource) -> String {
    [kind_of(one).unwrap_or(UNTOLD_KIND), one.id.as_str()].join("/")
}

/// A resource as a link, with its type.
#[component]
pub fn ResourceLink(
    /// The page.
    page: PageContext,
    /// The resource.
    one: Resource,
) -> impl IntoView {
    let kind = kind_of(&one).unwrap_or_else(|| t("io.untold_type")).to_owned();
    view! { <a href=page.href(RESOURCES, Some(&item_of(&one)))><Name text=name_of(&one)/></a> " " <small class="tn-faint"><Name text=kind/></small> }
}
