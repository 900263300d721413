//! The frame of every list: head, notes, table, what can be done with the selected rows, and the panel of what is
//! chosen.

use leptos::prelude::*;

use super::columns;
use super::def::ListDef;
use super::files::Files;
use super::head::ListHead;
use super::row::{Listing, shown};
use super::selection::Selection;
use super::table::Table;
use super::view::ListView;
use crate::i18n::{t, tn};
use crate::resource::batch::{BatchAction, BatchButtons, BatchDialogs};
use crate::resource::context::PageContext;
use crate::resource::notes::BadRows;
use crate::ui::format;
use crate::ui::loaded::Status;

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
        if is_here.get() { def.counted(shown, &format::number(shown)) } else { String::new() }
    });
    let class = move || if chosen.with(Option::is_some) { "tn-set tn-set--chosen" } else { "tn-set" };
    let (actions, asked) = (StoredValue::new(actions), RwSignal::new(None::<usize>));
    view! {
        <div class=class>
            <section class="tn-set__main" aria-label=def.title>
                <ListHead page=page def=def count=words extra=extra>
                    {children.map(|children| children())}
                    {columns::chooser(page, def)}
                    <Files def=def rows=rows/>
                </ListHead>
                {move || page.frozen().map(|why| view! { <p class="tn-note">{why}</p> })}
                <Status loaded=def.status/>
                <Partial def=def/>
                {selection.map(|selection| view! { <Bar page=page def=def selection=selection actions=actions asked=asked/> })}
                <Show when=move || is_here.get()>
                    <Table page=page def=def rows=rows selection=selection chosen=chosen/>
                </Show>
            </section>
            {move || chosen.with(Option::is_some).then(|| side.run())}
        </div>
        <BatchDialogs page=page actions=actions asked=asked/>
    }
}

/// What is missing in the list.
#[component]
fn Partial(def: ListDef) -> impl IntoView {
    move || {
        let (bad, is_cut) = def.listing.with(|listing| listing.as_ref().map(|all| (all.bad, all.is_cut)))?;
        let cut = is_cut.then(|| view! { <p class="tn-note tn-note--warn">{t("list.cut")}</p> });
        Some(view! { <BadRows count=bad/> {cut} })
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
    let words = move || tn("list.ticked", count.get(), &format::number(count.get()));
    view! {
        <Show when=move || { count.get() > 0 }>
            <div class="tn-bulkbar" role="group" aria-label=t("list.ticked_label")>
                <strong role="status">{words}</strong>
                <BatchButtons page=page actions=actions asked=asked/>
                <button type="button" class="tn-button tn-button--quiet" on:click=move |_| selection.clear()>{t("list.untick")}</button>
            </div>
        </Show>
    }
}
