//! Choosing the tenant that the chosen one is compared with.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::fold::Query;

use super::context::SettingsContext;
use crate::acronis::search;
use crate::i18n::t;
use crate::mount::events::{is_key, is_typing};
use crate::ui::{Name, Popover};

/// The button and its box.
#[component]
pub fn CompareWith(
    /// The tab.
    page: SettingsContext,
) -> impl IntoView {
    let (open, text) = (RwSignal::new(false), RwSignal::new(String::new()));
    let offers = Memo::new(move |_| {
        let hits = text.with(|text| search::loaded(page.state(), &Query::new(text)));
        hits.into_iter().filter(|hit| hit.tenant != page.tenant).collect::<Vec<_>>()
    });
    Effect::new(move |_| {
        if open.get() {
            page.mount.focus_next("tn-compare");
        }
    });
    let choose = move |id: Uuid| {
        open.set(false);
        text.set(String::new());
        page.go(|view| {
            view.with = Some(id);
            view.chosen = None;
        });
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        if is_key(&event, "Enter") && is_typing(&event) {
            offers.get_untracked().first().into_iter().for_each(|hit| choose(hit.tenant));
        }
    };
    let offer = move |hit: search::LoadedHit| {
        let id = hit.tenant;
        view! {
            <li>
                <button type="button" class="tn-offer" on:click=move |_| choose(id)>
                    <Name text=hit.title/> <small><Name text=hit.path cut=true/></small>
                </button>
            </li>
        }
    };
    view! {
        <Popover id="tn-compare-button" class="tn-button tn-button--quiet" words=t("compare.with").to_owned() open=open>
            <div class="tn-pop" on:keydown=keys>
                <input id=page.mount.id("tn-compare") class="tn-input" type="search" autocomplete="off" spellcheck="false"
                    aria-label=t("compare.label") placeholder=t("compare.placeholder")
                    prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))/>
                <ul aria-label=t("search.results")>{move || offers.get().into_iter().map(offer).collect_view()}</ul>
            </div>
        </Popover>
    }
}
