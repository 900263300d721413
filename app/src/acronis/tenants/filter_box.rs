//! The box that filters the tree. What is in it is part of the URL.

use leptos::prelude::*;

use crate::i18n::{t, tn};
use crate::routing::{Place, Router};
use crate::session::Session;
use crate::ui::format;
use crate::ui::task::LatestTask;

/// The address follows when somebody stops typing: browsers refuse to change it too often.
const PAUSE_MS: u32 = 300;

/// The box that filters the tree.
#[component]
pub fn FilterBox(
    /// The connection.
    session: Session,
    /// The browser's address.
    router: Router,
) -> impl IntoView {
    let (store, latest) = (session.tenants, LatestTask::new());
    let text = RwSignal::new(router.place().with_untracked(|place| place.filter.clone()));
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
        let filter = router.place().with(|place| place.filter.clone());
        apply(filter);
    });
    let typed = move |event| {
        apply(event_target_value(&event));
        let filter = text.get_untracked();
        latest.run_after(PAUSE_MS, async move {
            let place = router.place().get_untracked();
            router.replace(Place { filter, ..place });
        });
    };
    let clear_on_escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !text.with_untracked(String::is_empty) {
            event.stop_propagation();
            apply(String::new());
            let place = router.place().get_untracked();
            router.replace(Place { filter: String::new(), ..place });
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
                id="tn-filter"
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
