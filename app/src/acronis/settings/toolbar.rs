//! Above the table: filter by text, application and kind; export; compare.

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::compare_with::CompareWith;
use super::context::SettingsContext;
use super::rows::{self, Row};
use super::view::Show;
use crate::i18n::{t, tf, tn};
use crate::ui::export::{Extent, Table};
use crate::ui::text::visible;
use crate::ui::{ExportButtons, format};

const KINDS: [(Show, &str, &str); 5] = [
    (Show::Own, "settings.show.own", "tn-badge tn-badge--accent"),
    (Show::Inherited, "settings.show.inherited", "tn-badge"),
    (Show::Shadowed, "settings.show.shadowed", "tn-badge tn-badge--warn"),
    (Show::Locked, "settings.show.locked", "tn-badge tn-badge--warn"),
    (Show::Exclusive, "settings.show.exclusive", "tn-badge"),
];

/// Above the table.
#[component]
pub fn Toolbar(
    /// The tab.
    page: SettingsContext,
) -> impl IntoView {
    let text = move || page.view.with(|view| view.text.clone());
    let typed = move |event| {
        let text: String = event_target_value(&event);
        page.replace(|view| view.text = text);
    };
    let chip = move |(show, key, class): (Show, &'static str, &'static str)| {
        let on = move || page.view.with(|view| view.show == show);
        // A count only where the whole is known.
        let label = move || {
            let whole = page.listed.with(|listed| listed.value().is_some_and(|listed| !listed.partial));
            let count = page.rows().iter().filter(|row| rows::is_shown(row, show)).count();
            let count = if whole || count > 0 { format::number(count) } else { String::new() };
            tf(key, &[("n", &count)]).trim().to_owned()
        };
        let press = move |_| {
            page.replace(|view| view.show = if view.show == show { Show::Usual } else { show });
        };
        let class = move || {
            if on() { [class, " tn-chip tn-chip--on"].concat() } else { [class, " tn-chip"].concat() }
        };
        let pressed = move || if on() { "true" } else { "false" };
        view! { <button type="button" class=class aria-pressed=pressed on:click=press prop:textContent=label></button> }
    };
    // A comparison has its own table: it follows the filters by text and application alone.
    let comparing = move || page.view.with(|view| view.with.is_some());
    let hidden = move || !comparing() && page.rows().iter().any(Row::is_hidden);
    view! {
        <div class="tn-set__bar">
            <input
                class="tn-input"
                type="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=t("settings.filter")
                aria-label=t("settings.filter")
                prop:value=text
                on:input=typed
            />
            <div class="tn-chips" hidden=comparing role="group" aria-label=t("settings.show")>{KINDS.map(chip).collect_view()}</div>
            <Applications page=page/>
            <span class="tn-set__tools" hidden=comparing>
                <CompareWith page=page/>
                <Export page=page/>
            </span>
            <Show when=hidden>
                <label class="tn-check">
                    <input type="checkbox" prop:checked=move || page.change_hidden.get() on:change=move |event| page.change_hidden.set(event_target_checked(&event))/>
                    {t("settings.change_hidden")}
                </label>
            </Show>
        </div>
    }
}

#[component]
fn Applications(page: SettingsContext) -> impl IntoView {
    let all = move || page.listed.with(|listed| listed.value().map(|listed| listed.applications.clone()));
    let chosen = move || page.view.with(|view| view.application.map(|id| id.to_string()).unwrap_or_default());
    let choose = move |event| {
        let id = Uuid::parse(&event_target_value(&event));
        page.replace(|view| view.application = id);
    };
    let used = move || {
        let rows = page.rows();
        let all = all().unwrap_or_default();
        all.into_iter().filter(|(id, _)| rows.iter().any(|row| row.application == *id)).collect::<Vec<_>>()
    };
    let option = move |(id, name): (Uuid, String)| {
        let id = id.to_string();
        let selected = chosen() == id;
        view! { <option value=id selected=selected translate="no" prop:textContent=visible(&name).into_owned()></option> }
    };
    view! {
        <select class="tn-input tn-select" aria-label=t("settings.application") on:change=choose>
            <option value="">{t("settings.all_applications")}</option>
            {move || used().into_iter().map(option).collect_view()}
        </select>
    }
}

#[component]
fn Export(page: SettingsContext) -> impl IntoView {
    let table = move |()| {
        let rows = rows::shown(&page.rows(), &page.view.get_untracked());
        let (all, partial) = page.listed.with_untracked(|listed| {
            listed.value().map(|listed| (listed.rows.len(), listed.partial)).unwrap_or_default()
        });
        export(page, &rows, Extent::of(!partial, rows.len() == all))
    };
    view! { <ExportButtons table=table/> }
}

fn export(page: SettingsContext, rows: &[Row], extent: Extent) -> Table {
    let count = tn("export.rows", rows.len(), &rows.len().to_string());
    let tenant = page.name_of(page.tenant);
    let row = |row: &Row| {
        let own = row.setting.own.as_ref();
        let effective = row.effective();
        let flag = |on: Option<bool>| on.map(|on| on.to_string());
        vec![
            Some(row.application_name.clone()),
            Some(row.setting.name.clone()),
            effective.and_then(|one| one.value.as_ref()).map(|value| value.to_json()),
            flag(effective.map(|one| one.lock)),
            effective.and_then(|one| one.owner.as_ref()).map(|owner| owner.id.to_string()),
            Some(row.from.clone()),
            own.map(|own| own.value.to_json()),
            flag(own.map(|own| own.lock)),
            flag(own.map(|own| own.exclusive)),
        ]
    };
    let id = page.tenant.to_string();
    Table {
        about: tf("export.settings", &[("tenant", &tenant), ("id", &id), ("count", &count)]),
        subject: vec!["settings".to_owned(), tenant],
        extent,
        untold: "",
        columns: [
            "application",
            "setting",
            "effective",
            "effective_lock",
            "owner_id",
            "owner",
            "own",
            "own_lock",
            "own_exclusive",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: rows.iter().map(row).collect(),
    }
}
