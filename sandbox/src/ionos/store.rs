//! The state of every account. Each has its own copy, so that tests and users do not disturb one another.

use std::collections::HashMap;

use super::accounts::Account;
use super::meter::Meter;
use super::seed;
use super::world::World;

/// The states.
#[derive(Debug, Default)]
pub struct Store {
    worlds: HashMap<(&'static str, u32), World>,
    meters: HashMap<&'static str, Meter>,
}

impl Store {
    /// The account's copy of a contract, made when it is first asked for.
    pub fn world(&mut self, account: &'static Account, contract: u32, seed: u64) -> &mut World {
        let key = (account.id, contract);
        self.worlds.entry(key).or_insert_with(|| seed::world(account, contract, seed))
    }

    /// What the account has used.
    pub fn meter(&mut self, account: &'static Account) -> &mut Meter {
        self.meters.entry(account.id).or_default()
    }
}
