//! A sign-in on its way: what was entered is sent, and what the API says of it is told by the form.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::Error;
use tenantry_core::config::SignIn;
use tenantry_core::connection::Credentials;

use crate::session::vendor::Explain;
use crate::session::{Session, SessionStatus, VendorUi};
use crate::ui::Fault;

/// A sign-in on its way. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Attempt {
    session: Session,
    ui: &'static VendorUi,
    explain: StoredValue<Explain>,
    /// The way that is tried.
    pub kind: RwSignal<SignIn>,
    /// A request is in flight.
    pub busy: RwSignal<bool>,
    /// Why it did not work.
    pub fault: RwSignal<Option<Fault>>,
    /// The token is good, but nobody has told what it is for.
    pub asks_scope: RwSignal<bool>,
    /// The session is to outlive a reload of this tab.
    pub stay: RwSignal<bool>,
}

impl Attempt {
    /// Nothing has been sent. Belongs to the form that is being made.
    pub fn new(session: Session, ui: &'static VendorUi, explain: Explain, kind: SignIn) -> Attempt {
        let asks_scope = RwSignal::new(false);
        on_cleanup(move || {
            // A token that was never put to use is given back with the form.
            let is_unused = asks_scope.get_untracked()
                && !session.status().with_untracked(|status| matches!(status, SessionStatus::SignedIn(_)));
            if is_unused {
                let connection = session.connection();
                spawn_local(async move { connection.sign_out().await.unwrap_or_default() });
            }
        });
        Attempt {
            session,
            ui,
            explain: StoredValue::new(explain),
            kind: RwSignal::new(kind),
            busy: RwSignal::new(false),
            fault: RwSignal::new(None),
            asks_scope,
            stay: RwSignal::new(false),
        }
    }

    /// Signs in.
    pub fn enter(self, credentials: Credentials) {
        self.session.begin_own(self.stay.get_untracked());
        self.run(self.session.sign_in(credentials, self.ui.who));
    }

    /// Goes on with what somebody says they work in.
    pub fn place(self, scope: String) {
        self.run(self.session.identify(Some(scope), self.ui.who));
    }

    /// Not given up when the form goes: a sign-in that is broken off would leave its credentials behind.
    fn run(self, work: impl Future<Output = Result<bool, Error>> + 'static) {
        self.busy.set(true);
        self.fault.set(None);
        let with = self.kind.get_untracked();
        spawn_local(async move {
            let outcome = work.await;
            // When it worked, or somebody went elsewhere, the form is gone.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(is_done) => self.asks_scope.set(!is_done),
                Err(error) => {
                    let fault = Fault::new(&as_refused(&error), &self.session.config());
                    let fault = self.explain.with_value(|explain| explain(&error, with, fault));
                    self.fault.set(Some(fault));
                }
            }
        });
    }
}

/// Before anybody is signed in, a 401 is the answer to the credentials.
fn as_refused(error: &Error) -> Error {
    match error {
        Error::Http { status: status @ 401, vendor, .. } => {
            Error::SignInRefused { status: *status, vendor: vendor.clone() }
        }
        other => other.clone(),
    }
}
