//! The groups of the contract.

pub mod choice;
mod form;
mod members;
mod panel;

use leptos::prelude::*;
use tenantry_core::ionos::{Collection, Group, Privileges, ResponseOptions, groups};

use self::form::GroupForm;
use self::panel::group_panel;
use super::listing::{contract_button, count, items, listing};
use super::route::GROUPS;
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::resource::list::{Cell, Column, List, ListDef, Row};
use crate::ui::Loaded;

fn columns() -> Vec<Column> {
    vec![
        Column::text("name", t("io.name")),
        Column::number("privileges", t("io.privileges")),
        Column::number("members", t("io.members")),
        Column::number("resources", t("rail.resources")),
    ]
}

fn row(group: &Group) -> Row {
    let told = group.entities.as_ref();
    let privileges = group.properties.as_ref().map(|told| &told.privileges);
    let cells = vec![
        Cell::told(group.name().map(str::to_owned)),
        Cell::count(privileges.filter(|all| all.untold().next().is_none()).map(Privileges::count)),
        Cell::count(count(told.and_then(|told| told.users.as_ref()))),
        Cell::count(count(told.and_then(|told| told.resources.as_ref()))),
    ];
    Row::new(group.id.as_str(), cells)
}

/// The list of groups.
#[component]
pub fn Groups(
    /// The page.
    page: PageContext,
) -> impl IntoView {
    let all: Loaded<Collection<Group>> = page.load(move || async move {
        // Members and resources are counted; at depth 1 they are not told.
        page.session.connection().call(&groups::List { options: ResponseOptions::depth(2) }).await
    });
    let def = ListDef {
        path: GROUPS,
        title: t("rail.groups"),
        table: t("io.groups_table"),
        kind: "group",
        count: "io.groups",
        unread: "io.groups_unread",
        columns: StoredValue::new(columns()),
        listing: listing(all, row),
        status: all.status(),
    };
    let (creating, chosen) = (RwSignal::new(false), page.chosen());
    let known = move || untrack(|| items(all)).into_iter().map(|group| group.id).collect::<Vec<_>>();
    let side = move || chosen.get().map(|id| group_panel(page, id));
    view! {
        <List page=page def=def chosen=chosen side=side extra=contract_button(page)>
            <button id=page.mount.id("tn-create") type="button" class="tn-button tn-button--primary" disabled=move || page.frozen().is_some() title=move || page.frozen() on:click=move |_| creating.set(true)>{t("io.create_group")}</button>
        </List>
        {move || creating.get().then(|| view! { <GroupForm page=page before=None known=known() open=creating/> })}
    }
}
