//! The whole simulation as one value.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tenantry_contracts::Operation;

use crate::acronis::accounts::Account;
use crate::acronis::sessions::Sessions;
use crate::acronis::settings::store::Store;
use crate::estate::Estate;
use crate::{Moment, Request, Response, acronis, check};

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
    /// The contract's `operationId`.
    pub operation: Option<&'static str>,
    /// The client id of the account, where the request came from one.
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
}

impl Sandbox {
    /// Grows the estate; nobody is signed in.
    pub fn new(settings: Settings) -> Sandbox {
        let estate = Estate::generate(settings.seed, settings.tenants);
        Sandbox { settings, estate, sessions: Mutex::default(), settings_store: Mutex::default() }
    }

    /// Answers one request at that time.
    pub fn handle(&self, request: &Request, now: Moment) -> Response {
        self.handle_traced(request, now).0
    }

    /// Answers one request, and says what it was for the log.
    pub fn handle_traced(&self, request: &Request, now: Moment) -> (Response, Trace) {
        let (response, trace, operation) = acronis::handle(self, request, now);
        let response = match operation {
            Some(operation) if self.settings.check => checked(operation, &trace, response),
            _ => response,
        };
        (response, trace)
    }

    pub(crate) fn sessions(&self) -> MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn settings_store(&self) -> MutexGuard<'_, Store> {
        self.settings_store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn checked(operation: &Operation, trace: &Trace, response: Response) -> Response {
    let account = trace.account.and_then(Account::find);
    if account.is_some_and(|account| account.fault.breaks_the_contract()) {
        return response;
    }
    match check::violations(operation, &response).as_slice() {
        [] => response,
        found => acronis::errors::contract_broken(found),
    }
}
