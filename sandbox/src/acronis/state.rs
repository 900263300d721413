//! All that the simulation of Acronis keeps: who is signed in, and what each account has written.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use super::accounts::Account;
use super::sessions::Sessions;
use super::store::Store;
use crate::estate::{Estate, Number};
use crate::settings::Settings;

/// The state.
pub struct State {
    pub(crate) seed: u64,
    pub(crate) token_life: u32,
    estate: Arc<Estate>,
    sessions: Mutex<Sessions>,
    stores: Mutex<HashMap<&'static str, Arc<RwLock<Store>>>>,
}

impl State {
    /// Generates the tenants; nobody is signed in.
    pub fn new(settings: &Settings) -> State {
        State {
            seed: settings.seed,
            token_life: settings.token_life,
            estate: Arc::new(Estate::generate(settings.seed, settings.tenants)),
            sessions: Mutex::default(),
            stores: Mutex::default(),
        }
    }

    /// The number of the account's top tenant.
    pub(crate) fn top(&self, account: &Account) -> Number {
        self.estate.fixed(account.top).unwrap_or(0)
    }

    pub(crate) fn sessions(&self) -> MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the account sees. Each has its own copy, so that those who try things at the same time do not disturb one
    /// another.
    pub(crate) fn store(&self, account: &Account) -> Arc<RwLock<Store>> {
        let mut stores = self.stores.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || Arc::new(RwLock::new(Store::new(Arc::clone(&self.estate))));
        Arc::clone(stores.entry(account.client_id).or_insert_with(new))
    }
}
