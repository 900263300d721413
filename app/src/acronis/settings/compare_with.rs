//! Choosing the tenant that the chosen one is compared with.

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::context::SettingsContext;
use crate::acronis::search;
use crate::i18n::t;
use crate::mount::events::is_typing;
use crate::ui::text::visible;

/// The button and its box.
#[component]
pub fn CompareWith(
    /// The tab.
    page: SettingsContext,
) -> impl IntoView {
    let (open, text) = (RwSignal::new(false), RwSignal::new(String::new()));
    let offers = Memo::new(move |_| {
        let hits = text.with(|text| search::loaded(page.state(), text));
        hits.into_iter().filter(|hit| hit.tenant != page.tenant).collect::<Vec<_>>()
    });
    let start = move |_| {
        open.update(|open| *open = !*open);
        page.mount.focus_next("tn-compare");
    };
    let choose = move |id: Uuid| {
        open.set(false);
        text.set(String::new());
        page.go(|view| {
            view.with = Some(id);
            view.chosen = None;
        });
    };
    let keys = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.stop_propagation();
            open.set(false);
            page.mount.focus_next("tn-compare-button");
        }
        "Enter" if is_typing(&event) => {
            offers.get_untracked().first().into_iter().for_each(|hit| choose(hit.tenant));
        }
        _ => {}
    };
    let offer = move |hit: search::Hit| {
        let (id, title) = (hit.tenant, visible(&hit.title).into_owned());
        view! {
            <li>
                <button type="button" class="tn-offer" on:click=move |_| choose(id)>
                    <span dir="auto">{title}</span> <small dir="auto">{hit.place}</small>
                </button>
            </li>
        }
    };
    let expanded = move || if open.get() { "true" } else { "false" };
    view! {
        <span class="tn-compare-with">
            <button id=page.mount.id("tn-compare-button") type="button" class="tn-button tn-button--quiet" aria-expanded=expanded on:click=start>
                {t("compare.with")}
            </button>
            <Show when=move || open.get()>
                <div class="tn-pop" on:keydown=keys>
                    <input id=page.mount.id("tn-compare") class="tn-input" type="search" autocomplete="off" spellcheck="false"
                        aria-label=t("compare.label") placeholder=t("compare.placeholder")
                        prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))/>
                    <ul aria-label=t("search.results")>{move || offers.get().into_iter().map(offer).collect_view()}</ul>
                </div>
            </Show>
        </span>
    }
}
