//! The frame of every list: head, notes, table, what can be done with the selected rows, and the panel of what is
//! chosen.

use leptos::prelude::*;

use super::columns;
use super::def::ListDef;
use super::extent::ExtentNote;
use super::files::Files;
use super::head::ListHead;
use super::row::{Listing, shown};
use super::selection::Selection;
use super::table::Table;
use super::view::ListView;
use crate::i18n::{t, tf, tn};
use crate::resource::awaited::Awaited;
use crate::resource::batch::{BatchAction, BatchButtons, BatchDialogs};
use crate::resource::context::PageContext;
use crate::resource::notes::BadRows;
use crate::resource::recent::{Entry, awaited};
use crate::ui::loaded::Status;
use crate::ui::{Keyed, Live, format};

/// The frame of a list.
#[component]
pub fn List(
    /// The page.
    page: PageContext,
    /// The list.
    def: ListDef,
    /// What the URL says of the chosen row.
    chosen: Memo<Option<String>>,
    /// The panel of the chosen row.
    #[prop(optional, into)]
    side: ViewFn,
    /// The selection, where rows can be selected.
    #[prop(optional)]
    selection: Option<Selection>,
    /// What can be done with the selected rows.
    #[prop(optional)]
    actions: Vec<BatchAction>,
    /// What was made or taken away a short while ago, where the page knows that better than its writes tell it.
    #[prop(optional)]
    recent: Option<Signal<Vec<Entry>>>,
    /// Further things above the list, such as what it is of.
    #[prop(optional, into)]
    extra: ViewFn,
    /// Buttons of the head.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let view = Memo::new(move |_| page.view());
    let rows = Memo::new(move |_| {
        let of = |listing: &Listing, view: &ListView| {
            def.columns.with_value(|columns| shown(listing, columns, &view.filter, view.sort.as_ref()))
        };
        def.listing
            .with(|listing| listing.as_ref().map(|all| view.with(|view| of(all, view))).unwrap_or_default())
    });
    let is_here = Memo::new(move |_| def.listing.with(Option::is_some));
    // Nothing is counted that could not be read.
    let words = Signal::derive(move || {
        let shown = rows.with(Vec::len);
        let is_complete = def.listing.with(|listing| listing.as_ref().map(Listing::is_complete));
        is_complete.map_or_else(String::new, |is_complete| {
            let count = def.counted(shown, &format::number(shown), is_complete);
            match (is_complete, def.status.is_coming.get()) {
                (_, true) => tf("list.so_far", &[("count", &count)]),
                (false, _) => tf("list.count_partial", &[("count", &count)]),
                (true, _) => count,
            }
        })
    });
    let awaited = Signal::derive(move || {
        let recent = recent.map_or_else(|| page.recent.of(def.kind), |recent| recent.get());
        // A row that is missing may be on a page that was not read.
        let is_there = |all: &Listing, id: &str| all.rows.iter().any(|row| row.id == id);
        def.listing
            .with(|listing| {
                let all = listing.as_ref()?;
                let mut entries = awaited(recent, |id| is_there(all, id));
                entries.retain(|one| !one.is_made || all.is_complete());
                Some(entries)
            })
            .unwrap_or_default()
    });
    let class = move || match chosen.with(Option::is_some) {
        true => "tn-set tn-set--list tn-set--chosen",
        false => "tn-set tn-set--list",
    };
    let panel = Keyed::new();
    let (actions, asked) = (StoredValue::new(actions), RwSignal::new(None::<usize>));
    view! {
        <div class=class>
            <section class="tn-set__main" aria-label=def.title>
                <ListHead page=page def=def count=words extra=extra>
                    {children.map(|children| children())}
                    {columns::chooser(page, def)}
                    <Files page=page def=def rows=rows/>
                </ListHead>
                <div class="tn-set__pair">
                <div class="tn-set__body">
                {move || page.frozen().map(|why| view! { <p class="tn-note" prop:textContent=why></p> })}
                <Status loaded=def.status/>
                <Partial page=page def=def/>
                <Awaited page=page entries=awaited words=["recent.made", "recent.removed"] loaded=def.status/>
                {selection.map(|selection| view! { <Bar page=page def=def selection=selection actions=actions asked=asked/> })}
                <Show when=move || is_here.get()>
                    <Table page=page def=def rows=rows selection=selection chosen=chosen/>
                </Show>
                </div>
                {move || chosen.get().map(|item| panel.draw(item, side.run()))}
                </div>
            </section>
        </div>
        <BatchDialogs page=page actions=actions asked=asked/>
    }
}

/// What is missing in the list.
#[component]
fn Partial(page: PageContext, def: ListDef) -> impl IntoView {
    let bad = move || def.listing.with(|listing| listing.as_ref().map_or(0, |all| all.bad));
    view! {
        {move || view! { <BadRows count=bad() words=def.unread/> }}
        <ExtentNote page=page def=def/>
    }
}

/// How many rows are selected, and what can be done with them.
#[component]
fn Bar(
    page: PageContext,
    def: ListDef,
    selection: Selection,
    actions: StoredValue<Vec<BatchAction>>,
    asked: RwSignal<Option<usize>>,
) -> impl IntoView {
    let count = Memo::new(move |_| {
        def.listing.with(|listing| listing.as_ref().map_or(0, |all| selection.ids(&all.rows).len()))
    });
    let words = move || {
        let is_complete = def.listing.with(|listing| listing.as_ref().is_some_and(Listing::is_complete));
        let key = if is_complete { "list.ticked" } else { "list.ticked_partial" };
        tn(key, count.get(), &format::number(count.get()))
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <div class="tn-bulkbar" role="group" aria-label=t("list.ticked_label")>
                <strong><Live text=Signal::derive(words)/></strong>
                <BatchButtons page=page actions=actions asked=asked/>
                <button type="button" class="tn-button tn-button--quiet" on:click=move |_| selection.clear()>{t("list.untick")}</button>
            </div>
        </Show>
    }
}
