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
use crate::ui::text::visible;
use crate::ui::{Name, format};

/// As many rows are drawn at once.
const DRAWN: usize = 500;
/// So many rows are drawn anew where one of them changes: those that come later leave the others as they are.
const STRETCH: usize = 10;

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
    let count = Memo::new(move |_| rows.with(Vec::len).min(drawn.get()).div_ceil(STRETCH));
    let stretch = move |at: usize| {
        let part = Memo::new(move |_| {
            rows.with(|rows| {
                let first = at * STRETCH;
                rows.iter().take(drawn.get()).skip(first).take(STRETCH).cloned().collect::<Vec<_>>()
            })
        });
        move || {
            let places = places.get();
            let line = |row: &Row| line(page, def, row, &places, selection, chosen);
            part.with(|rows| rows.iter().map(line).collect_view())
        }
    };
    let lines = view! { <For each=move || 0..count.get() key=|at| *at children=stretch/> };
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
            view! { <p class="tn-empty"><span prop:textContent=words></span> " " <button type="button" class="tn-button tn-button--small" on:click=more>{t("list.more")}</button></p> }
        })
    };
    let none = move || {
        let is_complete = def.listing.with(|listing| listing.as_ref().is_some_and(Listing::is_complete));
        let words = match (page.view().filter.trim().is_empty(), is_complete) {
            // What is missing is said above the list.
            (true, false) => return None,
            (true, true) => t("io.none"),
            (false, true) => t("io.none_like_this"),
            (false, false) => t("list.none_so_far"),
        };
        rows.with(Vec::is_empty).then(|| view! { <p class="tn-empty" prop:textContent=words></p> })
    };
    view! {
        <div class="tn-set__scroll" tabindex="0" role="region" aria-label=def.table>
            <table class="tn-table tn-list__table">
                <thead><tr>{selection.map(|selection| view! { <TickAll page=page def=def rows=rows selection=selection/> })}{heads}</tr></thead>
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
        <th scope="col" class=class aria-sort=order><button type="button" class="tn-sort" on:click=press prop:textContent=label></button></th>
    }
}

/// Selects all rows that the filter leaves, also those that are not drawn.
#[component]
fn TickAll(page: PageContext, def: ListDef, rows: Memo<Vec<Row>>, selection: Selection) -> impl IntoView {
    let all = move || rows.with(|rows| !rows.is_empty() && rows.iter().all(|row| selection.has(row)));
    let press = move |event| match event_target_checked(&event) {
        true => selection.set_matching(&untrack(|| page.view()).filter),
        false => rows.with_untracked(|rows| rows.iter().for_each(|row| selection.set(row, false))),
    };
    let words = move || match def.listing.with(|listing| listing.as_ref().is_some_and(Listing::is_complete)) {
        true => t("list.tick_all"),
        false => t("list.tick_partial"),
    };
    view! {
        <th scope="col" class="tn-tick">
            <input type="checkbox" aria-label=words title=words prop:checked=all on:change=press/>
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
    let of_column = |at: &usize| {
        let told = |column: &Column| (column.class(), column.label.clone());
        def.columns.with_value(|columns| columns.get(*at).map(told)).unwrap_or_default()
    };
    let cells = places.iter().skip(1).filter_map(|at| Some(cell(row.cells.get(*at)?, of_column(at))));
    view! {
        <tr class=move || if on.get() { "tn-line--on" } else { "" }>
            {tick}
            <th scope="row"><a id=page.mount.id(&["tn-row-", &row.id].concat()) href=href aria-current=move || on.get().then_some("true")><Name text=name cut=true/></a></th>
            {cells.collect_view()}
        </tr>
    }
}

/// A cell, with its column's name for where there is no room for heads.
fn cell(cell: &Cell, (class, label): (&'static str, String)) -> AnyView {
    let whole = cell.text.as_deref().map(|text| visible(text).into_owned());
    let text = cell.text.clone();
    match &cell.view {
        Some(drawn) => view! { <td class=class title=whole data-label=label>{drawn()}</td> }.into_any(),
        None => match text {
            Some(text) => {
                view! { <td class=class title=whole data-label=label><Name text=text/></td> }.into_any()
            }
            None => {
                view! { <td class=class data-label=label><span class="tn-faint">{t("list.untold")}</span></td> }
                    .into_any()
            }
        },
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
