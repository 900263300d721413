//! The frame of every list: head, notes, table, and the panel of what is chosen.

use std::collections::BTreeSet;

use leptos::prelude::*;
use tenantry_core::fold::fold;

use super::head::ListHead;
use super::table::{Order, Table, sorted};
use super::{Listed, Row};
use crate::i18n::{t, tn};
use crate::resource::context::{BadRows, PageContext};
use crate::ui::export;
use crate::ui::loaded::Status;
use crate::ui::{Loaded, download, format};

/// The rows that are ticked, by their ids. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Selection(RwSignal<BTreeSet<String>>);

impl Selection {
    /// None.
    pub fn new() -> Selection {
        Selection(RwSignal::new(BTreeSet::new()))
    }

    /// Whether this one is.
    pub fn has(self, id: &str) -> bool {
        self.0.with(|selection| selection.contains(id))
    }

    /// Ticks these, or no longer.
    pub fn set_all<'a>(self, ids: impl IntoIterator<Item = &'a str>, on: bool) {
        self.0.update(|selection| {
            for id in ids {
                match on {
                    true => selection.insert(id.to_owned()),
                    false => selection.remove(id),
                };
            }
        });
    }

    /// Ticks nothing any more.
    pub fn clear(self) {
        self.0.set(BTreeSet::new());
    }

    /// Those of the rows that are ticked.
    pub fn among<R: Row>(self, rows: &[R]) -> Vec<R> {
        rows.iter().filter(|row| self.has(row.id())).cloned().collect()
    }
}

/// The frame of a list.
#[component]
pub fn List<R: Row>(
    /// What every screen needs.
    page: PageContext,
    /// The list's name.
    title: &'static str,
    /// The table's name.
    table: &'static str,
    /// A number of rows, in words.
    count: fn(usize, &str) -> String,
    /// What was read.
    all: Loaded<Listed<R>>,
    /// What the address says of the chosen row.
    chosen: Memo<Option<String>>,
    /// The panel of the chosen row.
    #[prop(into)]
    side: ViewFn,
    /// The rows that are ticked, where rows can be.
    #[prop(optional)]
    selection: Option<Selection>,
    /// What can be done with the ticked rows.
    #[prop(optional, into)]
    bar: ViewFn,
    /// Buttons of the head.
    children: Children,
) -> impl IntoView {
    let filter = page.filter();
    let order = RwSignal::new(Order::None);
    let rows = Memo::new(move |_| {
        let text = fold(filter.get().trim());
        let columns = R::columns();
        let fits = |row: &R| {
            text.is_empty()
                || fold(row.id()).contains(&text)
                || columns.iter().any(|column| fold(&(column.text)(row)).contains(&text))
        };
        let all = all.get().map(|listed| listed.rows).unwrap_or_default();
        sorted(all.into_iter().filter(fits).collect(), &columns, order.get())
    });
    let is_here = Memo::new(move |_| all.get().is_some());
    // Nothing is counted that could not be read.
    let words = Signal::derive(move || {
        let shown = rows.with(Vec::len);
        if is_here.get() { count(shown, &format::number(shown)) } else { String::new() }
    });
    let class = move || if chosen.with(Option::is_some) { "tn-set tn-set--chosen" } else { "tn-set" };
    view! {
        <div class=class>
            <section class="tn-set__main" aria-label=title>
                <ListHead page=page title=title count=words>
                    {children()}
                    <Files count=count all=all rows=rows/>
                </ListHead>
                {move || page.frozen().map(|why| view! { <p class="tn-note">{why}</p> })}
                <Status loaded=all/>
                <Partial all=all/>
                {selection.map(|selection| view! { <Bar all=all selection=selection bar=bar/> })}
                <Show when=move || is_here.get()>
                    <Table page=page label=table rows=rows order=order selection=selection chosen=chosen/>
                </Show>
            </section>
            {move || chosen.with(Option::is_some).then(|| side.run())}
        </div>
    }
}

/// What is missing in the list.
#[component]
fn Partial<R: Row>(all: Loaded<Listed<R>>) -> impl IntoView {
    move || {
        let listed = all.get()?;
        let cut = listed.is_cut.then(|| view! { <p class="tn-note tn-note--warn">{t("list.cut")}</p> });
        Some(view! { <BadRows count=listed.bad/> {cut} })
    }
}

/// How many rows are ticked, and what can be done with them.
#[component]
fn Bar<R: Row>(all: Loaded<Listed<R>>, selection: Selection, bar: ViewFn) -> impl IntoView {
    let count = Memo::new(move |_| all.get().map_or(0, |listed| selection.among(&listed.rows).len()));
    let words = move || tn("list.ticked", count.get(), &format::number(count.get()));
    view! {
        <Show when=move || { count.get() > 0 }>
            <div class="tn-bulkbar" role="group" aria-label=t("list.ticked_label")>
                <strong role="status">{words}</strong>
                {bar.run()}
                <button type="button" class="tn-button tn-button--quiet" on:click=move |_| selection.clear()>{t("list.untick")}</button>
            </div>
        </Show>
    }
}

/// The shown rows as files.
#[component]
fn Files<R: Row>(
    count: fn(usize, &str) -> String,
    all: Loaded<Listed<R>>,
    rows: Memo<Vec<R>>,
) -> impl IntoView {
    let table = move || {
        let (columns, rows) = (R::columns(), rows.get_untracked());
        let listed = untrack(|| all.get());
        let count = count(rows.len(), &rows.len().to_string());
        let complete = match listed {
            Some(listed) if listed.bad == 0 && !listed.is_cut => {
                if listed.rows.len() == rows.len() {
                    t("export.complete")
                } else {
                    t("list.filtered")
                }
            }
            _ => t("export.partial"),
        };
        let cells = |row: &R| {
            let cells = columns.iter().map(|column| Some((column.text)(row)).filter(|text| !text.is_empty()));
            std::iter::once(Some(row.id().to_owned())).chain(cells).collect()
        };
        export::Table {
            about: [&count, complete].join(", "),
            columns: std::iter::once(t("io.id")).chain(columns.iter().map(|column| column.label)).collect(),
            rows: rows.iter().map(cells).collect(),
        }
    };
    let name = R::SECTION.word();
    let csv = move |_| download(&[name, ".csv"].concat(), "text/csv", &table().csv());
    let json = move |_| download(&[name, ".json"].concat(), "application/json", &table().json());
    view! {
        <button type="button" class="tn-button tn-button--quiet" on:click=csv>{t("export.as_csv")}</button>
        <button type="button" class="tn-button tn-button--quiet" on:click=json>{t("export.as_json")}</button>
    }
}
