//! One resource: what it is, and the groups that it is shared with.

use leptos::prelude::*;
use tenantry_core::ionos::reach::Target;
use tenantry_core::ionos::{Resource, ResourceId, ResourceType, ResponseOptions, resources};

use crate::i18n::t;
use crate::ionos::shares::{Reach, ResourceShares};
use crate::resource::context::{PageContext, Panel, field, history};
use crate::routing::Section;
use crate::ui::loaded::Status;
use crate::ui::{CopyText, Loaded};

/// One resource.
#[component]
pub fn ResourcePanel(
    /// What every screen needs.
    page: PageContext,
    /// Its type, as the address has it.
    kind: String,
    /// Its id, as the address has it.
    id: String,
    /// The type that the list is of, where it is of one.
    back: Signal<Option<String>>,
) -> impl IntoView {
    let id = match ResourceId::new(id) {
        Ok(id) => id,
        Err(words) => return view! { <Panel page=page section=Section::Resources title=t("io.no_id")><p>{words}</p></Panel> }.into_any(),
    };
    let title = id.to_string();
    let read = resources::Read { kind: ResourceType::from(kind), id, options: ResponseOptions::depth(1) };
    let session = page.session;
    let one: Loaded<Resource> = page.load(move || {
        let read = read.clone();
        async move { session.connection().call(&read).await }
    });
    let title = Signal::derive(move || one.get().as_ref().map_or_else(|| title.clone(), name_of));
    let body = move || one.get().map(|one| view! { <Body page=page one=one/> });
    view! { <Panel page=page section=Section::Resources title=title back=back><Status loaded=one/> {body}</Panel> }
        .into_any()
}

#[component]
fn Body(page: PageContext, one: Resource) -> impl IntoView {
    let told = one.properties.clone().unwrap_or_default();
    let is_unit = one.kind == Some(ResourceType::Backupunit);
    let creator = one.metadata.as_ref().and_then(|metadata| metadata.created_by_user_id.clone());
    let target = one.kind.clone().map(|kind| Target { kind, id: one.id.clone(), creator });
    let kind = one.kind.as_ref().map(|kind| kind.as_str().to_owned());
    let unit = is_unit.then(|| page.href(Section::Units, Some(one.id.as_str())));
    view! {
        <dl>
            {field(t("io.name"), told.name)}
            {field(t("io.type"), kind)}
            <div class="tn-field"><dt>{t("io.id")}</dt><dd><CopyText text=one.id.to_string() what=t("io.id")/></dd></div>
            {history(one.metadata.as_ref())}
            {field(t("io.href"), one.href)}
        </dl>
        {unit.map(|href| view! { <p><a href=href>{t("io.open_unit")}</a></p> })}
        {target.map(|target| view! {
            <ResourceShares page=page kind=target.kind.clone() id=target.id.clone()/>
            <Reach page=page target=target/>
        })}
    }
}

/// A resource's name, or its id where it has none.
pub fn name_of(one: &Resource) -> String {
    let told = one.properties.as_ref().and_then(|told| told.name.clone());
    told.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| one.id.to_string())
}

/// A resource's type, as the API says it.
pub fn kind_of(one: &Resource) -> String {
    one.kind.as_ref().map(|kind| kind.as_str().to_owned()).unwrap_or_default()
}

/// What the address says of a resource: its type and id.
pub fn item_of(one: &Resource) -> String {
    [&kind_of(one), one.id.as_str()].join("/")
}

/// A resource as a link, with its type.
#[component]
pub fn ResourceLink(
    /// What every screen needs.
    page: PageContext,
    /// The resource.
    one: Resource,
) -> impl IntoView {
    view! { <a href=page.href(Section::Resources, Some(&item_of(&one))) dir="auto">{name_of(&one)}</a> " " <small class="tn-faint">{kind_of(&one)}</small> }
}
