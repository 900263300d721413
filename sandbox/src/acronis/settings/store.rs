//! What was written. Each account has its own copy of the settings, so that those who try things at the
//! same time do not disturb one another.

use std::collections::HashMap;

use super::rule::Own;
use crate::acronis::accounts::Account;
use crate::estate::Number;

/// A tenant and a setting's place in the catalogue.
pub type Key = (Number, usize);

/// All accounts' writes.
#[derive(Debug, Default)]
pub struct Store {
    accounts: HashMap<&'static str, HashMap<Key, Option<Own>>>,
}

impl Store {
    /// What the account last wrote there: Some(None) after a deletion, None where it never wrote.
    pub fn written(&self, account: &Account, key: Key) -> Option<&Option<Own>> {
        self.accounts.get(account.client_id)?.get(&key)
    }

    /// Writes; None deletes.
    pub fn write(&mut self, account: &Account, key: Key, own: Option<Own>) {
        self.accounts.entry(account.client_id).or_default().insert(key, own);
    }
}
