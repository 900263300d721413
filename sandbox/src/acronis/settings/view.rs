//! The settings as one account sees them, computed once a request.

use std::collections::HashMap;

use super::catalogue::{Oddity, Setting};
use super::own;
use super::rule::{Chain, Effective, Inheritance, Own, Owner, Walk};
use crate::acronis::accounts::Account;
use crate::acronis::faults::Fault;
use crate::acronis::store::Store;
use crate::estate::Number;
use crate::random::Random;

/// What one tenant has of one setting.
#[derive(Clone, Debug)]
pub struct State {
    /// What was set on it.
    pub own: Option<Own>,
    /// What applies on it.
    pub effective: Option<Effective>,
}

/// The view.
pub struct View<'a> {
    store: &'a Store,
    account: &'static Account,
    walks: HashMap<usize, Walk>,
}

/// Fixed tenants with a setting of a user's, in slots: Almacenes Goya, Hotel Miramar Group.
const WITH_USERS_VALUE: [usize; 2] = [33, 38];
const ASPECT: u64 = 4095;

impl<'a> View<'a> {
    /// Of that account.
    pub fn new(account: &'static Account, store: &'a Store) -> View<'a> {
        View { store, account, walks: HashMap::new() }
    }

    /// What the tenant has of the setting at that place of the catalogue.
    pub fn state(&mut self, at: Number, place: usize, setting: &'static Setting) -> State {
        let one = OneSetting { account: self.account, store: self.store, place, setting };
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
}

struct OneSetting<'v> {
    account: &'static Account,
    store: &'v Store,
    place: usize,
    setting: &'static Setting,
}

impl OneSetting<'_> {
    fn written(&self, at: Number) -> Option<&Option<Own>> {
        self.store.settings.at((at, self.place))
    }

    /// A user's value instead of the received one, on some tenants and where no lock forbids it.
    fn users_value(&self, at: Number, ruled: Option<Effective>) -> Option<Effective> {
        let locked = ruled.as_ref().is_some_and(|ruled| ruled.lock);
        let estate = self.store.estate();
        let wanted = match estate.slot(at) {
            Some(slot) => WITH_USERS_VALUE.contains(&slot),
            None => Random::new(estate.seed(), u64::from(at), ASPECT).percent(6),
        };
        if locked || !wanted {
            return ruled;
        }
        let Some(user) = self.store.users(at).into_iter().next() else { return ruled };
        let value = format!("\"{}\"", user.person.email).into();
        Some(Effective { owner: Owner::User(user.id), value, lock: false, locked_by: None })
    }
}

impl Chain for OneSetting<'_> {
    fn parent(&self, at: Number) -> Option<Number> {
        Some(self.store.parent(at)).filter(|&parent| parent != at)
    }

    fn own(&self, at: Number) -> Option<Own> {
        match self.written(at) {
            Some(written) => written.clone(),
            None => own::own(self.store.estate(), at, self.place, self.setting),
        }
    }

    /// Tenants below an odd setting, or below what `fault-put-differs` wrote, receive something other than
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
