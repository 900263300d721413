//! The table of a list: sorted by a click on a column's name, with a box to tick in each row where several rows
//! can be worked on.

use std::cmp::Ordering;

use leptos::prelude::*;
use tenantry_core::fold::fold;

use super::frame::Selection;
use super::{Column, Row};
use crate::i18n::{t, tf};
use crate::resource::context::PageContext;
use crate::ui::format;
use crate::ui::text::visible;

/// By which column, and whether from the end.
pub type Order = Option<(usize, bool)>;

/// As many rows are drawn at once.
const DRAWN: usize = 500;

/// The rows in that order; the vendor's own where none is asked for.
pub fn sorted<R: Row>(mut rows: Vec<R>, columns: &[Column<R>], order: Order) -> Vec<R> {
    let Some((column, reversed)) = order.and_then(|(at, reversed)| Some((columns.get(at)?, reversed))) else {
        return rows;
    };
    if column.is_number {
        let number = |row: &R| (column.text)(row).parse().unwrap_or(f64::NEG_INFINITY);
        rows.sort_by(|one, other| number(one).partial_cmp(&number(other)).unwrap_or(Ordering::Equal));
    } else {
        rows.sort_by_cached_key(|row| fold(&(column.text)(row)));
    }
    if reversed {
        rows.reverse();
    }
    rows
}

/// The table.
#[component]
pub fn Table<R: Row>(
    /// What every screen needs.
    page: PageContext,
    /// Its name.
    label: &'static str,
    /// The rows, in order.
    rows: Memo<Vec<R>>,
    /// The order.
    order: RwSignal<Order>,
    /// The rows that are ticked, where rows can be.
    selection: Option<Selection>,
    /// What the address says of the chosen row.
    chosen: Memo<Option<String>>,
) -> impl IntoView {
    let drawn = RwSignal::new(DRAWN);
    let columns = StoredValue::new(R::columns());
    let lines = move || {
        let line =
            |row: R| view! { <Line page=page row=row columns=columns selection=selection chosen=chosen/> };
        rows.with(|rows| rows.iter().take(drawn.get()).cloned().map(line).collect_view())
    };
    let heads = columns.with_value(|columns| {
        columns
            .iter()
            .enumerate()
            .map(|(at, column)| view! { <Head at=at column=*column order=order/> })
            .collect_view()
    });
    let rest = move || {
        let (all, drawn_now) = (rows.with(Vec::len), drawn.get());
        (all > drawn_now).then(|| {
            let words = tf("list.drawn", &[("n", &format::number(drawn_now)), ("all", &format::number(all))]);
            let more = move |_| drawn.update(|drawn| *drawn += DRAWN);
            view! { <p class="tn-empty">{words} " " <button type="button" class="tn-button tn-button--small" on:click=more>{t("list.more")}</button></p> }
        })
    };
    let filter = page.filter();
    let none = move || {
        if filter.with(|text| text.trim().is_empty()) { t("io.none") } else { t("io.none_like_this") }
    };
    view! {
        <div class="tn-set__scroll" tabindex="0" role="region" aria-label=label>
            <table class="tn-table tn-list__table">
                <thead><tr>{selection.map(|selection| view! { <TickAll rows=rows selection=selection/> })}{heads}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
            {rest}
            {move || rows.with(Vec::is_empty).then(|| view! { <p class="tn-empty">{none()}</p> })}
        </div>
    }
}

#[component]
fn Head<R: Row>(at: usize, column: Column<R>, order: RwSignal<Order>) -> impl IntoView {
    let sort = move || match order.get() {
        Some((one, false)) if one == at => "ascending",
        Some((one, true)) if one == at => "descending",
        _ => "none",
    };
    let press = move |_| {
        order.update(|order| {
            *order = match *order {
                Some((one, false)) if one == at => Some((at, true)),
                Some((one, true)) if one == at => None,
                _ => Some((at, false)),
            };
        });
    };
    view! {
        <th scope="col" class=column.class() aria-sort=sort><button type="button" class="tn-sort" on:click=press>{column.label}</button></th>
    }
}

/// Ticks all rows that the filter leaves, also those that are not drawn.
#[component]
fn TickAll<R: Row>(rows: Memo<Vec<R>>, selection: Selection) -> impl IntoView {
    let all = move || rows.with(|rows| !rows.is_empty() && rows.iter().all(|row| selection.has(row.id())));
    let press = move |event| {
        let on = event_target_checked(&event);
        rows.with_untracked(|rows| selection.set_all(rows.iter().map(R::id), on));
    };
    view! {
        <th scope="col" class="tn-tick">
            <input type="checkbox" aria-label=t("list.tick_all") title=t("list.tick_all") prop:checked=all on:change=press/>
        </th>
    }
}

#[component]
fn Line<R: Row>(
    page: PageContext,
    row: R,
    columns: StoredValue<Vec<Column<R>>>,
    selection: Option<Selection>,
    chosen: Memo<Option<String>>,
) -> impl IntoView {
    let item = row.item();
    let place = item.clone();
    let href = move || page.live_href(R::SECTION, Some(&place));
    let on = Memo::new(move |_| chosen.with(|chosen| chosen.as_deref() == Some(&item)));
    let (name, cells) = columns.with_value(|columns| {
        let mut columns = columns.iter();
        let name = columns.next().map(|column| (column.text)(&row)).unwrap_or_default();
        (name, columns.map(|column| cell(column, &row, page)).collect_view())
    });
    let tick = selection
        .map(|selection| view! { <Tick id=row.id().to_owned() name=name.clone() selection=selection/> });
    view! {
        <tr class=move || if on.get() { "tn-line--on" } else { "" }>
            {tick}
            <th scope="row"><a id=["tn-row-", row.id()].concat() href=href title=name aria-current=move || on.get().then_some("true") ><bdi>{visible(&name).into_owned()}</bdi></a></th>
            {cells}
        </tr>
    }
}

fn cell<R: Row>(column: &Column<R>, row: &R, page: PageContext) -> AnyView {
    let class = column.class();
    match column.shown {
        Some(shown) => view! { <td class=class>{shown(row, page)}</td> }.into_any(),
        None => {
            let text = (column.text)(row);
            view! { <td class=class title=text><bdi>{visible(&text).into_owned()}</bdi></td> }.into_any()
        }
    }
}

#[component]
fn Tick(id: String, name: String, selection: Selection) -> impl IntoView {
    let id = StoredValue::new(id);
    let press =
        move |event| id.with_value(|id| selection.set_all([id.as_str()], event_target_checked(&event)));
    view! {
        <td class="tn-tick">
            <input type="checkbox" aria-label=tf("list.tick", &[("name", &name)]) prop:checked=move || id.with_value(|id| selection.has(id)) on:change=press/>
        </td>
    }
}
