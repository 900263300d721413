//! The screens behind the sign-in, while they are fetched: in idle time while the form is there, so that the first view
//! waits for nothing that it does not show.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::config::Vendor;

use super::vendors;
use crate::i18n::{self, t, tf};
use crate::mount::Mount;
use crate::session::{Screens, Session, Sessions};
use crate::ui::lazy::{MissingPart, when_idle};

/// How far a vendor's screens are.
#[derive(Clone, Copy)]
enum State {
    Coming,
    Here(Screens),
    Missing,
}

/// The screens that have been asked for. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Loading(RwSignal<Vec<(Vendor, State)>>);

impl Loading {
    /// Loads the screens of the connection that is shown, when the browser has nothing better to do.
    pub fn when_idle(session: Signal<Option<Session>>) -> Loading {
        let loading = Loading(RwSignal::new(Vec::new()));
        Effect::new(move |_| {
            let Some(vendor) = session.get().map(Session::vendor) else { return };
            when_idle(move || loading.begin(vendor));
        });
        loading
    }

    /// Loads the screens of every connection that somebody is signed in on: what is searched comes with them.
    pub fn of_signed_in(self, sessions: Sessions) {
        Effect::new(move |_| {
            let signed_in = sessions.get_value().into_iter().filter(|session| session.is_signed_in());
            signed_in.for_each(|session| self.begin(session.vendor()));
        });
    }

    /// The vendor's screens, once they are here.
    pub fn get(self, vendor: Vendor) -> Option<Screens> {
        match self.state(vendor) {
            State::Here(screens) => Some(screens),
            State::Coming | State::Missing => None,
        }
    }

    /// The same, if they are here; for what happens once.
    pub fn get_now(self, vendor: Vendor) -> Option<Screens> {
        untrack(|| self.get(vendor))
    }

    fn state(self, vendor: Vendor) -> State {
        let of_it = |states: &Vec<(Vendor, State)>| states.iter().find(|(one, _)| *one == vendor).copied();
        // The frame that asked may have been drawn anew meanwhile, in another language.
        self.0.try_with(of_it).flatten().map_or(State::Coming, |(_, state)| state)
    }

    fn set(self, vendor: Vendor, state: State) {
        self.0.update(|states| {
            states.retain(|(one, _)| *one != vendor);
            states.push((vendor, state));
        });
    }

    /// Loads them, or waits for the load that is under way. What failed before is tried again.
    fn begin(self, vendor: Vendor) {
        let Some(entry) = vendors::entry(vendor) else { return };
        if self.get_now(vendor).is_some() {
            return;
        }
        self.set(vendor, State::Coming);
        spawn_local(async move {
            let loaded = (entry.load)().await;
            if let Ok(screens) = &loaded {
                i18n::register(screens.messages);
                i18n::complete().await;
            }
            // Two may have waited for one load; the second must not draw everything anew.
            if self.get_now(vendor).is_none() {
                self.set(vendor, loaded.map_or(State::Missing, State::Here));
            }
        });
    }
}

/// The screens of a connection, or why they are not here yet.
#[component]
pub fn Signed(
    /// The screens.
    loading: Loading,
    /// The connection.
    session: Session,
) -> impl IntoView {
    let vendor = session.vendor();
    loading.begin(vendor);
    move || match loading.state(vendor) {
        State::Coming => view! { <p class="tn-start" role="status">{t("screens.coming")}</p> }.into_any(),
        State::Here(screens) => (screens.page)(session),
        State::Missing => {
            Mount::here().set_title(&tf("page.title", &[("name", t("screens.missing"))]));
            view! { <MissingPart retry=Callback::new(move |()| loading.begin(vendor))/> }.into_any()
        }
    }
}
