//! The rail: connections, and the sections of each.

use leptos::prelude::*;

use super::loading::Loading;
use super::vendors;
use crate::i18n::t;
use crate::mount::events::on_window;
use crate::mount::{Mount, Pref, platform};
use crate::routing::Place;
use crate::session::{Link, Session, Sessions};
use crate::ui::{Icon, IconName, format};

/// What stands in the rail for a vendor without screens.
const LATER: [Link; 1] = [Link { path: "", words: "rail.later", icon: IconName::Tree }];

/// Up to this width of the window the rail is a drawer, as `frame.css` has it.
const DRAWER: u32 = 900;

/// From this width on it shows names, unless somebody has chosen otherwise.
const ROOMY: u32 = 1300;

/// The rail.
#[component]
pub fn Rail(
    /// All connections.
    sessions: Sessions,
    /// The connection that is shown.
    current: Signal<Option<Session>>,
    /// The screens.
    loading: Loading,
) -> impl IntoView {
    let mount = Mount::here();
    let width = RwSignal::new(platform::width());
    on_window(leptos::ev::resize, move |_| width.set(platform::width()));
    let chosen = RwSignal::new(mount.storage().pref(Pref::RailSlim).map(|chosen| chosen == "yes"));
    let slim = Memo::new(move |_| match width.get() {
        // A drawer has room for names.
        ..=DRAWER => false,
        width => chosen.get().unwrap_or(width < ROOMY),
    });
    let toggle = move |_| {
        let now = !slim.get_untracked();
        chosen.set(Some(now));
        mount.storage().set_pref(Pref::RailSlim, if now { "yes" } else { "no" });
    };
    let label = move || if slim.get() { t("rail.widen") } else { t("rail.narrow") };
    let class = move || if slim.get() { "tn-rail tn-rail--slim" } else { "tn-rail" };
    let groups = sessions
        .get_value()
        .into_iter()
        .map(|session| view! { <Group session=session current=current loading=loading/> });
    view! {
        <nav class=class id=mount.id("tn-rail") aria-label=t("rail.label")>
            {groups.collect_view()}
            <button type="button" class="tn-button tn-button--icon tn-rail__toggle" aria-label=label title=label on:click=toggle>
                <Icon name=IconName::Chevron/>
            </button>
        </nav>
    }
}

/// A connection with its sections.
#[component]
fn Group(session: Session, current: Signal<Option<Session>>, loading: Loading) -> impl IntoView {
    let router = Mount::here().router();
    let (id, vendor) = (StoredValue::new(session.id()), session.vendor());
    let ui = vendors::entry(vendor).map(|entry| entry.ui);
    let is_here = move || current.get().is_some_and(|current| id.with_value(|id| current.id() == *id));
    // Without a path the first section is shown.
    let shown = move || ui.map_or(Some(""), |ui| router.place().with(|place| (ui.page_of)(place)));
    let count = move || {
        let count = loading.get(vendor)?.count.filter(|_| session.is_signed_in())?;
        Some(count(session)).filter(|count| *count > 0).map(format::number)
    };
    let link = move |(at, link): (usize, &'static Link)| {
        let is_on = move || is_here() && shown() == Some(link.path);
        let (words, count) = (t(link.words), (at == 0).then_some(count));
        let segments = Some(link.path).filter(|path| !path.is_empty());
        let href = router.href(&id.with_value(|id| Place::new(id, segments)));
        let title = format!("{}: {words}", session.label());
        view! {
            <li>
                <a class="tn-rail__link" class:tn-rail__link--on=is_on href=href title=title aria-current=move || is_on().then_some("page")>
                    <Icon name=link.icon/>
                    <span class="tn-rail__word">{words}</span>
                    <span class="tn-rail__count" prop:textContent=move || count.and_then(|count| count())></span>
                </a>
            </li>
        }
    };
    let links = ui.map_or(LATER.as_slice(), |ui| ui.links);
    view! {
        <h2 class="tn-rail__group" title=session.label()>{session.label()}</h2>
        <ul class="tn-rail__list">{links.iter().enumerate().map(link).collect_view()}</ul>
    }
}
