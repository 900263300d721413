//! The whole simulation as one value.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tenantry_contracts::{Operation, Vendor};

use crate::acronis::accounts::Account;
use crate::acronis::sessions::Sessions;
use crate::acronis::settings::store::Store;
use crate::estate::Estate;
use crate::{Moment, Request, Response, acronis, check, ionos};

/// What a sandbox is made from.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The same seed gives the same estate, ids and client secrets.
    pub seed: u64,
    /// Living tenants in the demo account's subtree, its top included.
    pub tenants: u32,
    /// Seconds that an access token lives.
    pub token_life: u32,
    /// Replace an answer that does not keep the contract by a 500 that says where.
    pub check: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { seed: 7, tenants: 500, token_life: 600, check: false }
    }
}

/// What the request log tells about one request, beside the request itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The short name of the vendor whose API was asked.
    pub vendor: &'static str,
    /// The contract's `operationId`.
    pub operation: Option<&'static str>,
    /// The client id or name of the account, where the request came from one.
    pub account: Option<&'static str>,
}

/// The simulated vendors.
pub struct Sandbox {
    /// The options it was made from.
    pub settings: Settings,
    /// The tenants and people.
    pub estate: Estate,
    sessions: Mutex<Sessions>,
    settings_store: Mutex<Store>,
    ionos: Mutex<ionos::store::Store>,
}

impl Sandbox {
    /// Grows the estate; nobody is signed in.
    pub fn new(settings: Settings) -> Sandbox {
        let estate = Estate::generate(settings.seed, settings.tenants);
        let (sessions, settings_store, ionos) = Default::default();
        Sandbox { settings, estate, sessions, settings_store, ionos }
    }

    /// Answers one request at that time.
    pub fn handle(&self, request: &Request, now: Moment) -> Response {
        self.handle_traced(request, now).0
    }

    /// Answers one request, and says what it was for the log.
    pub fn handle_traced(&self, request: &Request, now: Moment) -> (Response, Trace) {
        let (response, trace, operation) = if ionos::is_meant(request) {
            ionos::handle(self, request, now)
        } else {
            acronis::handle(self, request, now)
        };
        let response = match operation {
            Some(operation) if self.settings.check => checked(operation, &trace, response),
            _ => response,
        };
        (response, trace)
    }

    pub(crate) fn sessions(&self) -> MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn ionos(&self) -> MutexGuard<'_, ionos::store::Store> {
        self.ionos.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn settings_store(&self) -> MutexGuard<'_, Store> {
        self.settings_store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn checked(operation: &Operation, trace: &Trace, response: Response) -> Response {
    let is_ionos = trace.vendor == Vendor::Ionos.name();
    let is_meant_to_break = trace.account.is_some_and(|account| match is_ionos {
        true => ionos::accounts::Account::find(account).is_some_and(|one| one.fault.breaks_the_contract()),
        false => Account::find(account).is_some_and(|one| one.fault.breaks_the_contract()),
    });
    if is_meant_to_break {
        return response;
    }
    let found = if is_ionos {
        ionos::check::violations(operation, &response)
    } else {
        check::violations(operation, &response)
    };
    match found.as_slice() {
        [] => response,
        found if is_ionos => ionos::errors::contract_broken(found),
        found => acronis::errors::contract_broken(found),
    }
}
