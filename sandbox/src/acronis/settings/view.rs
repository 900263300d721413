//! The settings as one account sees them while one request is answered.

use std::collections::HashMap;
use std::sync::MutexGuard;

use super::catalogue::{Oddity, Setting};
use super::own;
use super::rule::{Chain, Effective, Inheritance, Own, Owner, Walk};
use super::store::Store;
use crate::acronis::accounts::Account;
use crate::acronis::call::Call;
use crate::estate::{Estate, Number};
use crate::faults::Fault;
use crate::random::Random;

/// What one tenant has of one setting.
#[derive(Clone, Debug)]
pub struct State {
    /// What was set on it.
    pub own: Option<Own>,
    /// What applies on it.
    pub effective: Option<Effective>,
}

/// The view; nobody writes while it is there.
pub struct View<'a> {
    estate: &'a Estate,
    account: &'static Account,
    store: MutexGuard<'a, Store>,
    walks: HashMap<usize, Walk>,
}

/// Fixed tenants with a setting of a user's, in slots: Almacenes Goya, Hotel Miramar Group.
const WITH_USERS_VALUE: [usize; 2] = [33, 38];
const ASPECT: u64 = 4095;

impl<'a> View<'a> {
    /// Of the caller.
    pub fn new(call: &Call<'a>) -> View<'a> {
        let store = call.sandbox.settings_store();
        View { estate: call.estate(), account: call.account, store, walks: HashMap::new() }
    }

    /// What the tenant has of the setting at that place of the catalogue.
    pub fn state(&mut self, at: Number, place: usize, setting: &'static Setting) -> State {
        let one =
            OneSetting { estate: self.estate, account: self.account, store: &self.store, place, setting };
        let walk = self.walks.entry(place).or_default();
        let own = one.own(at);
        let ruled = walk.effective(&one, at);
        let effective = match setting.oddity {
            Oddity::OwnIgnored => walk.received(&one, at).or(ruled),
            Oddity::UserOwned if own.is_none() => one.users_value(at, ruled),
            _ => ruled,
        };
        State { own, effective }
    }

    /// Writes; what was read before is read anew.
    pub fn write(&mut self, at: Number, place: usize, own: Option<Own>) {
        self.store.write(self.account, (at, place), own);
        self.walks.clear();
    }
}

struct OneSetting<'v> {
    estate: &'v Estate,
    account: &'static Account,
    store: &'v Store,
    place: usize,
    setting: &'static Setting,
}

impl OneSetting<'_> {
    fn written(&self, at: Number) -> Option<&Option<Own>> {
        self.store.written(self.account, (at, self.place))
    }

    /// A user's value instead of the received one, on some tenants and where no lock forbids it.
    fn users_value(&self, at: Number, ruled: Option<Effective>) -> Option<Effective> {
        let locked = ruled.as_ref().is_some_and(|ruled| ruled.lock);
        let wanted = match self.estate.slot(at) {
            Some(slot) => WITH_USERS_VALUE.contains(&slot),
            None => Random::new(self.estate.seed(), u64::from(at), ASPECT).percent(6),
        };
        if locked || !wanted || self.estate.user_count(at) == 0 {
            return ruled;
        }
        let user = self.estate.user(at, 0);
        let value = format!("\"{}\"", user.person.email).into();
        Some(Effective { owner: Owner::User(user.id), value, lock: false, locked_by: None })
    }
}

impl Chain for OneSetting<'_> {
    fn parent(&self, at: Number) -> Option<Number> {
        self.estate.record(at).map(|record| record.parent).filter(|&parent| parent < at)
    }

    fn own(&self, at: Number) -> Option<Own> {
        match self.written(at) {
            Some(written) => written.clone(),
            None => own::own(self.estate, at, self.place, self.setting),
        }
    }

    /// The tenants below an odd setting, or below what `fault-put-differs` wrote, see something else than
    /// the rule says.
    fn own_for_children(&self, at: Number) -> Option<Own> {
        let own = self.own(at)?;
        if self.account.fault == Fault::PutDiffers && self.written(at).is_some() {
            return Some(Own { lock: false, exclusive: !own.exclusive, ..own });
        }
        let ignored = self.setting.oddity == Oddity::OwnIgnored;
        let mut above = std::iter::successors(self.parent(at), |&above| self.parent(above));
        let receives = ignored && above.any(|above| self.own(above).is_some());
        (!receives).then_some(own)
    }

    fn inheritance(&self) -> Inheritance {
        self.setting.inheritance
    }
}
