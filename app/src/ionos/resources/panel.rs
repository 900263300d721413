//! One resource: what it is, and the groups that it is shared with.

use leptos::prelude::*;
use tenantry_core::ionos::reach::Target;
use tenantry_core::ionos::{Resource, ResourceId, ResourceType, ResponseOptions, resources};

use super::describe::{UNTOLD_KIND, name_of};
use crate::i18n::{t, tf};
use crate::ionos::listing::{history, told_field};
use crate::ionos::route::{RESOURCES, UNITS};
use crate::ionos::shares::{Reach, ResourceShares};
use crate::resource::context::PageContext;
use crate::resource::notes::field;
use crate::resource::panel::{Panel, PanelDef, no_such_id, panel};
use crate::ui::{Badge, CopyText, Loaded, Tone};

/// One resource, by the type and the id that the URL has. `back` is the type that the list is of, where it is of one.
pub fn resource_panel(page: PageContext, kind: String, id: String, back: Signal<Option<String>>) -> AnyView {
    let id = match ResourceId::new(id) {
        Ok(id) if kind == UNTOLD_KIND => {
            let def = PanelDef { list: RESOURCES, back };
            let words = t("io.untold_type_note");
            return view! { <Panel page=page def=def title=id.to_string()><p>{words}</p></Panel> }.into_any();
        }
        Ok(id) => id,
        Err(words) => return no_such_id(page, RESOURCES, words),
    };
    let title = id.to_string();
    let options = ResponseOptions::depth(1);
    let read = resources::Read { kind: ResourceType::from(kind), id, options };
    let one: Loaded<Resource> = page.load(move || {
        let read = read.clone();
        async move { page.session.connection().call(&read).await }
    });
    let name = |one: &Resource| Some(name_of(one));
    let body = move |one| view! { <Body page=page one=one/> }.into_any();
    panel(page, PanelDef { list: RESOURCES, back }, title, one, name, body)
}

#[component]
fn Body(page: PageContext, one: Resource) -> impl IntoView {
    let told = one.properties.clone().unwrap_or_default();
    let is_unit = one.kind == Some(ResourceType::Backupunit);
    let creator = one.metadata.as_ref().and_then(|metadata| metadata.created_by_user_id.clone());
    let target = one.kind.clone().map(|kind| Target { kind, id: one.id.clone(), creator });
    let kind = one.kind.as_ref().map(|kind| kind.as_str().to_owned());
    let unit = is_unit.then(|| page.href(UNITS, Some(one.id.as_str())));
    view! {
        {protection(told.sec_auth_protection)}
        <dl>
            {told_field(t("io.name"), told.name)}
            {told_field(t("io.type"), kind)}
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

/// Whether only users with two factors may use it; nothing where they need not.
fn protection(told: Option<bool>) -> Option<AnyView> {
    match told {
        Some(true) => Some(view! { <p><Badge text=t("io.protected")/></p> }.into_any()),
        Some(false) => None,
        None => {
            let words = tf("io.untold_flags", &[("flags", t("io.protected"))]);
            Some(view! { <p><Badge tone=Tone::Warn text=words/></p> }.into_any())
        }
    }
}
