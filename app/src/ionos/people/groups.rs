//! The groups of the contract.

use leptos::prelude::*;
use tenantry_core::ionos::group::GroupEntities;
use tenantry_core::ionos::{Group, ResponseOptions, groups};

use super::group::GroupPanel;
use super::group_form::GroupForm;
use crate::i18n::{t, tn};
use crate::resource::context::PageContext;
use crate::resource::list::{Column, List, Listed, Row};
use crate::routing::Section;
use crate::ui::Loaded;

impl Row for Group {
    const SECTION: Section = Section::Groups;

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn columns() -> Vec<Column<Group>> {
        vec![
            Column::text(t("io.name"), |group| group.name().unwrap_or(group.id.as_str()).to_owned()),
            Column::number(t("io.privileges"), |group| {
                number(group.properties.as_ref().map(|told| told.privileges.count()))
            }),
            Column::number(t("io.members"), |group| {
                number(entities(group).users.map(|list| list.items.items.len()))
            }),
            Column::number(t("rail.resources"), |group| {
                number(entities(group).resources.map(|list| list.items.items.len()))
            }),
        ]
    }
}

fn entities(group: &Group) -> GroupEntities {
    group.entities.clone().unwrap_or_default()
}

/// Nothing where it was not told: that is not none.
fn number(count: Option<usize>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}

/// The list of groups.
#[component]
pub fn Groups(
    /// What every screen needs.
    page: PageContext,
) -> impl IntoView {
    let session = page.session;
    let all: Loaded<Listed<Group>> = page.load(move || async move {
        // Members and resources are counted; at depth 1 they are not told.
        session
            .connection()
            .call(&groups::List { options: ResponseOptions::depth(2) })
            .await
            .map(Listed::from)
    });
    let (creating, chosen) = (RwSignal::new(false), page.chosen());
    let side = move || chosen.get().map(|id| view! { <GroupPanel page=page id=id/> });
    view! {
        <List page=page title=t("rail.groups") table=t("io.groups_table") count=|n, words| tn("io.groups", n, words)
            all=all chosen=chosen side=side>
            <button id="tn-create" type="button" class="tn-button tn-button--primary" disabled=move || page.frozen().is_some() title=move || page.frozen() on:click=move |_| creating.set(true)>{t("io.create_group")}</button>
        </List>
        {move || creating.get().then(|| view! { <GroupForm page=page before=None open=creating/> })}
    }
}
