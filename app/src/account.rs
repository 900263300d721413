//! One connection on screen: who is signed in on it, and what has been loaded.

use std::rc::Rc;

use leptos::prelude::*;
use tenantry_core::acronis::users::{Me, User};
use tenantry_core::browser::{BrowserClock, Fetch};
use tenantry_core::config::{Config, ConnectionConfig, Vendor};
use tenantry_core::connection::{Connection, Credentials};
use tenantry_core::{Error, acronis::TenantId};

use crate::prefs::Pref;
use crate::tenants::Estate;

/// A connection with its signals. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Account {
    config: StoredValue<ConnectionConfig>,
    connection: StoredValue<Connection, LocalStorage>,
    session: RwSignal<Session>,
    /// Nothing may be changed; the same for all connections.
    pub read_only: RwSignal<bool>,
    /// Its tenants.
    pub estate: Estate,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq)]
pub enum Session {
    /// Nobody.
    Out,
    /// Nobody any more: the sign-in ran out while somebody worked. What was loaded is still there.
    RanOut,
    /// Somebody.
    In(Box<User>),
}

/// All connections of the configuration.
pub type Accounts = StoredValue<Vec<Account>>;

impl Account {
    fn new(config: ConnectionConfig, read_only: RwSignal<bool>) -> Account {
        let origin = window().location().origin().unwrap_or_default();
        let connection = Connection::new(config.clone(), &origin, Rc::new(Fetch), Rc::new(BrowserClock));
        Account {
            config: StoredValue::new(config),
            connection: StoredValue::new_local(connection),
            session: RwSignal::new(Session::Out),
            read_only,
            estate: Estate::new(),
        }
    }

    /// The connections of a configuration.
    pub fn all(config: &Config) -> Accounts {
        let read_only = RwSignal::new(Pref::ReadOnly.get().is_some());
        let account = |config: &ConnectionConfig| Account::new(config.clone(), read_only);
        StoredValue::new(config.connections.iter().map(account).collect())
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
    pub fn session(self) -> Signal<Session> {
        self.session.into()
    }

    /// The tenant at the top of what the signed-in user sees.
    pub fn top(self) -> Option<TenantId> {
        self.session.with_untracked(|session| match session {
            Session::In(user) => Some(user.tenant_id),
            _ => None,
        })
    }

    /// Signs in and asks who that is.
    pub async fn sign_in(self, credentials: Credentials) -> Result<(), Error> {
        let connection = self.connection();
        connection.sign_in(credentials).await?;
        match connection.call(&Me).await {
            Ok(user) => {
                self.estate.begin(user.tenant_id);
                self.session.set(Session::In(Box::new(user)));
                Ok(())
            }
            Err(error) => {
                // A token that nothing can be read with is no sign-in.
                let _ = connection.sign_out().await;
                Err(error)
            }
        }
    }

    /// Signs out and forgets everything. The error, if any, is that of giving back the token.
    pub async fn sign_out(self) -> Result<(), Error> {
        self.session.set(Session::Out);
        self.estate.clear();
        self.connection().sign_out().await
    }

    /// Takes note of an error: where it means that nobody is signed in any more, the form comes back.
    pub fn note(self, error: &Error) {
        let signed_in = self.session.with_untracked(|session| matches!(session, Session::In(_)));
        if error.needs_sign_in() && signed_in {
            self.session.set(Session::RanOut);
        }
    }
}

/// The connection with this id.
pub fn find(accounts: Accounts, id: &str) -> Option<Account> {
    accounts.with_value(|accounts| accounts.iter().copied().find(|account| account.id() == id))
}
