//! The frame: top bar, rail, and the screen that the URL names.

use leptos::prelude::*;

use super::help::Help;
use super::loading::{Loading, Signed};
use super::offline::Offline;
use super::rail::Rail;
use super::shortcuts;
use super::top_bar::TopBar;
use super::vendors;
use crate::i18n::{t, tf};
use crate::mount::{Mount, Pref};
use crate::session::sign_in::{SignInForm, SignInOver};
use crate::session::{self, Session, Sessions};
use crate::ui::Keyed;

/// The frame around every screen.
#[component]
pub fn Frame(
    /// All connections.
    sessions: Sessions,
) -> impl IntoView {
    let mount = Mount::here();
    let place = mount.router().place();
    let (drawer, help) = (RwSignal::new(false), RwSignal::new(false));
    let letters = RwSignal::new(mount.storage().pref(Pref::LetterKeys).is_none());
    Effect::new(move |_| mount.set_attribute("data-letters", if letters.get() { "on" } else { "off" }));
    let current = Memo::new(move |_| place.with(|place| place.connection.clone()));
    let session = Signal::derive(move || match current.get() {
        Some(id) => session::find(sessions, &id),
        None => sessions.with_value(|sessions| sessions.first().copied()),
    });
    let loading = Loading::when_idle(session);
    shortcuts::listen(mount, help, letters, drawer, session, loading);
    // Choosing something closes the drawer that it was chosen in.
    Effect::new(move |_| {
        place.track();
        drawer.set(false);
    });
    let class = move || if drawer.get() { "tn-frame tn-frame--drawer" } else { "tn-frame" };
    let is_page = Memo::new(move |_| {
        let entry = session.get().and_then(|session| vendors::entry(session.vendor()));
        entry.is_none_or(|entry| place.with(|place| (entry.ui.page_of)(place).is_some()))
    });
    // Drawn anew when the connection, its sign-in or its scope changes, not when something else is chosen there.
    let screen = Memo::new(move |_| {
        let session = session.get();
        let person = session.map(|session| session.status().with(|status| status.person().cloned()));
        let restoring = session.is_some_and(Session::is_restoring);
        (session.map(Session::id), person, restoring, is_page.get())
    });
    let connection = Keyed::new();
    let body = move || {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        let (id, person, _, is_page) = screen.get();
        match session.get_untracked() {
            None => {
                let name = current.get_untracked().unwrap_or_default();
                view! { <Lost words=tf("lost.connection", &[("name", &name)])/> }.into_any()
            }
            Some(_) if !is_page => view! { <Lost words=t("lost.url").to_owned()/> }.into_any(),
            Some(session) => {
                let view = view! { <Connection session=session loading=loading/> };
                connection.draw((id, person), view).into_any()
            }
        }
    };
    let skip = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        mount.focus("tn-main");
    };
    view! {
        <div class=class>
            <a class="tn-skip" href="#tn-main" on:click=skip>{t("frame.skip")}</a>
            <TopBar sessions=sessions session=session loading=loading drawer=drawer help=help/>
            <Rail sessions=sessions current=session loading=loading/>
            <main id=mount.id("tn-main") class="tn-main" tabindex="-1">
                <Offline/>
                {body}
            </main>
            <Help open=help letters=letters/>
        </div>
    }
}

/// What a connection shows: its screens, or the form to sign in.
#[component]
pub fn Connection(
    /// The connection.
    session: Session,
    /// The screens.
    loading: Loading,
) -> impl IntoView {
    let mount = Mount::here();
    match vendors::entry(session.vendor()) {
        Some(entry) if session.person().is_some() => view! {
            <SignInOver session=session ui=entry.ui/>
            <Signed loading=loading session=session/>
        }
        .into_any(),
        Some(_) if untrack(|| session.is_restoring()) => {
            view! { <p class="tn-start" role="status">{t("signin.restoring")}</p> }.into_any()
        }
        Some(entry) => {
            mount.set_title(&tf(
                "page.title",
                &[("name", &tf("signin.heading", &[("label", &session.label())]))],
            ));
            // Whoever has signed in goes on at what is shown then.
            on_cleanup(move || {
                if untrack(|| session.is_signed_in()) {
                    mount.focus_title();
                }
            });
            view! { <SignInForm session=session ui=entry.ui/> }.into_any()
        }
        None => {
            let words = tf("lost.vendor", &[("label", &session.label())]);
            view! { <Lost words=words/> }.into_any()
        }
    }
}

/// A URL that leads nowhere.
#[component]
fn Lost(words: String) -> impl IntoView {
    Mount::here().set_title(&tf("page.title", &[("name", t("lost.title"))]));
    view! {
        <div class="tn-lost" role="alert">
            <h1>{t("lost.title")}</h1>
            <p prop:textContent=words></p>
            <p>{t("lost.next")}</p>
        </div>
    }
}
