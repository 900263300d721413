//! The box that filters the tree. What is in it is part of the URL.

use leptos::prelude::*;

use crate::acronis::context::AcronisContext;
use crate::acronis::route::TenantsPath;
use crate::i18n::{t, tn};
use crate::ui::format;
use crate::ui::task::LatestTask;

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
    let apply = move |to: String| {
        let new = text.with_untracked(|text| *text != to);
        if new {
            text.set(to);
        }
        let filter = text.get_untracked();
        let same = store.peek(|_, view| view.filter().is_none()) && filter.trim().is_empty();
        if !same {
            store.change_rows(|tree, view| view.set_filter(tree, &filter));
        }
    };
    // The address moved (back, a link, a reload): the box follows.
    Effect::new(move |_| {
        let filter = page.path().filter;
        apply(filter);
    });
    let typed = move |event| {
        apply(event_target_value(&event));
        let filter = text.get_untracked();
        latest.run_after(PAUSE_MS, async move {
            page.replace(&TenantsPath { filter, ..page.path_now() });
        });
    };
    let clear_on_escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !text.with_untracked(String::is_empty) {
            event.stop_propagation();
            apply(String::new());
            page.replace(&TenantsPath { filter: String::new(), ..page.path_now() });
        }
    };
    let hits = move || {
        let count =
            store.with_rows(|_, view| view.filter().map(tenantry_core::acronis::tenancy::Filter::count));
        count.map(|count| tn("tree.hits", count, &format::number(count)))
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
            <span class="tn-filter__hits" role="status">{hits}</span>
        </div>
    }
}
