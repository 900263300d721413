//! Above a list: its name, filter, number of rows, and what can be done.

use leptos::prelude::*;

use super::def::ListDef;
use crate::i18n::{t, tf};
use crate::mount::TITLE;
use crate::resource::context::PageContext;
use crate::ui::{Icon, IconName, Live, format};

/// Above a list.
#[component]
pub fn ListHead(
    /// The page.
    page: PageContext,
    /// The list.
    def: ListDef,
    /// How many rows there are, in words.
    count: Signal<String>,
    /// Further things beside the name.
    extra: ViewFn,
    /// Buttons.
    children: Children,
) -> impl IntoView {
    page.mount.set_title(&tf("page.title", &[("name", def.title)]));
    let filter = move || page.view().filter;
    let typed = move |event| {
        let text = event_target_value(&event);
        page.change_view(def.path, |view| view.filter = text);
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
            <h1 id=page.mount.id(TITLE) tabindex="-1">{def.title}</h1>
            {extra.run()}
            <input id=page.mount.id("tn-list-filter") class="tn-input" type="search" autocomplete="off" spellcheck="false" placeholder=t("list.filter") aria-label=t("list.filter")
                prop:value=filter on:input=typed/>
            // Read out when it stands still.
            <Live text=count/>
            <span class="tn-faint tn-list__rate" title=note prop:textContent=left></span>
            <span class="tn-set__tools">
                {children()}
                <button type="button" class="tn-button tn-button--icon" aria-label=t("list.reload") title=t("list.reload") on:click=move |_| page.reload()>
                    <Icon name=IconName::Refresh/>
                </button>
            </span>
        </header>
    }
}
