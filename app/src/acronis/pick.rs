//! Choosing a tenant among those that are loaded, behind a button.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::fold::Query;

use super::search;
use super::state::Acronis;
use crate::i18n::t;
use crate::mount::Mount;
use crate::mount::events::{is_key, is_typing};
use crate::ui::{Name, Popover};

/// The button and its box.
#[component]
pub fn PickTenant(
    /// The connection.
    state: Acronis,
    /// The id of the field, and of the button.
    ids: [&'static str; 2],
    /// What the button says.
    words: &'static str,
    /// What the field is for.
    label: &'static str,
    /// Not this one.
    except: Uuid,
    /// Hears of the choice.
    #[prop(into)]
    choose: Callback<Uuid>,
) -> impl IntoView {
    let (mount, [id, button]) = (Mount::here(), ids);
    let (open, text) = (RwSignal::new(false), RwSignal::new(String::new()));
    let offers = Memo::new(move |_| {
        let hits = text.with(|text| search::loaded(state, &Query::new(text)));
        hits.into_iter().filter(|hit| hit.tenant != except).collect::<Vec<_>>()
    });
    Effect::new(move |_| {
        if open.get() {
            mount.focus_next(id);
        }
    });
    let take = move |tenant: Uuid| {
        open.set(false);
        text.set(String::new());
        choose.run(tenant);
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        if is_key(&event, "Enter") && is_typing(&event) {
            offers.get_untracked().first().into_iter().for_each(|hit| take(hit.tenant));
        }
    };
    let offer = move |hit: search::LoadedHit| {
        let tenant = hit.tenant;
        view! {
            <li>
                <button type="button" class="tn-offer" on:click=move |_| take(tenant)>
                    <Name text=hit.title/> <small><Name text=hit.path cut=true/></small>
                </button>
            </li>
        }
    };
    view! {
        <Popover id=button class="tn-button tn-button--quiet" words=words.to_owned() open=open>
            <div class="tn-pop" on:keydown=keys>
                <input id=mount.id(id) class="tn-input" type="search" autocomplete="off" spellcheck="false"
                    aria-label=label placeholder=t("compare.placeholder")
                    prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))/>
                <ul aria-label=t("search.results")>{move || offers.get().into_iter().map(offer).collect_view()}</ul>
            </div>
        </Popover>
    }
}
