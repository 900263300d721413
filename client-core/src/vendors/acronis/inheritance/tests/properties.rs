//! Random estates: the one pass over the arena against the naive implementation.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::super::naive::{Naive, NaiveOwn};
use super::super::*;
use super::estate::{Estate, own_of};

pub fn value() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        (0..6i64).prop_map(Json::from),
        Just(json!(2.5)),
        Just(json!("x")),
        Just(json!({"k": [1]})),
    ]
}

pub fn own() -> impl Strategy<Value = NaiveOwn> {
    (value(), prop::bool::weighted(0.25), prop::bool::weighted(0.25))
        .prop_map(|(value, lock, exclusive)| NaiveOwn { value, lock, exclusive })
}

/// An estate, and the order in which its tenants arrive.
fn estate() -> impl Strategy<Value = (Naive, Vec<String>)> {
    (1..40usize)
        .prop_flat_map(|count| {
            let parents = prop::collection::vec(any::<prop::sample::Index>(), count);
            let owns = prop::collection::vec(prop::option::weighted(0.4, own()), count);
            let order = Just((0..count).collect::<Vec<_>>()).prop_shuffle();
            (parents, owns, order, any::<bool>())
        })
        .prop_map(|(parents, owns, order, minimum)| {
            let name = |at: usize| format!("t{at:02}");
            let mut naive = Naive { minimum, ..Naive::default() };
            for (at, (parent, own)) in parents.iter().zip(owns).enumerate() {
                naive.parents.insert(name(at), (at > 0).then(|| name(parent.index(at.max(1)))));
                naive.own.extend(own.map(|own| (name(at), own)));
            }
            (naive, order.into_iter().map(name).collect())
        })
}

proptest! {
    #[test]
    fn resolves_as_the_naive_one_in_any_order((naive, order) in estate()) {
        let estate = Estate::of(&naive, &order);
        let resolved = estate.resolved();
        for tenant in &order {
            prop_assert_eq!(estate.effective(&resolved, tenant), naive.effective(tenant), "{}", tenant);
        }
    }

    #[test]
    fn previews_as_the_naive_one((naive, order) in estate(), at in any::<prop::sample::Index>(), new in prop::option::of(own())) {
        let tenant = at.get(&order).clone();
        let mut after = naive.clone();
        match &new {
            Some(own) => drop(after.own.insert(tenant.clone(), own.clone())),
            None => drop(after.own.remove(&tenant)),
        }
        let mut estate = Estate::of(&naive, &order);
        let preview = estate.preview(&tenant, new.as_ref().map(own_of).as_ref());
        prop_assert_eq!(estate.changed(&tenant, new.as_ref().map(own_of).as_ref()), naive.changed(&after));
        prop_assert_eq!(preview.counts.cannot_tell + preview.counts.not_read, 0);
        prop_assert_eq!(preview.counts.changed, preview.touched.len());
        let keeps = |tenant: &String| {
            let owner = |naive: &Naive| naive.effective(tenant).map(|one| one.owner);
            owner(&naive).as_ref() == Some(tenant) && naive.effective(tenant) == after.effective(tenant)
        };
        let path = |tenant: &String| std::iter::successors(naive.parents[tenant].clone(), |up| naive.parents[up].clone());
        let below = order.iter().filter(|one| path(one).any(|up| up == tenant));
        prop_assert_eq!(preview.counts.keep_own, below.filter(|one| keeps(one)).count());
    }

    /// Changes of several tenants at once, some of them below others.
    #[test]
    fn previews_several_as_the_naive_one(
        (naive, order) in estate(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::option::of(own())), 1..6),
    ) {
        let mut estate = Estate::of(&naive, &order);
        let (mut after, mut sent) = (naive.clone(), Vec::new());
        for (at, new) in &changes {
            let tenant = at.get(&order);
            match new {
                Some(own) => drop(after.own.insert(tenant.clone(), own.clone())),
                None => drop(after.own.remove(tenant)),
            }
            sent.push(estate.change(tenant, new.as_ref().map(own_of).as_ref()));
        }
        let preview = estate.preview_all(&sent);
        let name = |one: &Touched| estate.name(estate.tree.id(one.node));
        let mut named: Vec<String> = preview.changed().map(name).collect();
        named.sort();
        prop_assert_eq!(named, naive.changed(&after));
        prop_assert_eq!(preview.counts.changed, preview.touched.len());
        prop_assert_eq!(preview.counts.cannot_tell + preview.counts.not_read, 0);
        for one in preview.changed() {
            let real = after.effective(&name(one)).map(|real| (real.owner, real.lock));
            let foreseen = match preview.state(one.after) {
                State::Value(applied) => Some((estate.name(applied.owner), applied.lock())),
                _ => None,
            };
            prop_assert_eq!(foreseen, real);
        }
    }

    #[test]
    fn explains_what_it_resolves((naive, order) in estate()) {
        let estate = Estate::of(&naive, &order);
        let resolved = estate.resolved();
        for tenant in &order {
            let node = estate.node(tenant);
            let explanation = explain(&estate.tree, &estate.column, node);
            prop_assert_eq!(explanation.computed, resolved.effective(estate.order.place(node).unwrap()));
            prop_assert_eq!(explanation.agreement, Agreement::Agrees);
            let applies: Vec<_> = explanation.links.iter().filter(|link| link.role == Role::Applies).collect();
            match explanation.computed {
                State::Value(applied) => {
                    prop_assert_eq!(applies.len(), 1);
                    prop_assert_eq!(estate.tree.id(applies[0].node), applied.owner);
                    prop_assert!(applies[0].is_owner);
                }
                _ => prop_assert!(applies.is_empty()),
            }
        }
    }

    /// Of an estate that is seen from a tenant in the middle, with only some tenants read, nothing that is told
    /// may be wrong.
    #[test]
    fn what_is_told_of_a_part_is_true_of_the_whole(
        (naive, order) in estate(),
        top in any::<prop::sample::Index>(),
        read in prop::collection::vec(prop::bool::weighted(0.8), 40),
        at in any::<prop::sample::Index>(),
        new in prop::option::of(own()),
    ) {
        let top = top.get(&order).clone();
        let path = |tenant: &String| std::iter::successors(Some(tenant.clone()), |up| naive.parents[up].clone());
        let seen: Vec<String> = order.iter().filter(|one| path(one).any(|up| up == top)).cloned().collect();
        let whole = Estate::of(&naive, &order);
        let mut part = whole.seen_from(&naive, &seen, |at| read.get(at).copied().unwrap_or(true));
        let resolved = part.resolved();
        for tenant in &seen {
            match resolved.effective(part.order.place(part.node(tenant)).unwrap()) {
                State::Unknown(_) => {}
                State::Nothing => prop_assert_eq!(naive.effective(tenant), None),
                State::Value(applied) => {
                    let real = naive.effective(tenant).unwrap();
                    let json = part.column.value(applied.value).to_json();
                    prop_assert_eq!(serde_json::from_str::<Json>(&json).unwrap(), real.value);
                    prop_assert_eq!((part.name(applied.owner), applied.lock()), (real.owner, real.lock));
                }
            }
        }
        let tenant = at.get(&seen).clone();
        let mut after = naive.clone();
        match &new {
            Some(own) => drop(after.own.insert(tenant.clone(), own.clone())),
            None => drop(after.own.remove(&tenant)),
        }
        let preview = part.preview(&tenant, new.as_ref().map(own_of).as_ref());
        let really = naive.changed(&after);
        let named: Vec<String> = preview.here.iter().chain(&preview.touched)
            .map(|one| part.name(part.tree.id(one.node))).collect();
        for one in really.iter().filter(|one| seen.contains(one)) {
            prop_assert!(named.contains(one), "{} changes and was not named", one);
        }
        for one in preview.changed() {
            let name = part.name(part.tree.id(one.node));
            prop_assert!(really.contains(&name), "{} was reported to change and does not", name);
            if let State::Value(applied) = preview.state(one.after) {
                let real = after.effective(&name).unwrap();
                prop_assert_eq!((part.name(applied.owner), applied.lock()), (real.owner, real.lock));
            }
        }
    }
}
