//! A resource in words, and as a link.

use leptos::prelude::*;
use tenantry_core::ionos::Resource;

use crate::ionos::route::RESOURCES;
use crate::resource::context::PageContext;

/// A resource's name, or its id where it has none.
pub fn name_of(one: &Resource) -> String {
    let told = one.properties.as_ref().and_then(|told| told.name.clone());
    told.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| one.id.to_string())
}

/// A resource's type, as the API says it.
pub fn kind_of(one: &Resource) -> String {
    one.kind.as_ref().map(|kind| kind.as_str().to_owned()).unwrap_or_default()
}

/// What the URL says of a resource: its type and id.
pub fn item_of(one: &Resource) -> String {
    [&kind_of(one), one.id.as_str()].join("/")
}

/// A resource as a link, with its type.
#[component]
pub fn ResourceLink(
    /// The page.
    page: PageContext,
    /// The resource.
    one: Resource,
) -> impl IntoView {
    view! { <a href=page.href(RESOURCES, Some(&item_of(&one))) dir="auto">{name_of(&one)}</a> " " <small class="tn-faint">{kind_of(&one)}</small> }
}
