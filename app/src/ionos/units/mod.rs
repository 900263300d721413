//! The backup units of the contract.

mod actions;
mod birth;
mod console;
mod delete;
mod form;
mod panel;
mod state;

use leptos::prelude::*;
use tenantry_core::ionos::{BackupUnit, Collection, ResponseOptions, backup_units};

use self::actions::actions;
use self::form::UnitForm;
use self::panel::unit_panel;
use self::state::{StateBadge, state_word};
use super::listing::{contract_button, date_cell, items, listing};
use super::route::UNITS;
use super::tasks::{Draft, tasks};
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::resource::list::selection::Selection;
use crate::resource::list::{Cell, Column, List, ListDef, Row};
use crate::ui::Loaded;

fn columns() -> Vec<Column> {
    vec![
        Column::text("name", t("io.name")),
        Column::text("email", t("io.email")),
        Column::text("state", t("io.state")),
        Column::text("created", t("io.created")).minor(),
        Column::text("modified", t("io.modified")).minor(),
    ]
}

fn row(page: PageContext, unit: &BackupUnit) -> Row {
    let metadata = unit.metadata.clone().unwrap_or_default();
    let badge = unit.clone();
    let state = move || view! { <StateBadge page=page unit=badge.clone()/> }.into_any();
    let cells = vec![
        Cell::told(unit.name().map(str::to_owned)),
        Cell::told(unit.email().map(str::to_owned)),
        Cell::drawn(state_word(unit), state),
        date_cell(metadata.created_date.as_ref()),
        date_cell(metadata.last_modified_date.as_ref()),
    ];
    Row::new(unit.id.as_str(), cells)
}

/// The list of backup units.
#[component]
pub fn Units(
    /// The page.
    page: PageContext,
) -> impl IntoView {
    // At depth 0 a list has mere references, without state and e-mail.
    let units: Loaded<Collection<BackupUnit>> = page.load(move || async move {
        page.session.connection().call(&backup_units::List { options: ResponseOptions::depth(1) }).await
    });
    // A write that has ended has changed the list.
    tasks(page.session).on_end(units.reload);
    let (creating, selection, chosen) = (RwSignal::new(None::<Draft>), Selection::default(), page.chosen());
    let def = ListDef {
        path: UNITS,
        title: t("rail.units"),
        table: t("io.units_table"),
        kind: "backupunit",
        count: "io.units",
        unread: "io.units_unread",
        columns: StoredValue::new(columns()),
        listing: listing(units, move |unit| row(page, unit)),
        status: units.status(),
    };
    let selected =
        move || items(units).into_iter().filter(|unit| selection.has(&row(page, unit))).collect::<Vec<_>>();
    let again = Callback::new(move |draft| creating.set(Some(draft)));
    let side = move || chosen.get().map(|id| unit_panel(page, id, again));
    let recent = Signal::derive(move || tasks(page.session).recent());
    let close = Callback::new(move |()| creating.set(None));
    view! {
        <List page=page def=def chosen=chosen side=side selection=selection recent=recent actions=actions(page, selected) extra=contract_button(page)>
            <button id=page.mount.id("tn-create") type="button" class="tn-button tn-button--primary" disabled=move || page.frozen().is_some() title=move || page.frozen() on:click=move |_| creating.set(Some(Draft::default()))>
                {t("io.create_unit")}
            </button>
        </List>
        {move || creating.get().map(|draft| view! { <UnitForm page=page before=None draft=draft names=untrack(|| items(units)) leave=close/> })}
    }
}
