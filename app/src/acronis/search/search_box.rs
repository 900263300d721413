//! The box and its list: a WAI-ARIA combobox. The hit opens in place, in the tree.

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::hits::{self, Hit};
use crate::acronis::context::AcronisContext;
use crate::i18n::{t, tf};
use crate::mount::Mount;
use crate::session::Session;
use crate::ui::task::LatestTask;
use crate::ui::text::visible;
use crate::ui::{Fault, Icon, IconName};

/// The vendor is asked when somebody stops typing.
const PAUSE_MS: u32 = 250;

/// A shorter text would find everything.
const SHORTEST: usize = 2;

#[derive(Clone, Debug, PartialEq)]
enum Vendor {
    NotAsked,
    Asked,
    Answered(Vec<Hit>),
    Failed(Fault),
}

/// The search box.
#[component]
pub fn SearchBox(
    /// The connection that is searched.
    session: Session,
) -> impl IntoView {
    let page = AcronisContext::new(session);
    let text = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let vendor = RwSignal::new(Vendor::NotAsked);
    let latest = LatestTask::new();
    let offers = Memo::new(move |_| {
        let loaded = text.with(|text| hits::loaded(page.state(), text));
        let answered = vendor.with(|vendor| match vendor {
            Vendor::Answered(hits) => hits.clone(),
            _ => Vec::new(),
        });
        let new =
            |hit: &Hit| hit.icon == IconName::User || !loaded.iter().any(|one| one.tenant == hit.tenant);
        let answered: Vec<Hit> = answered.into_iter().filter(new).collect();
        [loaded, answered].concat()
    });
    let ask = move |query: String| {
        if query.trim().chars().count() < SHORTEST {
            vendor.set(Vendor::NotAsked);
            return latest.stop();
        }
        vendor.set(Vendor::Asked);
        latest.run_after(PAUSE_MS, async move {
            let outcome = hits::by_vendor(page.state(), query.trim().to_owned()).await;
            vendor.set(match outcome {
                Ok(hits) => Vendor::Answered(hits),
                Err(error) => Vendor::Failed(page.session.fault(&error)),
            });
        });
    };
    let typed = move |event| {
        let query: String = event_target_value(&event);
        text.set(query.clone());
        active.set(None);
        open.set(!query.trim().is_empty());
        ask(query);
    };
    let go = move |tenant: Uuid| {
        open.set(false);
        page.go_to_tenant(tenant);
        page.mount.focus("tn-tree");
    };
    // A pasted id is gone to even where nothing loaded has it.
    let enter = move || {
        let offers = offers.get_untracked();
        let chosen = offers.get(active.get_untracked().unwrap_or(0)).map(|hit| hit.tenant);
        let pasted = text.with_untracked(|text| Uuid::parse(text.trim()));
        chosen.or(pasted).into_iter().for_each(go);
    };
    let key = move |event: web_sys::KeyboardEvent| {
        let count = offers.with_untracked(Vec::len);
        let step = |by: isize| {
            let now = active.get_untracked().map_or(if by > 0 { -1 } else { 0 }, |at| at as isize);
            (count > 0).then(|| (now + by).rem_euclid(count as isize) as usize)
        };
        match event.key().as_str() {
            "ArrowDown" => active.set(step(1)),
            "ArrowUp" => active.set(step(-1)),
            "Enter" => enter(),
            "Escape" if open.get_untracked() => open.set(false),
            "Escape" => text.set(String::new()),
            _ => return,
        }
        event.prevent_default();
    };
    let shown = move || open.get() && text.with(|text| !text.trim().is_empty());
    let active_id = move || active.get().filter(|_| shown()).map(|at| page.mount.id(&option_id(at)));
    view! {
        <div class="tn-search" role="search">
            <Icon name=IconName::Search/>
            <input
                id=page.mount.id("tn-search")
                class="tn-input tn-search__input"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder=t("search.placeholder")
                aria-label=t("search.label")
                aria-expanded=move || shown().to_string()
                aria-controls=page.mount.id("tn-search-list")
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
                <ul id=page.mount.id("tn-search-list") role="listbox" aria-label=t("search.results")>
                    {move || {
                        let offer = |(at, hit)| view! { <Offer at=at hit=hit active=active go=Callback::new(go)/> };
                        offers.get().into_iter().enumerate().map(offer).collect_view()
                    }}
                </ul>
                <p class="tn-search__state" role="status">{move || state(&vendor.get(), offers.with(Vec::len), page)}</p>
            </div>
        </div>
    }
}

fn option_id(at: usize) -> String {
    format!("tn-hit-{at}")
}

#[component]
fn Offer(at: usize, hit: Hit, active: RwSignal<Option<usize>>, go: Callback<Uuid>) -> impl IntoView {
    let mount = Mount::here();
    let Hit { tenant, icon, title, place, by_vendor } = hit;
    let class = move || if active.get() == Some(at) { "tn-hit tn-hit--active" } else { "tn-hit" };
    // On pointer down, because the box loses the focus before a click is complete.
    let press = move |event: web_sys::PointerEvent| {
        event.prevent_default();
        go.run(tenant);
    };
    view! {
        <li class=class role="option" id=mount.id(&option_id(at)) aria-selected=move || (active.get() == Some(at)).to_string() on:pointerdown=press>
            <Icon name=icon/>
            <span class="tn-hit__words">
                <bdi class="tn-hit__title">{visible(&title).into_owned()}</bdi>
                <bdi class="tn-hit__place">{visible(&place).into_owned()}</bdi>
            </span>
            {by_vendor.then(|| view! { <span class="tn-badge">{t("search.by_vendor")}</span> })}
        </li>
    }
}

fn state(vendor: &Vendor, offers: usize, page: AcronisContext) -> String {
    let complete = page.tenants.is_complete();
    match vendor {
        Vendor::NotAsked => t("search.type_on").to_owned(),
        Vendor::Asked => tf("search.asking", &[("label", &page.session.label())]),
        Vendor::Failed(fault) => tf("search.failed", &[("why", &fault.title)]),
        Vendor::Answered(_) if offers == 0 => t("search.nothing").to_owned(),
        Vendor::Answered(_) if complete => t("search.done").to_owned(),
        Vendor::Answered(_) => t("search.done_partial").to_owned(),
    }
}
