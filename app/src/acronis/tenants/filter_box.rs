//! The box that filters the tree. What is in it is part of the URL.

use leptos::prelude::*;
use tenantry_core::acronis::tenancy::Facet;

use crate::acronis::context::AcronisContext;
use crate::acronis::route::TenantsPath;
use crate::i18n::{t, tf, tn};
use crate::mount::events::is_key;
use crate::ui::task::LatestTask;
use crate::ui::{Live, format};

/// The address follows when somebody stops typing: browsers refuse to change it too often.
const PAUSE_MS: u32 = 300;

/// The box that filters the tree.
#[component]
pub fn FilterBox(
    /// The screen.
    page: AcronisContext,
) -> impl IntoView {
    let (store, latest) = (page.tenants, LatestTask::new());
    let text = RwSignal::new(page.path_now().filter);
    let apply = move |to: String, facets: &[Facet]| {
        let new = text.with_untracked(|text| *text != to);
        if new {
            text.set(to);
        }
        let filter = text.get_untracked();
        // The address follows what was typed, and asks for what is there already.
        let is_there = store.peek(|_, view| match view.filter() {
            Some(on) => on.text() == filter && on.facets() == facets,
            None => filter.trim().is_empty() && facets.is_empty(),
        });
        if !is_there {
            store.change_rows(|tree, view| view.set_filter(tree, &filter, facets));
        }
    };
    // The address moved (back, a link, a reload): the box follows.
    Effect::new(move |_| {
        let TenantsPath { filter, facets, .. } = page.path();
        apply(filter, &facets);
    });
    let typed = move |event| {
        apply(event_target_value(&event), &page.path_now().facets);
        let filter = text.get_untracked();
        latest.run_after(PAUSE_MS, async move {
            page.replace(&TenantsPath { filter, ..page.path_now() });
        });
    };
    let clear_on_escape = move |event: web_sys::KeyboardEvent| {
        if is_key(&event, "Escape") && !text.with_untracked(String::is_empty) {
            event.stop_propagation();
            let path = page.path_now();
            apply(String::new(), &path.facets);
            page.replace(&TenantsPath { filter: String::new(), ..path });
        }
    };
    let hits = move || {
        let found =
            store.with_rows(|_, view| view.filter().map(|filter| (filter.count(), filter.is_partial())));
        let Some((count, is_partial)) = found else { return String::new() };
        let words = tn("tree.hits", count, &format::number(count));
        if is_partial { tf("tree.so_far", &[("count", &words)]) } else { words }
    };
    view! {
        <div class="tn-filter">
            <input
                id=page.mount.id("tn-filter")
                class="tn-input"
                type="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=t("tree.filter")
                aria-label=t("tree.filter")
                prop:value=move || text.get()
                on:input=typed
                on:keydown=clear_on_escape
            />
            <Live class="tn-filter__hits" text=Signal::derive(hits)/>
        </div>
    }
}
