//! The rail: connections, and the sections of each.

use leptos::prelude::*;
use tenantry_core::config::Vendor;

use crate::i18n::t;
use crate::prefs::Pref;
use crate::routing::{Place, Router, Section};
use crate::session::{Session, SessionStatus, Sessions};
use crate::ui::{Icon, IconName, format};

/// The rail.
#[component]
pub fn Rail(
    /// All connections.
    sessions: Sessions,
    /// The connection that is shown.
    current: Signal<Option<Session>>,
    /// The browser's address.
    router: Router,
) -> impl IntoView {
    let slim = RwSignal::new(Pref::RailSlim.get().is_some());
    let toggle = move |_| {
        slim.update(|slim| *slim = !*slim);
        Pref::RailSlim.set(if slim.get_untracked() { "yes" } else { "" });
    };
    let label = move || if slim.get() { t("rail.widen") } else { t("rail.narrow") };
    let class = move || if slim.get() { "tn-rail tn-rail--slim" } else { "tn-rail" };
    let groups = sessions
        .get_value()
        .into_iter()
        .map(|session| view! { <Group session=session current=current router=router/> });
    view! {
        <nav class=class id="tn-rail" aria-label=t("rail.label")>
            {groups.collect_view()}
            <button type="button" class="tn-button tn-button--icon tn-rail__toggle" aria-label=label title=label on:click=toggle>
                <Icon name=IconName::Chevron/>
            </button>
        </nav>
    }
}

#[component]
fn Group(session: Session, current: Signal<Option<Session>>, router: Router) -> impl IntoView {
    let id = StoredValue::new(session.id());
    let here = move || current.get().is_some_and(|current| id.with_value(|id| current.id() == *id));
    let signed_in = move || session.status().with(|session| matches!(session, SessionStatus::SignedIn(_)));
    let count =
        move || signed_in().then(|| session.tenants.count()).filter(|count| *count > 0).map(format::number);
    let to = |section| id.with_value(|id| Place::ionos(id, section, None));
    let links: Vec<(&'static str, IconName, Place, Option<Section>)> = match session.vendor() {
        Vendor::Acronis => {
            vec![(t("rail.tenants"), IconName::Tree, id.with_value(|id| Place::tenants(id, None)), None)]
        }
        Vendor::Ionos => vec![
            (t("rail.units"), IconName::Box, to(Section::Units), Some(Section::Units)),
            (t("rail.users"), IconName::User, to(Section::Users), Some(Section::Users)),
            (t("rail.groups"), IconName::Group, to(Section::Groups), Some(Section::Groups)),
            (t("rail.resources"), IconName::OtherKind, to(Section::Resources), Some(Section::Resources)),
        ],
        Vendor::Cpm => {
            vec![(t("rail.later"), IconName::Tree, id.with_value(|id| Place::tenants(id, None)), None)]
        }
    };
    let link = move |(words, icon, place, section): (&'static str, IconName, Place, Option<Section>)| {
        let shown = move || router.place().with(|place| place.section().map(|(section, _)| section));
        // Without a section in the address the first one is shown.
        let on = move || {
            here()
                && (section.is_none()
                    || shown().unwrap_or(Section::Units) == section.unwrap_or(Section::Units))
        };
        let title = format!("{}: {words}", session.label());
        view! {
            <li>
                <a class="tn-rail__link" class:tn-rail__link--on=on href=router.href(&place) title=title aria-current=move || on().then_some("page")>
                    <Icon name=icon/>
                    <span class="tn-rail__word">{words}</span>
                    <span class="tn-rail__count">{count}</span>
                </a>
            </li>
        }
    };
    view! {
        <h2 class="tn-rail__group">{session.label()}</h2>
        <ul class="tn-rail__list">{links.into_iter().map(link).collect_view()}</ul>
    }
}
