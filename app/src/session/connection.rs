//! A connection with its signals.

use std::any::Any;
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use tenantry_core::Error;
use tenantry_core::browser::{BrowserClock, Fetch};
use tenantry_core::config::{ConnectionConfig, Vendor};
use tenantry_core::connection::{Connection, Credentials};

use super::status::{Person, SessionStatus};
use crate::mount::{Storage, platform};

/// A connection on screen. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Session {
    config: StoredValue<ConnectionConfig>,
    connection: StoredValue<Connection, LocalStorage>,
    status: RwSignal<SessionStatus>,
    /// Nothing may be changed; the same for all connections of a mount.
    pub read_only: RwSignal<bool>,
    /// What the browser keeps for the mount.
    pub storage: Storage,
    state: StoredValue<Option<Rc<dyn VendorState>>, LocalStorage>,
    /// What the vendor's state belongs to: it lives as long as the session, not as long as the view that made it.
    owner: StoredValue<WeakOwner>,
}

/// Asks the API who has signed in. The login is what was typed, where one was.
pub type Who = fn(Session, Option<String>) -> LocalBoxFuture<'static, Result<Person, Error>>;

/// What a vendor's screens keep for a session. It is made when they first ask for it, and outlives them.
pub trait VendorState: Any {
    /// Somebody has signed out: everything of theirs is forgotten.
    fn clear(&self);
}

impl Session {
    /// A connection that nobody is signed in on yet. Belongs to the current owner.
    pub(super) fn new(config: ConnectionConfig, read_only: RwSignal<bool>, storage: Storage) -> Session {
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
            storage,
            state: StoredValue::new_local(None),
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

    /// Signs in and asks who that is.
    pub async fn sign_in(self, credentials: Credentials, who: Who) -> Result<(), Error> {
        let connection = self.connection();
        let login = match &credentials {
            Credentials::Basic { username, .. } => Some(username.clone()),
            _ => None,
        };
        connection.sign_in(credentials).await?;
        match who(self, login).await {
            Ok(person) => {
                self.status.set(SessionStatus::SignedIn(person));
                Ok(())
            }
            Err(error) => {
                // A token that nothing can be read with is no sign-in.
                let _ = connection.sign_out().await;
                Err(error)
            }
        }
    }

    /// Goes on in another scope, which the vendor's screens have made sure of.
    pub fn set_scope(self, scope: String) {
        self.status.update(|status| {
            if let SessionStatus::SignedIn(person) = status {
                person.scope = Some(scope);
            }
        });
    }

    /// Signs out and forgets everything. The error, if any, is that of giving back the token.
    pub async fn sign_out(self) -> Result<(), Error> {
        self.status.set(SessionStatus::SignedOut);
        if let Some(state) = self.state.get_value() {
            state.clear();
        }
        self.connection().sign_out().await
    }

    /// Nobody is signed in any more.
    pub fn expire(self) {
        if self.person().is_some() {
            self.status.set(SessionStatus::Expired);
        }
    }

    /// Takes note of an error: where it means that nobody is signed in any more, the form comes back.
    pub fn note(self, error: &Error) {
        if error.needs_sign_in() {
            self.expire();
        }
    }
}
