//! The table of settings.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::OwnerType;

use super::context::SettingsContext;
use super::rows::{self, Row, Status};
use super::value_text::ValueText;
use super::view::Sort;
use crate::i18n::{t, tf};
use crate::ui::{Badge, Name, Tone};

/// The table of settings.
#[component]
pub fn Table(
    /// The tab.
    page: SettingsContext,
) -> impl IntoView {
    let shown = Memo::new(move |_| rows::shown(&page.rows(), &page.view.get()));
    // Where an explanation closes, the keyboard goes back to the link that opened it.
    Effect::new(move |before: Option<Option<(Uuid, String)>>| {
        let chosen = page.view.with(|view| view.chosen.clone());
        if let (None, Some(Some(before))) = (&chosen, before) {
            let at = shown.with_untracked(|rows| rows.iter().position(|row| row.key() == before));
            at.into_iter().for_each(|at| page.mount.focus_if_idle(link_id(at)));
        }
        chosen
    });
    let grouped = Memo::new(move |_| page.view.with(|view| view.sort == Sort::Usual));
    let head = move |(key, sort): (&'static str, Option<Sort>)| {
        let Some(sort) = sort else { return view! { <th scope="col">{t(key)}</th> }.into_any() };
        let order = move || if page.view.with(|view| view.sort == sort) { "ascending" } else { "none" };
        let press = move |_| {
            page.replace(|view| view.sort = if view.sort == sort { Sort::Usual } else { sort });
        };
        view! {
            <th scope="col" aria-sort=order>
                <button type="button" class="tn-sort" on:click=press>{t(key)}</button>
            </th>
        }
        .into_any()
    };
    let heads = [
        ("settings.col.setting", Some(Sort::Name)),
        ("settings.col.effective", None),
        ("settings.col.from", Some(Sort::From)),
        ("settings.col.own", Some(Sort::OwnFirst)),
    ];
    let empty = move || {
        shown.with(Vec::is_empty).then(|| {
            let partial = page.listed.with(|listed| listed.value().is_none_or(|listed| listed.partial));
            let words = match (page.rows().is_empty(), partial) {
                (false, _) => t("settings.no_match"),
                (true, true) => t("settings.none_read"),
                (true, false) => t("settings.none"),
            };
            view! { <p class="tn-empty" prop:textContent=words></p> }
        })
    };
    view! {
        <div class="tn-set__scroll" tabindex="0" role="region" aria-label=t("settings.table")>
            <table class="tn-table tn-set__table">
                <thead>
                    <tr>{heads.map(head).collect_view()}<th scope="col"><span class="tn-sr">{t("settings.col.why")}</span></th></tr>
                </thead>
                <tbody>
                    {move || lines(page, shown.get(), grouped.get())}
                </tbody>
            </table>
            {empty}
        </div>
    }
}

/// The rows; in the usual order with a line above each application.
fn lines(page: SettingsContext, rows: Vec<Row>, grouped: bool) -> impl IntoView {
    let mut last = None;
    let line = move |(at, row): (usize, Row)| {
        let new = grouped && last.replace(row.application) != Some(row.application);
        let name = row.application_name.clone();
        view! {
            {new.then(|| view! { <tr class="tn-group"><th scope="rowgroup" colspan="5"><Name text=name cut=true/></th></tr> })}
            <Line page=page row=row labelled=!grouped id=link_id(at)/>
        }
    };
    rows.into_iter().enumerate().map(line).collect_view()
}

/// The id of the link to the explanation in a row.
fn link_id(at: usize) -> String {
    format!("tn-why-{at}")
}

#[component]
fn Line(page: SettingsContext, row: Row, labelled: bool, id: String) -> impl IntoView {
    let key = row.key();
    let is_chosen = {
        let key = key.clone();
        Memo::new(move |_| page.view.with(|view| view.chosen.as_ref() == Some(&key)))
    };
    let why = move || {
        page.href(|view| {
            view.chosen = Some(key.clone());
            view.below = false;
        })
    };
    let class = move || if is_chosen.get() { "tn-line--on" } else { "" };
    let name = row.setting.name.clone();
    let effective = row.effective().cloned();
    let value = effective.as_ref().and_then(|effective| effective.value.clone());
    let link_label = tf("settings.why_label", &[("name", &name)]);
    let current = move || is_chosen.get().then_some("true");
    view! {
        <tr class=class>
            <th scope="row">
                <Name text=name cut=true/>
                {labelled.then(|| view! { " " <small><Name text=row.application_name.clone()/></small> })}
                {row.is_hidden().then(|| view! { " " <Badge text=t("settings.hidden")/> })}
            </th>
            <td class="tn-set__value">
                {match (&effective, value) {
                    (None, _) => view! { <span class="tn-faint">{t("value.none")}</span> }.into_any(),
                    (Some(_), value) => view! { <ValueText value=value/> }.into_any(),
                }}
            </td>
            <td class="tn-set__from"><From page=page row=row.clone()/></td>
            <td class="tn-set__own" data-label=t("settings.col.own")><Own row=row/></td>
            <td class="tn-set__why"><a id=page.mount.id(&id) href=why aria-label=link_label aria-current=current>{t("settings.why")}</a></td>
        </tr>
    }
}

#[component]
fn From(page: SettingsContext, row: Row) -> impl IntoView {
    let owner = row.effective().and_then(|effective| effective.owner.clone());
    let seen = owner
        .filter(|owner| owner.kind == OwnerType::Tenant && owner.id != page.tenant)
        .filter(|owner| page.tenants.peek(|tree, _| tree.find(owner.id).is_some()));
    let from = match seen {
        Some(owner) => {
            let key = row.key();
            let href = move || page.href_of(owner.id, Some(key.clone()));
            view! { <a class="tn-cell__text" href=href><Name text=row.from.clone() cut=true/></a> }.into_any()
        }
        None => {
            view! { <span class="tn-cell__text"><Name text=row.from.clone() cut=true/></span> }.into_any()
        }
    };
    let locked = row.is_locked().then(|| view! { <Badge tone=Tone::Warn text=t("settings.locked")/> });
    let smaller =
        (row.status == Status::SmallerWins).then(|| view! { <Badge text=t("settings.smaller_wins")/> });
    let odd = (row.status == Status::Unexplained)
        .then(|| view! { <Badge tone=Tone::Warn text=t("settings.unexplained")/> });
    view! { <span class="tn-cell">{from} {locked} {smaller} {odd}</span> }
}

#[component]
fn Own(row: Row) -> impl IntoView {
    let Some(own) = row.setting.own.clone() else {
        return view! { <span class="tn-faint">{t("settings.no_own")}</span> }.into_any();
    };
    let shadowed = row.status == Status::Shadowed;
    let value = view! { <ValueText value=Some(own.value)/> };
    view! {
        <span class="tn-cell">
            {if shadowed { view! { <s class="tn-cell__text">{value}</s> }.into_any() } else { view! { <span class="tn-cell__text">{value}</span> }.into_any() }}
            {shadowed.then(|| view! { <Badge tone=Tone::Warn text=t("settings.shadowed")/> })}
            {own.lock.then(|| view! { <Badge tone=Tone::Warn text=t("settings.locks")/> })}
            {own.exclusive.then(|| view! { <Badge text=t("settings.exclusive")/> })}
        </span>
    }
    .into_any()
}
