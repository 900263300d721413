//! A connection with its signals.

use std::any::Any;
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use tenantry_core::Error;
use tenantry_core::auth::Grant;
use tenantry_core::browser::{BrowserClock, Fetch};
use tenantry_core::config::{ConnectionConfig, Vendor};
use tenantry_core::connection::{Connection, Credentials};

use super::hint::SignInHint;
use super::journal::Journal;
use super::shared::Tabs;
use super::status::{Person, SessionStatus};
use crate::mount::{Storage, platform};

/// A connection on screen. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Session {
    config: StoredValue<ConnectionConfig>,
    connection: StoredValue<Connection, LocalStorage>,
    pub(super) status: RwSignal<SessionStatus>,
    /// Nothing may be changed; the same for all connections of a mount.
    pub read_only: RwSignal<bool>,
    /// What was written; the same for all connections of a mount.
    pub journal: Journal,
    /// What the browser keeps for the mount.
    pub storage: Storage,
    state: StoredValue<Option<Rc<dyn VendorState>>, LocalStorage>,
    hint: StoredValue<Option<SignInHint>>,
    /// The form to sign in again is to be seen.
    asks: RwSignal<bool>,
    /// Counts how often somebody has signed in again over the page.
    returns: RwSignal<u32>,
    /// What goes to other tabs and outlives a reload; nothing where that is not wanted.
    pub(super) tabs: StoredValue<Option<Tabs>, LocalStorage>,
    /// What the vendor's state belongs to: it lives as long as the session, not as long as the view that made it.
    owner: StoredValue<WeakOwner>,
}

/// Asks the API who has signed in; nothing where they are, but the API does not tell what they work in.
pub type Who = fn(Session, SignInHint) -> LocalBoxFuture<'static, Result<Option<Person>, Error>>;

/// What a vendor's screens keep for a session. It is made when they first ask for it, and outlives them.
pub trait VendorState: Any {
    /// Somebody has signed out: everything of theirs is forgotten.
    fn clear(&self);
}

impl Session {
    /// A connection that nobody is signed in on yet. Belongs to the current owner.
    pub(super) fn new(
        config: ConnectionConfig,
        read_only: RwSignal<bool>,
        journal: Journal,
        storage: Storage,
    ) -> Session {
        let clock = Rc::new(BrowserClock);
        let connection = Connection::new(config.clone(), &platform::origin(), Rc::new(Fetch), clock);
        // The gate itself: a screen that forgot its button could not send either.
        let gate = connection.clone();
        Effect::new(move |_| gate.set_read_only(read_only.get()));
        Session {
            config: StoredValue::new(config),
            connection: StoredValue::new_local(connection),
            status: RwSignal::new(SessionStatus::SignedOut),
            read_only,
            journal,
            storage,
            state: StoredValue::new_local(None),
            hint: StoredValue::new(None),
            asks: RwSignal::new(false),
            returns: RwSignal::new(0),
            tabs: StoredValue::new_local(None),
            owner: StoredValue::new(Owner::current().unwrap_or_default().downgrade()),
        }
    }

    /// The connection's id.
    pub fn id(self) -> String {
        self.config.with_value(|config| config.id.as_str().to_owned())
    }

    /// The name that people see.
    pub fn label(self) -> String {
        self.config.with_value(|config| config.label.clone())
    }

    /// Whose API it is.
    pub fn vendor(self) -> Vendor {
        self.config.with_value(|config| config.vendor)
    }

    /// What the configuration says of it.
    pub fn config(self) -> ConnectionConfig {
        self.config.get_value()
    }

    /// The connection itself.
    pub fn connection(self) -> Connection {
        self.connection.get_value()
    }

    /// Who is signed in.
    pub fn status(self) -> Signal<SessionStatus> {
        self.status.into()
    }

    /// The person who is signed in.
    pub fn person(self) -> Option<Person> {
        self.status.with_untracked(|status| status.person().cloned())
    }

    /// Whether somebody is signed in.
    pub fn is_signed_in(self) -> bool {
        self.status.with(|status| status.person().is_some())
    }

    /// Whether the session of another tab, or of before the reload, is being taken up.
    pub fn is_restoring(self) -> bool {
        self.status.with(|status| *status == SessionStatus::Restoring)
    }

    /// The login that somebody is signed in with, where it is known.
    pub fn login(self) -> Option<String> {
        self.person()?.login
    }

    /// The vendor's state; made where there is none yet.
    pub fn state<S: VendorState + Copy>(self, make: impl FnOnce(Session) -> S) -> S {
        let kept = self.state.with_value(|state| {
            let state: &dyn Any = state.as_deref()?;
            state.downcast_ref::<S>().copied()
        });
        kept.unwrap_or_else(|| {
            let made = match self.owner.get_value().upgrade() {
                Some(owner) => owner.with(|| make(self)),
                None => make(self),
            };
            self.state.set_value(Some(Rc::new(made)));
            made
        })
    }

    /// What is known of the last sign-in; nothing where nobody has signed in yet.
    pub fn hint(self) -> Option<SignInHint> {
        self.hint.get_value()
    }

    /// Signs in and asks who that is. `false` where the API does not tell what they work in:
    /// [`Session::identify`] goes on with that.
    pub async fn sign_in(self, credentials: Credentials, who: Who) -> Result<bool, Error> {
        let hint = SignInHint::of(&credentials);
        self.enter(credentials.grant(&self.config()), hint, who).await
    }

    /// The same by a grant.
    pub(super) async fn enter(self, grant: Rc<dyn Grant>, hint: SignInHint, who: Who) -> Result<bool, Error> {
        let connection = self.connection();
        connection.begin(grant).await?;
        let scope = hint.scope.clone();
        self.hint.set_value(Some(hint));
        let outcome = self.identify(scope, who).await;
        if outcome.is_err() {
            // A token that nothing can be read with is no sign-in.
            let _ = connection.sign_out().await;
        }
        outcome
    }

    /// Asks who has signed in. `scope` is what they work in, where that was named.
    pub async fn identify(self, scope: Option<String>, who: Who) -> Result<bool, Error> {
        let Some(mut hint) = self.hint() else { return Ok(false) };
        hint.scope = scope;
        let Some(person) = who(self, hint.clone()).await? else { return Ok(false) };
        self.hint.set_value(Some(hint));
        let before = self.person();
        let is_other = before.as_ref().is_some_and(|before| *before != person);
        if is_other {
            self.forget();
        }
        self.status.set(SessionStatus::SignedIn(person));
        if before.is_some() {
            self.returns.update(|returns| *returns = returns.wrapping_add(1));
        }
        self.keep_in_tab();
        Ok(true)
    }

    /// Goes on in another scope, which the vendor's screens have made sure of.
    pub fn set_scope(self, scope: String) {
        self.status.update(|status| {
            if let SessionStatus::SignedIn(person) = status {
                person.scope = Some(scope);
            }
        });
        self.keep_in_tab();
    }

    /// Signs out and forgets everything, in the other tabs that have the session from here too. The error, if any, is
    /// that of giving back the token.
    pub async fn sign_out(self) -> Result<(), Error> {
        self.tell_sign_out();
        self.leave().await
    }

    /// Signs out and forgets everything, here alone.
    pub(super) async fn leave(self) -> Result<(), Error> {
        self.status.set(SessionStatus::SignedOut);
        self.forget_in_tab();
        self.forget();
        self.connection().sign_out().await
    }

    fn forget(self) {
        self.journal.forget(&self.id());
        if let Some(state) = self.state.get_value() {
            state.clear();
        }
    }

    /// Nobody is signed in any more. The page stays, and the form to sign in stands over it. Once: whoever has put
    /// it off is not asked again because of what is still being read.
    pub fn expire(self) {
        let SessionStatus::SignedIn(person) = self.status.get_untracked() else { return };
        self.forget_in_tab();
        self.status.set(SessionStatus::Expired(person));
        self.asks.set(true);
    }

    /// Whether somebody is asked to sign in again.
    pub fn asks(self) -> RwSignal<bool> {
        self.asks
    }

    /// Whether the sign-in has expired.
    pub fn has_expired(self) -> bool {
        self.status.with(|status| matches!(status, SessionStatus::Expired(_)))
    }

    /// Runs something whenever somebody has signed in again over the page, as long as the current view is shown: what
    /// could not be read is read then.
    pub fn when_back(self, run: impl Fn() + 'static) {
        // Boxed, so that the effect is compiled once.
        let run: Rc<dyn Fn()> = Rc::new(run);
        Effect::new(move |before: Option<u32>| {
            let returns = self.returns.get();
            if before.is_some_and(|before| before != returns) {
                untrack(|| run());
            }
            returns
        });
    }

    /// Takes note of an error: where it means that nobody is signed in any more, the form comes over the page.
    pub fn note(self, error: &Error) {
        if error.needs_sign_in() {
            self.expire();
        }
    }

    /// The same after a change: whoever sends one is asked again, put off or not.
    pub fn note_unsent(self, error: &Error) {
        self.note(error);
        if error.needs_sign_in()
            && self.status.with_untracked(|status| matches!(status, SessionStatus::Expired(_)))
        {
            self.asks.set(true);
        }
    }
}
