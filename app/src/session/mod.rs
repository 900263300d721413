//! One connection on screen: who is signed in on it, and what has been loaded.

pub mod sign_in;

use std::collections::BTreeSet;
use std::rc::Rc;

use leptos::prelude::*;
use tenantry_core::acronis::users::Me;
use tenantry_core::browser::{BrowserClock, Fetch};
use tenantry_core::config::{Config, ConnectionConfig, Vendor};
use tenantry_core::connection::{Connection, Credentials};
use tenantry_core::ionos::{ContractNumber, ResponseOptions, backup_units, contract_number};
use tenantry_core::{Error, acronis::TenantId};

use crate::acronis::settings::Catalogue;
use crate::acronis::tenants::TenantStore;
use crate::ionos::tasks::Tasks;
use crate::prefs::{self, Pref};

/// A connection with its signals. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Session {
    config: StoredValue<ConnectionConfig>,
    connection: StoredValue<Connection, LocalStorage>,
    status: RwSignal<SessionStatus>,
    /// Nothing may be changed; the same for all connections.
    pub read_only: RwSignal<bool>,
    /// Its tenants.
    pub tenants: TenantStore,
    /// Acronis: what was last read of the settings in general, and when.
    catalogue: StoredValue<Option<(f64, Rc<Catalogue>)>, LocalStorage>,
    /// IONOS: writes that are being carried out.
    pub tasks: Tasks,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionStatus {
    /// Nobody.
    SignedOut,
    /// Nobody any more: the sign-in ran out while somebody worked. What was loaded is still there.
    Expired,
    /// Somebody.
    SignedIn(Person),
}

/// Who is signed in, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their login; not known where only a token was given.
    pub login: Option<String>,
    /// Acronis: the tenant at the top of what they see.
    pub top: Option<TenantId>,
    /// IONOS: the contract that they work in, where it is named.
    pub contract: Option<ContractNumber>,
}

/// All connections of the configuration.
pub type Sessions = StoredValue<Vec<Session>>;

impl Session {
    fn new(config: ConnectionConfig, read_only: RwSignal<bool>) -> Session {
        let origin = window().location().origin().unwrap_or_default();
        let id = config.id.as_str().to_owned();
        let connection = Connection::new(config.clone(), &origin, Rc::new(Fetch), Rc::new(BrowserClock));
        Session {
            config: StoredValue::new(config),
            connection: StoredValue::new_local(connection),
            status: RwSignal::new(SessionStatus::SignedOut),
            read_only,
            tenants: TenantStore::new(),
            catalogue: StoredValue::new_local(None),
            tasks: Tasks::new(&id),
        }
    }

    /// The connections of a configuration.
    pub fn all(config: &Config) -> Sessions {
        let read_only = RwSignal::new(Pref::ReadOnly.get().is_some());
        let session = |config: &ConnectionConfig| Session::new(config.clone(), read_only);
        StoredValue::new(config.connections.iter().map(session).collect())
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

    /// The tenant at the top of what the signed-in user sees.
    pub fn top(self) -> Option<TenantId> {
        self.status.with_untracked(|session| match session {
            SessionStatus::SignedIn(person) => person.top,
            _ => None,
        })
    }

    /// Signs in and asks who that is.
    pub async fn sign_in(self, credentials: Credentials) -> Result<(), Error> {
        let connection = self.connection();
        let login = match &credentials {
            Credentials::Basic { username, .. } => Some(username.clone()),
            _ => None,
        };
        connection.sign_in(credentials).await?;
        match self.ask_who(&connection, login).await {
            Ok(person) => {
                if let Some(top) = person.top {
                    self.tenants.begin(top);
                }
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

    /// Asks the API who is signed in; IONOS does not tell, so there it is asked whether it answers at all.
    async fn ask_who(self, connection: &Connection, login: Option<String>) -> Result<Person, Error> {
        if self.vendor() == Vendor::Ionos {
            connection.call(&backup_units::List::default()).await?;
            let contract = contract_number::of(connection);
            self.remember(contract);
            return Ok(Person { login, top: None, contract });
        }
        let user = connection.call(&Me).await?;
        Ok(Person { login: Some(user.login), top: Some(user.tenant_id), contract: None })
    }

    /// Acronis: what was read of the settings in general since then.
    pub fn kept_catalogue(self, since_ms: f64) -> Option<Rc<Catalogue>> {
        let kept = self.catalogue.get_value();
        kept.filter(|(read_ms, _)| *read_ms >= since_ms).map(|(_, catalogue)| catalogue)
    }

    /// Acronis: keeps what was read of the settings in general.
    pub fn keep_catalogue(self, read_ms: f64, catalogue: Rc<Catalogue>) {
        self.catalogue.set_value(Some((read_ms, catalogue)));
    }

    /// IONOS: goes on in another contract, if that answers. All lists are read anew then.
    pub async fn work_in(self, number: ContractNumber) -> Result<(), Error> {
        let connection = self.connection();
        let options = ResponseOptions { contract_number: Some(number), ..ResponseOptions::default() };
        connection.call(&backup_units::List { options }).await?;
        contract_number::choose(&connection, Some(number));
        self.remember(Some(number));
        self.status.update(|session| {
            if let SessionStatus::SignedIn(person) = session {
                person.contract = Some(number);
            }
        });
        Ok(())
    }

    /// IONOS: the contracts that are known here: those of the configuration, and the one this tab has worked in.
    pub fn contracts(self) -> BTreeSet<ContractNumber> {
        let options = self.config().options;
        let kept = self.last_contract();
        options.contract_numbers.into_iter().chain(options.contract_number).chain(kept).collect()
    }

    /// IONOS: the contract this tab has last worked in.
    pub fn last_contract(self) -> Option<ContractNumber> {
        prefs::kept(&self.contract_key()).and_then(|number| ContractNumber::parse(&number).ok())
    }

    fn remember(self, contract: Option<ContractNumber>) {
        let number = contract.map(|number| number.to_string()).unwrap_or_default();
        prefs::keep(&self.contract_key(), &number);
    }

    fn contract_key(self) -> String {
        ["contract.", &self.id()].concat()
    }

    /// Signs out and forgets everything. The error, if any, is that of giving back the token.
    pub async fn sign_out(self) -> Result<(), Error> {
        self.status.set(SessionStatus::SignedOut);
        self.tenants.clear();
        self.tasks.clear();
        self.catalogue.set_value(None);
        self.connection().sign_out().await
    }

    /// Takes note of an error: where it means that nobody is signed in any more, the form comes back.
    pub fn note(self, error: &Error) {
        if error.needs_sign_in() {
            self.ran_out();
        }
    }

    /// Nobody is signed in any more.
    pub fn ran_out(self) {
        if self.status.with_untracked(|session| matches!(session, SessionStatus::SignedIn(_))) {
            self.status.set(SessionStatus::Expired);
        }
    }

    /// The login that somebody is signed in with, where it is known.
    pub fn login(self) -> Option<String> {
        self.status.with_untracked(|session| match session {
            SessionStatus::SignedIn(person) => person.login.clone(),
            SessionStatus::SignedOut | SessionStatus::Expired => None,
        })
    }
}

/// The connection with this id.
pub fn find(sessions: Sessions, id: &str) -> Option<Session> {
    sessions.with_value(|sessions| sessions.iter().copied().find(|session| session.id() == id))
}
