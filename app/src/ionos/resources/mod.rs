//! Everything in the contract that can be owned and shared, by type.

mod describe;
mod panel;

use leptos::prelude::*;
use tenantry_core::ionos::{Collection, Resource, ResourceType, ResponseOptions, resources};

pub use self::describe::{ResourceLink, item_of, kind_of, name_of};
use self::panel::resource_panel;
use super::listing::{contract_button, listing};
use super::route::RESOURCES;
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::resource::list::{Cell, Column, List, ListDef, Row};
use crate::ui::{Badge, Loaded};

fn columns() -> Vec<Column> {
    vec![
        Column::text("name", t("io.name")),
        Column::text("type", t("io.type")),
        Column::text("flags", t("io.flags")),
    ]
}

fn row(one: &Resource) -> Row {
    let told = one.properties.as_ref();
    let flag = match told.and_then(|told| told.sec_auth_protection) {
        Some(true) => {
            let badge = || view! { <Badge text=t("io.protected")/> }.into_any();
            Cell::drawn(Some(t("io.protected").to_owned()), badge)
        }
        is_protected => Cell::told(is_protected.map(|_| String::new())),
    };
    let name = told.and_then(|told| told.name.clone());
    let cells = vec![Cell::told(name), Cell::told(kind_of(one).map(str::to_owned)), flag];
    Row { item: item_of(one), ..Row::new(one.id.as_str(), cells) }
}

/// The list of resources. The URL holds a type, or a type and an id.
#[component]
pub fn Resources(
    /// The page.
    page: PageContext,
) -> impl IntoView {
    let item = page.chosen();
    // Choosing a row leaves the list as it is.
    let kind = Memo::new(move |before: Option<&Option<String>>| match (item.get(), before) {
        (Some(item), Some(before)) if item.contains('/') => before.clone(),
        (item, _) => item.map(|item| item.split('/').next().unwrap_or_default().to_owned()),
    });
    let chosen = Memo::new(move |_| item.get().filter(|item| item.contains('/')));
    let all: Loaded<Collection<Resource>> = page.load(move || async move {
        let (connection, options) = (page.session.connection(), ResponseOptions::depth(1));
        match kind.get_untracked() {
            Some(kind) => {
                connection.call(&resources::OfType { kind: ResourceType::from(kind), options }).await
            }
            None => connection.call(&resources::List { options }).await,
        }
    });
    Effect::new(move |before: Option<Option<String>>| {
        let now = kind.get();
        if before.is_some_and(|before| before != now) {
            all.reload.run(());
        }
        now
    });
    let def = ListDef {
        path: RESOURCES,
        title: t("rail.resources"),
        table: t("io.resources_table"),
        kind: "resource",
        count: "io.resources",
        unread: "io.resources_unread",
        columns: StoredValue::new(columns()),
        listing: listing(all, row),
        status: all.status(),
    };
    let side = move || {
        let item = chosen.get()?;
        let (kind_of_item, id) = item.split_once('/')?;
        Some(resource_panel(page, kind_of_item.to_owned(), id.to_owned(), kind.into()))
    };
    view! {
        <List page=page def=def chosen=chosen side=side extra=contract_button(page)>
            <span class="tn-chips">{types(page, kind)}</span>
        </List>
    }
}

/// The types to choose from, as links.
fn types(page: PageContext, kind: Memo<Option<String>>) -> impl IntoView {
    let chip = move |one: Option<ResourceType>| {
        let word = one.map(|one| one.as_str().to_owned());
        let words = word.clone().unwrap_or_else(|| t("io.all_types").to_owned());
        let on = kind.get() == word;
        let class = if on { "tn-badge tn-chip tn-chip--on" } else { "tn-badge tn-chip" };
        view! { <a class=class href=page.href(RESOURCES, word.as_deref()) aria-current=on.then_some("true") prop:textContent=words></a> }
    };
    move || std::iter::once(None).chain(ResourceType::ALL.into_iter().map(Some)).map(chip).collect_view()
}
