//! A second implementation of the rule, as slow and as plain as can be, to hold the first one against. It
//! follows the eight sentences of the rule from the tenant upwards, with strings and JSON values.

use std::collections::BTreeMap;

use serde_json::Value as Json;

/// What was set on a tenant.
#[derive(Clone, Debug, PartialEq)]
pub struct NaiveOwn {
    pub value: Json,
    pub lock: bool,
    pub exclusive: bool,
}

/// What applies on a tenant.
#[derive(Clone, Debug, PartialEq)]
pub struct NaiveEffective {
    pub value: Json,
    pub owner: String,
    pub lock: bool,
    pub locked_by: Option<String>,
}

/// Parents and own values by name.
#[derive(Clone, Debug, Default)]
pub struct Naive {
    pub parents: BTreeMap<String, Option<String>>,
    pub own: BTreeMap<String, NaiveOwn>,
    pub minimum: bool,
}

impl Naive {
    /// What a tenant receives from its parent.
    fn received(&self, tenant: &str) -> Option<NaiveEffective> {
        let parent = self.parents.get(tenant)?.as_deref()?;
        let exclusive = self.own.get(parent).is_some_and(|own| own.exclusive);
        let from_above = self.received(parent);
        let shut_out = from_above.as_ref().is_some_and(|above| above.lock);
        if exclusive && !shut_out { from_above } else { self.effective(parent) }
    }

    /// What applies on a tenant.
    pub fn effective(&self, tenant: &str) -> Option<NaiveEffective> {
        let received = self.received(tenant);
        if received.as_ref().is_some_and(|received| received.lock) {
            return received;
        }
        let Some(own) = self.own.get(tenant) else {
            return received;
        };
        let (value, owner) = match received {
            Some(received) if self.minimum => match (received.value.as_f64(), own.value.as_f64()) {
                (Some(above), Some(mine)) if above < mine => (received.value, received.owner),
                (Some(_), None) => (received.value, received.owner),
                _ => (own.value.clone(), tenant.to_owned()),
            },
            _ => (own.value.clone(), tenant.to_owned()),
        };
        Some(NaiveEffective { value, owner, lock: own.lock, locked_by: own.lock.then(|| tenant.to_owned()) })
    }

    /// The tenants on which value, owner or lock differ between this and another estate.
    pub fn changed(&self, other: &Naive) -> Vec<String> {
        let seen = |naive: &Naive, tenant: &str| {
            naive.effective(tenant).map(|effective| (effective.value, effective.owner, effective.lock))
        };
        self.parents.keys().filter(|tenant| seen(self, tenant) != seen(other, tenant)).cloned().collect()
    }
}
