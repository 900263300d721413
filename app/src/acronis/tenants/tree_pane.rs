//! The tree pane: filter, buttons, rows, and at its foot how many of the tenants are here.

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::filter_box::FilterBox;
use super::foot::Foot;
use super::loading;
use super::store::LoadState;
use super::tree_rows::TreeRows;
use crate::acronis::context::AcronisContext;
use crate::i18n::t;
use crate::ui::FaultNotice;

/// The tree pane.
#[component]
pub fn TreePane(
    /// The screen.
    page: AcronisContext,
    /// The chosen tenant.
    chosen: Memo<Option<Uuid>>,
) -> impl IntoView {
    let store = page.tenants;
    let nothing = Memo::new(move |_| store.with_rows(|_, view| view.is_empty()));
    view! {
        <section id=page.mount.id("tn-tree-pane") class="tn-tree" aria-label=t("tree.pane")>
            <div class="tn-tree__bar">
                <FilterBox page=page/>
                <button type="button" class="tn-button tn-button--quiet" on:click=move |_| store.change_rows(|tree, view| view.open_all(tree))>
                    {t("tree.expand_all")}
                </button>
                <button type="button" class="tn-button tn-button--quiet" on:click=move |_| store.change_rows(|tree, view| view.close_all(tree))>
                    {t("tree.collapse_all")}
                </button>
            </div>
            <Show when=move || nothing.get()>
                <Nothing page=page/>
            </Show>
            <TreeRows page=page chosen=chosen/>
            <Foot page=page/>
        </section>
    }
}

/// What stands where no row does.
#[component]
fn Nothing(page: AcronisContext) -> impl IntoView {
    let store = page.tenants;
    move || match store.state.get() {
        LoadState::Idle | LoadState::Loading if store.count() == 0 => view! { <Skeleton/> }.into_any(),
        LoadState::Failed(fault) if store.count() == 0 => {
            let retry = Callback::new(move |()| loading::load_all(page.state()));
            view! { <FaultNotice fault=fault retry=retry/> }.into_any()
        }
        _ if store.with_rows(|_, view| view.filter().is_some()) => {
            let words = if store.is_complete() { t("tree.no_hits") } else { t("tree.no_hits_yet") };
            view! { <p class="tn-empty" prop:textContent=words></p> }.into_any()
        }
        LoadState::Complete { .. } => {
            view! { <p class="tn-empty" prop:textContent=t("tree.empty")></p> }.into_any()
        }
        _ => view! { <p class="tn-empty" prop:textContent=t("tree.nothing_yet")></p> }.into_any(),
    }
}

/// Rows of the right height, while the first page is loading.
#[component]
fn Skeleton() -> impl IntoView {
    let row = |at: usize| {
        let class = if at.is_multiple_of(3) { "tn-skeleton tn-skeleton--short" } else { "tn-skeleton" };
        view! { <div class="tn-skeleton-row"><span class=class></span></div> }
    };
    view! {
        <div class="tn-skeletons" role="status" aria-label=t("tree.loading")>
            {(0..12).map(row).collect_view()}
        </div>
    }
}
