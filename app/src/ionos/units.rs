//! The list of backup units.

use leptos::prelude::*;
use tenantry_core::ionos::{BackupUnit, BackupUnits, Shown, State, backup_units};
use tenantry_core::tenancy::fold;

use super::desk::{Desk, ListHead, date};
use super::unit::Unit;
use super::unit_form::UnitForm;
use crate::i18n::{t, tf, tn};
use crate::routing::Section;
use crate::tasks::stage;
use crate::ui::loaded::Status;
use crate::ui::{Badge, Loaded, Tone, format, load};

/// The list of backup units.
#[component]
pub fn Units(
    /// What every screen needs.
    desk: Desk,
) -> impl IntoView {
    let account = desk.account;
    // At depth 0 a list has mere references, without state and e-mail.
    let units: Loaded<BackupUnits> = load(account, move || async move {
        account.connection().call(&backup_units::List { shown: Shown::depth(1) }).await
    });
    // A write that has ended has changed the list.
    account.tasks.on_end(units.reload);
    let creating = RwSignal::new(false);
    let filter = desk.filter();
    let all = Memo::new(move |_| units.get().map(|list| list.items.items).unwrap_or_default());
    let shown = Memo::new(move |_| {
        let text = fold(filter.get().trim());
        let has = |part: Option<&str>| part.is_some_and(|part| fold(part).contains(&text));
        let matches = |unit: &BackupUnit| {
            text.is_empty() || has(unit.name()) || has(unit.email()) || has(Some(unit.id.as_str()))
        };
        all.get().into_iter().filter(matches).collect::<Vec<_>>()
    });
    let count = Signal::derive(move || {
        let count = shown.with(Vec::len);
        tn("io.units", count, &format::number(count))
    });
    let bad = move || {
        let bad = units.get().map_or(0, |list| list.items.bad.len());
        (bad > 0).then(|| view! { <p class="tn-note tn-note--warn">{tf("settings.bad_rows", &[("n", &bad.to_string())])}</p> })
    };
    let chosen = desk.chosen();
    let side = move || chosen.get().map(|id| view! { <Unit desk=desk id=id/> });
    let class = move || if chosen.with(Option::is_some) { "tn-set tn-set--chosen" } else { "tn-set" };
    let is_empty = move || units.get().is_some() && shown.with(Vec::is_empty);
    let lines = move || {
        shown.get().into_iter().map(|unit| view! { <Line desk=desk unit=unit chosen=chosen/> }).collect_view()
    };
    view! {
        <div class=class>
            <section class="tn-set__main" aria-label=t("rail.units")>
                <ListHead desk=desk title=t("rail.units") count=count reload=units.reload>
                    <button id="tn-create" type="button" class="tn-button tn-button--primary" disabled=move || desk.frozen().is_some() title=move || desk.frozen() on:click=move |_| creating.set(true)>
                        {t("io.create_unit")}
                    </button>
                </ListHead>
                <Status loaded=units/>
                {bad}
                <div class="tn-set__scroll" tabindex="0" role="region" aria-label=t("io.units_table")>
                    <table class="tn-table tn-list__table">
                        <thead><tr>
                            <th scope="col">{t("io.name")}</th><th scope="col">{t("io.email")}</th><th scope="col">{t("io.state")}</th>
                            <th scope="col">{t("io.created")}</th><th scope="col">{t("io.modified")}</th>
                        </tr></thead>
                        <tbody>{lines}</tbody>
                    </table>
                    {move || is_empty().then(|| view! { <p class="tn-empty">{t("io.no_units")}</p> })}
                </div>
            </section>
            {side}
            {move || creating.get().then(|| view! { <UnitForm desk=desk before=None names=all.get_untracked() open=creating/> })}
        </div>
    }
}

#[component]
fn Line(desk: Desk, unit: BackupUnit, chosen: Memo<Option<String>>) -> impl IntoView {
    let id = unit.id.to_string();
    let href = desk.href(Section::Units, Some(&id));
    let on = move || chosen.with(|chosen| chosen.as_deref() == Some(&id));
    let class = {
        let on = on.clone();
        move || if on() { "tn-line--on" } else { "" }
    };
    let metadata = unit.metadata.clone().unwrap_or_default();
    let name = unit.name().unwrap_or(t("io.nameless")).to_owned();
    let email = unit.email().map(str::to_owned);
    view! {
        <tr class=class>
            <th scope="row"><a href=href aria-current=move || on().then_some("true") dir="auto">{name}</a></th>
            <td dir="auto">{email}</td>
            <td><StateBadge desk=desk unit=unit/></td>
            <td>{date(metadata.created_date.as_ref())}</td>
            <td>{date(metadata.last_modified_date.as_ref())}</td>
        </tr>
    }
}

/// The state as the API says it, and the write that is being carried out.
#[component]
pub fn StateBadge(
    /// What every screen needs.
    desk: Desk,
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
        desk.account.tasks.of(&id).map(|task| view! { " " <Badge tone=Tone::Warn text=stage(task.stage).0/> })
    };
    let incomplete =
        unit.is_incomplete().then(|| view! { " " <Badge tone=Tone::Warn text=t("io.incomplete")/> });
    view! {
        {said.map(|said| view! { <Badge tone=tone text=said/> })}
        {task}
        {incomplete}
    }
}
