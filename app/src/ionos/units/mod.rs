//! The backup units of the contract.

mod bulk;
mod console;
mod delete;
mod form;
mod unit;

use leptos::prelude::*;
use tenantry_core::ionos::rules::{Reason, can_write};
use tenantry_core::ionos::{BackupUnit, Metadata, ResponseOptions, State, backup_units};

use self::bulk::{UnitsBar, UnitsBatch};
use self::form::UnitForm;
use self::unit::Unit;
use crate::i18n::{t, tn};
use crate::ionos::tasks::stage;
use crate::resource::context::{PageContext, date, date_text};
use crate::resource::form::reason;
use crate::resource::list::{Column, List, Listed, Row, Selection};
use crate::routing::Section;
use crate::ui::{Badge, Loaded, Tone};

impl Row for BackupUnit {
    const SECTION: Section = Section::Units;

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn columns() -> Vec<Column<BackupUnit>> {
        vec![
            Column::text(t("io.name"), |unit| unit.name().unwrap_or(t("io.nameless")).to_owned()),
            Column::text(t("io.email"), |unit| unit.email().unwrap_or_default().to_owned()),
            Column::drawn(t("io.state"), state, |unit, page| {
                view! { <StateBadge page=page unit=unit.clone()/> }.into_any()
            }),
            Column::drawn(
                t("io.created"),
                |unit| date_text(metadata(unit).created_date.as_ref()),
                |unit, _| date(metadata(unit).created_date.as_ref()).into_any(),
            )
            .minor(),
            Column::drawn(
                t("io.modified"),
                |unit| date_text(metadata(unit).last_modified_date.as_ref()),
                |unit, _| date(metadata(unit).last_modified_date.as_ref()).into_any(),
            )
            .minor(),
        ]
    }
}

fn metadata(unit: &BackupUnit) -> Metadata {
    unit.metadata.clone().unwrap_or_default()
}

fn state(unit: &BackupUnit) -> String {
    unit.state().map(|state| state.as_str().to_owned()).unwrap_or_default()
}

/// Why a write of a unit has to wait: one is under way, by this tab or by anybody.
fn busy(page: PageContext, unit: &BackupUnit) -> Option<String> {
    let running = page.session.tasks.of(&unit.id).map(|_| Reason::Busy);
    running.or_else(|| can_write(unit).err()).map(|why| reason(&why))
}

/// The list of backup units.
#[component]
pub fn Units(
    /// What every screen needs.
    page: PageContext,
) -> impl IntoView {
    let session = page.session;
    // At depth 0 a list has mere references, without state and e-mail.
    let units: Loaded<Listed<BackupUnit>> = page.load(move || async move {
        session
            .connection()
            .call(&backup_units::List { options: ResponseOptions::depth(1) })
            .await
            .map(Listed::from)
    });
    // A write that has ended has changed the list.
    session.tasks.on_end(units.reload);
    let (creating, selection, chosen) = (RwSignal::new(false), Selection::new(), page.chosen());
    let all = move || units.get().map(|listed| listed.rows).unwrap_or_default();
    let side = move || chosen.get().map(|id| view! { <Unit page=page id=id/> });
    let rows = Signal::derive(move || selection.among(&all()));
    let asked = RwSignal::new(None);
    let bar = move || view! { <UnitsBar page=page asked=asked/> };
    view! {
        <List page=page title=t("rail.units") table=t("io.units_table") count=|n, words| tn("io.units", n, words)
            all=units chosen=chosen side=side selection=selection bar=bar>
            <button id="tn-create" type="button" class="tn-button tn-button--primary" disabled=move || page.frozen().is_some() title=move || page.frozen() on:click=move |_| creating.set(true)>
                {t("io.create_unit")}
            </button>
        </List>
        <UnitsBatch page=page asked=asked rows=rows/>
        {move || creating.get().then(|| view! { <UnitForm page=page before=None names=untrack(all) leave=Callback::new(move |()| creating.set(false))/> })}
    }
}

/// The state as the API says it, and the write that is being carried out.
#[component]
fn StateBadge(
    /// What every screen needs.
    page: PageContext,
    /// The unit.
    unit: BackupUnit,
) -> impl IntoView {
    let said = unit.state().map(|state| state.as_str().to_owned());
    let tone = match unit.state() {
        Some(State::Available) => Tone::Good,
        Some(State::Busy) => Tone::Warn,
        _ => Tone::Plain,
    };
    let id = unit.id.clone();
    let task = move || {
        page.session.tasks.of(&id).map(|task| view! { " " <Badge tone=Tone::Warn text=stage(task.stage).0/> })
    };
    let incomplete =
        unit.is_incomplete().then(|| view! { " " <Badge tone=Tone::Warn text=t("io.incomplete")/> });
    view! {
        {said.map(|said| view! { <Badge tone=tone text=said/> })}
        {task}
        {incomplete}
    }
}
