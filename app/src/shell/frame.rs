//! The frame: top bar, rail, and the screen that the URL names.

use leptos::prelude::*;
use tenantry_core::config::Vendor;

use super::help::Help;
use super::offline::Offline;
use super::rail::Rail;
use super::screens::{Loading, Signed};
use super::shortcuts;
use super::top_bar::TopBar;
use crate::i18n::{t, tf};
use crate::routing::{Router, Screen};
use crate::session::sign_in::SignInForm;
use crate::session::{self, Session, SessionStatus, Sessions};

/// The frame around every screen.
#[component]
pub fn Frame(
    /// All connections.
    sessions: Sessions,
    /// The browser's address.
    router: Router,
) -> impl IntoView {
    let drawer = RwSignal::new(false);
    let help = RwSignal::new(false);
    let current = Memo::new(move |_| router.place().with(|place| place.connection().map(str::to_owned)));
    let session = move || match current.get() {
        Some(id) => session::find(sessions, &id),
        None => sessions.with_value(|sessions| sessions.first().copied()),
    };
    let session = Signal::derive(session);
    let loading = Loading::when_idle(session);
    shortcuts::listen(help, drawer, session, loading);
    shortcuts::follow_links(router);
    // Choosing something closes the drawer that it was chosen in.
    Effect::new(move |_| {
        router.place().track();
        drawer.set(false);
    });
    let class = move || if drawer.get() { "tn-frame tn-frame--drawer" } else { "tn-frame" };
    let unknown = Memo::new(move |_| router.place().with(|place| matches!(place.screen, Screen::Unknown(_))));
    // Rebuilt when the connection, its sign-in or its contract changes, not when another tenant is chosen.
    let screen = Memo::new(move |_| {
        let session = session.get();
        let contract = |session: &SessionStatus| match session {
            SessionStatus::SignedIn(person) => Some(person.contract),
            SessionStatus::SignedOut | SessionStatus::Expired => None,
        };
        (session.map(Session::id), session.map(|session| session.status().with(contract)), unknown.get())
    });
    let body = move || {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        screen.get();
        let session = session.get_untracked();
        match session {
            _ if unknown.get_untracked() => view! { <Lost words=t("lost.url").to_owned()/> }.into_any(),
            None => {
                let name = current.get_untracked().unwrap_or_default();
                view! { <Lost words=tf("lost.connection", &[("name", &name)])/> }.into_any()
            }
            Some(session) => view! { <Connection session=session router=router loading=loading/> }.into_any(),
        }
    };
    view! {
        <div class=class>
            <a class="tn-skip" href="#tn-main" on:click=|event| { event.prevent_default(); crate::ui::focus::focus("tn-main"); }>{t("frame.skip")}</a>
            <TopBar session=session router=router loading=loading drawer=drawer help=help/>
            <Rail sessions=sessions current=session router=router/>
            <main id="tn-main" class="tn-main" tabindex="-1">
                <Offline/>
                {body}
            </main>
            <Help open=help/>
        </div>
    }
}

/// What a connection shows: its screens, or the form to sign in.
#[component]
fn Connection(session: Session, router: Router, loading: Loading) -> impl IntoView {
    let signed_in = session.status().with_untracked(|session| matches!(session, SessionStatus::SignedIn(_)));
    match session.vendor() {
        Vendor::Acronis | Vendor::Ionos if signed_in => {
            view! { <Signed loading=loading session=session router=router/> }.into_any()
        }
        Vendor::Acronis | Vendor::Ionos => view! { <SignInForm session=session/> }.into_any(),
        Vendor::Cpm => {
            let words = tf("lost.vendor", &[("label", &session.label())]);
            view! { <Lost words=words/> }.into_any()
        }
    }
}

/// A URL that leads nowhere.
#[component]
fn Lost(words: String) -> impl IntoView {
    view! {
        <div class="tn-lost" role="alert">
            <h1>{t("lost.title")}</h1>
            <p>{words}</p>
            <p>{t("lost.next")}</p>
        </div>
    }
}
