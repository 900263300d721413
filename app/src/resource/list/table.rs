//! The table of a list: sorted by a press on a column's name, with a box to tick in each row where rows can be
//! selected.

use leptos::prelude::*;

use super::columns::shown;
use super::def::ListDef;
use super::row::{Cell, Column, Listing, Row};
use super::selection::Selection;
use super::view::Sort;
use crate::i18n::{t, tf};
use crate::resource::context::PageContext;
use crate::ui::format;
use crate::ui::text::visible;

/// As many rows are drawn at once.
const DRAWN: usize = 500;

/// The table.
#[component]
pub fn Table(
    /// The page.
    page: PageContext,
    /// The list.
    def: ListDef,
    /// The rows, in order.
    rows: Memo<Vec<Row>>,
    /// The selection, where rows can be selected.
    selection: Option<Selection>,
    /// What the URL says of the chosen row.
    chosen: Memo<Option<String>>,
) -> impl IntoView {
    let drawn = RwSignal::new(DRAWN);
    let places = Memo::new(move |_| shown(page, def));
    let lines = move || {
        let places = places.get();
        let line = |row: &Row| line(page, def, row, &places, selection, chosen);
        rows.with(|rows| rows.iter().take(drawn.get()).map(line).collect_view())
    };
    let heads = move || {
        let column = |at: usize| def.columns.with_value(|columns| columns.get(at).cloned());
        let columns = places.get().into_iter().filter_map(column);
        columns.map(|column| view! { <Head page=page def=def column=column/> }).collect_view()
    };
    let rest = move || {
        let (all, drawn_now) = (rows.with(Vec::len), drawn.get());
        (all > drawn_now).then(|| {
            let words = tf("list.drawn", &[("n", &format::number(drawn_now)), ("all", &format::number(all))]);
            let more = move |_| drawn.update(|drawn| *drawn += DRAWN);
            view! { <p class="tn-empty">{words} " " <button type="button" class="tn-button tn-button--small" on:click=more>{t("list.more")}</button></p> }
        })
    };
    let none = move || {
        let is_complete = def.listing.with(|listing| listing.as_ref().is_some_and(Listing::is_complete));
        let words = match page.view().filter.trim().is_empty() {
            // What is missing is said above the list.
            true if !is_complete => return None,
            true => t("io.none"),
            false => t("io.none_like_this"),
        };
        rows.with(Vec::is_empty).then(|| view! { <p class="tn-empty">{words}</p> })
    };
    view! {
        <div class="tn-set__scroll" tabindex="0" role="region" aria-label=def.table>
            <table class="tn-table tn-list__table">
                <thead><tr>{selection.map(|selection| view! { <TickAll page=page rows=rows selection=selection/> })}{heads}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
            {rest}
            {none}
        </div>
    }
}

#[component]
fn Head(page: PageContext, def: ListDef, column: Column) -> impl IntoView {
    let class = column.class();
    let Column { key, label, .. } = column;
    let key = StoredValue::new(key);
    let order = move || match page.view().sort {
        Some(sort) if key.with_value(|key| sort.column == *key) => {
            if sort.descending {
                "descending"
            } else {
                "ascending"
            }
        }
        _ => "none",
    };
    let press = move |_| {
        page.change_view(def.path, |view| {
            view.sort = key.with_value(|key| Sort::after_press(view.sort.as_ref(), key));
        });
    };
    view! {
        <th scope="col" class=class aria-sort=order><button type="button" class="tn-sort" on:click=press>{label}</button></th>
    }
}

/// Selects all rows that the filter leaves, also those that are not drawn.
#[component]
fn TickAll(page: PageContext, rows: Memo<Vec<Row>>, selection: Selection) -> impl IntoView {
    let all = move || rows.with(|rows| !rows.is_empty() && rows.iter().all(|row| selection.has(row)));
    let press = move |event| match event_target_checked(&event) {
        true => selection.set_matching(&untrack(|| page.view()).filter),
        false => rows.with_untracked(|rows| rows.iter().for_each(|row| selection.set(row, false))),
    };
    view! {
        <th scope="col" class="tn-tick">
            <input type="checkbox" aria-label=t("list.tick_all") title=t("list.tick_all") prop:checked=all on:change=press/>
        </th>
    }
}

fn line(
    page: PageContext,
    def: ListDef,
    row: &Row,
    places: &[usize],
    selection: Option<Selection>,
    chosen: Memo<Option<String>>,
) -> impl IntoView + use<> {
    let item = StoredValue::new(row.item.clone());
    let href = move || item.with_value(|item| page.live_href(def.path, Some(item)));
    let on = Memo::new(move |_| chosen.with(|chosen| item.with_value(|item| chosen.as_ref() == Some(item))));
    let name = row.name().to_owned();
    let tick = selection.map(|selection| view! { <Tick row=row.clone() selection=selection/> });
    let class = |at: &usize| def.columns.with_value(|columns| columns.get(*at).map_or("", Column::class));
    let cells = places.iter().skip(1).filter_map(|at| Some(cell(row.cells.get(*at)?, class(at))));
    view! {
        <tr class=move || if on.get() { "tn-line--on" } else { "" }>
            {tick}
            <th scope="row"><a id=page.mount.id(&["tn-row-", &row.id].concat()) href=href title=name aria-current=move || on.get().then_some("true")><bdi>{visible(&name).into_owned()}</bdi></a></th>
            {cells.collect_view()}
        </tr>
    }
}

fn cell(cell: &Cell, class: &'static str) -> AnyView {
    match &cell.view {
        Some(drawn) => view! { <td class=class>{drawn()}</td> }.into_any(),
        None => {
            let text = visible(&cell.text).into_owned();
            view! { <td class=class title=cell.text.clone()><bdi>{text}</bdi></td> }.into_any()
        }
    }
}

#[component]
fn Tick(row: Row, selection: Selection) -> impl IntoView {
    let label = tf("list.tick", &[("name", row.name())]);
    let row = StoredValue::new(row);
    let press = move |event| row.with_value(|row| selection.set(row, event_target_checked(&event)));
    view! {
        <td class="tn-tick">
            <input type="checkbox" aria-label=label prop:checked=move || row.with_value(|row| selection.has(row)) on:change=press/>
        </td>
    }
}
