//! The box and its list: a WAI-ARIA combobox. The hit opens in its place.

use leptos::prelude::*;
use tenantry_core::fold::Query;

use super::offers::{Group, groups, option_id};
use super::source::{Source, not_searched, searched};
use crate::i18n::t;
use crate::mount::{Mount, events};
use crate::session::{Asked, Hit, Search, SearchScope};
use crate::ui::{Icon, IconName};

/// The search box.
#[component]
pub fn SearchBox(
    /// What it searches.
    scope: SearchScope,
) -> impl IntoView {
    let mount = Mount::here();
    let place = mount.router().place();
    let (text, open, active) =
        (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(None::<usize>));
    // Enter was pressed before anything was found: what is found first is gone to.
    let waits = RwSignal::new(false);
    let sources: Vec<Source> = scope.sessions.get_value().into_iter().map(Source::new).collect();
    let has_several = sources.len() > 1;
    let (sources, scope) = (StoredValue::new(sources), StoredValue::new(scope));
    let searched = move || sources.with_value(|sources| scope.with_value(|scope| searched(sources, scope)));
    let query = Memo::new(move |_| text.with(|text| Query::new(text)));
    let offers = Memo::new(move |_| {
        let place = place.get_untracked();
        let group = |(source, search): (Source, Search)| {
            let hits = query.with(|query| source.hits(search, query, &place));
            Group { connection: source.session.id(), label: source.session.label(), hits }
        };
        searched().sources.into_iter().map(group).filter(|group| !group.hits.is_empty()).collect::<Vec<_>>()
    });
    let hits = move || {
        offers.with_untracked(|groups| groups.iter().flat_map(|group| group.hits.clone()).collect::<Vec<_>>())
    };
    let go = Callback::new(move |hit: Hit| {
        open.set(false);
        // The screen may be another one then; until it is drawn, its frame has the keyboard.
        mount.focus("tn-main");
        mount.router().go(hit.place);
        mount.focus_next(hit.focus);
    });
    // What was found first, or the place that says of an id that nobody knows it.
    let enter = move || {
        let found = hits();
        if let Some(hit) = found.get(active.get_untracked().unwrap_or(0)) {
            return go.run(hit.clone());
        }
        let all = untrack(searched).sources;
        if all.iter().any(|(source, _)| source.is_asked()) {
            return waits.set(true);
        }
        let unknown = |(one, search): &(Source, Search)| {
            query.with_untracked(|query| (search.unknown_id)(one.session, query))
        };
        if let Some(place) = all.first().and_then(unknown) {
            open.set(false);
            mount.router().go(place);
        }
    };
    let answered = move || {
        if waits.try_get_untracked() == Some(true)
            && (!hits().is_empty() || !untrack(searched).sources.iter().any(|(one, _)| one.is_asked()))
        {
            waits.set(false);
            enter();
        }
    };
    let typed = move |event| {
        text.set(event_target_value(&event));
        active.set(None);
        waits.set(false);
        open.set(query.with_untracked(|query| !query.is_empty()));
        for (source, search) in untrack(searched).sources {
            let (text, query) = (text.get_untracked().trim().to_owned(), query.get_untracked());
            source.ask(search, Asked { text, query, place: place.get_untracked() }, answered);
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        let Some(key) = events::key(&event) else { return };
        let count = hits().len();
        let step = |by: isize| {
            let now = active.get_untracked().map_or(if by > 0 { -1 } else { 0 }, |at| at as isize);
            (count > 0).then(|| (now + by).rem_euclid(count as isize) as usize)
        };
        match key.as_str() {
            "ArrowDown" => active.set(step(1)),
            "ArrowUp" => active.set(step(-1)),
            "Enter" => enter(),
            "Escape" if open.get_untracked() => open.set(false),
            "Escape" => text.set(String::new()),
            _ => return,
        }
        event.prevent_default();
    };
    let shown = move || open.get() && query.with(|query| !query.is_empty());
    let active_id = move || active.get().filter(|_| shown()).map(|at| mount.id(&option_id(at)));
    let words = Memo::new(move |_| {
        let all = searched();
        let finds = |source: Source| {
            let id = source.session.id();
            offers.with(|groups| groups.iter().any(|group| group.connection == id))
        };
        let said = all.sources.into_iter().map(|(source, _)| source.words(finds(source)));
        said.chain(not_searched(&all.signed_out)).collect::<Vec<_>>().join(" ")
    });
    view! {
        <div class="tn-search" role="search">
            <Icon name=IconName::Search/>
            <input
                id=mount.id("tn-search")
                class="tn-input tn-search__input"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder=t("search.placeholder")
                aria-label=t("search.label")
                aria-expanded=move || shown().to_string()
                aria-controls=mount.id("tn-search-list")
                aria-autocomplete="list"
                aria-activedescendant=active_id
                prop:value=move || text.get()
                on:input=typed
                on:keydown=key
                on:focus=move |_| open.set(true)
                on:blur=move |_| open.set(false)
            />
            <kbd aria-hidden="true">"/"</kbd>
            <div class="tn-search__panel" hidden=move || !shown()>
                <div id=mount.id("tn-search-list") class="tn-search__list" role="listbox" aria-label=t("search.results")>
                    {move || groups(offers.get(), has_several, active, go)}
                </div>
                <p class="tn-search__state" role="status" prop:textContent=words></p>
            </div>
        </div>
    }
}
