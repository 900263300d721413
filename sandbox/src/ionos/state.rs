//! All that the simulation of IONOS keeps.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::store::Store;

/// The state.
pub struct State {
    pub(crate) seed: u64,
    store: Mutex<Store>,
}

impl State {
    /// Everything as it is generated.
    pub fn new(seed: u64) -> State {
        State { seed, store: Mutex::default() }
    }

    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
