//! Above a list: its name, filter, number of rows, and what can be done.

use leptos::prelude::*;

use crate::i18n::{t, tf};
use crate::ionos::contract::Contract;
use crate::resource::context::PageContext;
use crate::routing::Place;
use crate::ui::{Icon, IconName, format};

/// Above a list.
#[component]
pub fn ListHead(
    /// What every screen needs.
    page: PageContext,
    /// The list's name.
    title: &'static str,
    /// How many rows there are, in words.
    #[prop(into)]
    count: Signal<String>,
    /// Buttons.
    children: Children,
) -> impl IntoView {
    document().set_title(&tf("page.title", &[("name", title)]));
    let filter = page.filter();
    let typed = move |event| {
        let place = page.router.place().get_untracked();
        page.router.replace(Place { filter: event_target_value(&event), ..place });
    };
    let number = |one: u32| format::number(one as usize);
    let limit = move || {
        // Read again whenever the list is, because every answer says it anew.
        count.track();
        page.session.connection().rate_limit()
    };
    let left = move || {
        let limit = limit()?;
        let (remaining, limit) = (number(limit.remaining?), number(limit.limit?));
        Some(tf("list.rate", &[("n", &remaining), ("limit", &limit)]))
    };
    let note = move || match limit().and_then(|limit| limit.burst) {
        Some(burst) => tf("list.rate_burst", &[("n", &number(burst))]),
        None => t("list.rate_note").to_owned(),
    };
    view! {
        <header class="tn-list__head">
            <h1>{title}</h1>
            <Contract page=page/>
            <input id="tn-list-filter" class="tn-input" type="search" autocomplete="off" spellcheck="false" placeholder=t("list.filter") aria-label=t("list.filter")
                prop:value=move || filter.get() on:input=typed/>
            <span role="status">{count}</span>
            <span class="tn-faint" title=note>{left}</span>
            <span class="tn-set__tools">
                {children()}
                <button type="button" class="tn-button tn-button--icon" aria-label=t("list.reload") title=t("list.reload") on:click=move |_| page.read_again()>
                    <Icon name=IconName::Refresh/>
                </button>
            </span>
        </header>
    }
}
