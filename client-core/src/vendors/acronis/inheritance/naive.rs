//! A second implementation of the rule, as plain as can be, to hold the first one against. It follows the eight
//! sentences of the rule from the top down to a tenant, with strings and JSON values.

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

/// What applies on a tenant and what it passes down, each by name.
type Known = BTreeMap<String, [Option<NaiveEffective>; 2]>;

impl Naive {
    /// What applies on a tenant that receives this.
    fn applies(&self, tenant: &str, received: Option<NaiveEffective>) -> Option<NaiveEffective> {
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

    /// Goes up to the first tenant that is known, and from there down again: one step a tenant, however deep.
    fn learn(&self, tenant: &str, known: &mut Known) {
        let parent = |tenant: &&str| self.parents.get(*tenant)?.as_deref();
        let up = std::iter::successors(Some(tenant), parent);
        let path: Vec<&str> = up.take_while(|tenant| !known.contains_key(*tenant)).collect();
        for tenant in path.into_iter().rev() {
            let [_, received] =
                parent(&tenant).and_then(|parent| known.get(parent)).cloned().unwrap_or_default();
            let effective = self.applies(tenant, received.clone());
            let shut_out = received.as_ref().is_some_and(|above| above.lock);
            let exclusive = self.own.get(tenant).is_some_and(|own| own.exclusive);
            let passed = if exclusive && !shut_out { received } else { effective.clone() };
            known.insert(tenant.to_owned(), [effective, passed]);
        }
    }

    /// What applies on a tenant.
    pub fn effective(&self, tenant: &str) -> Option<NaiveEffective> {
        let mut known = Known::new();
        self.learn(tenant, &mut known);
        let [effective, _] = known.remove(tenant).unwrap_or_default();
        effective
    }

    /// What applies on each tenant.
    pub fn all(&self) -> BTreeMap<String, Option<NaiveEffective>> {
        let mut known = Known::new();
        self.parents.keys().for_each(|tenant| self.learn(tenant, &mut known));
        known.into_iter().map(|(tenant, [effective, _])| (tenant, effective)).collect()
    }

    /// The tenants on which value, owner or lock differ between this and another estate.
    pub fn changed(&self, other: &Naive) -> Vec<String> {
        let (before, mut after) = (self.all(), other.all());
        let seen = |one: Option<NaiveEffective>| one.map(|one| (one.value, one.owner, one.lock));
        let differs = |(tenant, before): (String, Option<NaiveEffective>)| {
            let after = after.remove(&tenant).flatten();
            (seen(before) != seen(after)).then_some(tenant)
        };
        before.into_iter().filter_map(differs).collect()
    }
}
