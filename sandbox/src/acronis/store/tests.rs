//! The store against a plain model of it, and what the lists tell after changes.

use std::collections::HashSet;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::estate::fixed::{CAFE, IBERIA, NORTE, UMBRELLA};
use crate::estate::ids::Uuid;
use crate::estate::{Estate, Kind, Number};
use crate::moment::Moment;

/// Later than anything that is generated.
const NOW: Moment = Moment(1_790_000_000);

fn store(tenants: u32) -> Store {
    Store::new(Arc::new(Estate::generate(7, tenants)))
}

fn fixed(store: &Store, slot: usize) -> Number {
    store.estate().fixed(slot).unwrap()
}

fn subtree(store: &Store, top: Number) -> Vec<Number> {
    store.levels(top).into_iter().flatten().collect()
}

/// What happens to the store: chosen by numbers that are taken modulo what there is.
#[derive(Clone, Copy, Debug)]
enum Change {
    Insert(u32),
    Rename(u32),
    Delete(u32),
    Move(u32, u32),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        any::<u32>().prop_map(Change::Insert),
        any::<u32>().prop_map(Change::Rename),
        any::<u32>().prop_map(Change::Delete),
        (any::<u32>(), any::<u32>()).prop_map(|(what, where_to)| Change::Move(what, where_to)),
    ]
}

/// The numbers whose change went through.
fn apply(store: &mut Store, changes: &[Change]) -> HashSet<Number> {
    let mut changed = HashSet::new();
    for (at, change) in changes.iter().enumerate() {
        let (size, now) = (store.size(), Moment(NOW.0 + at as i64));
        let done = match *change {
            Change::Insert(parent) => store.insert(parent % size, Kind::Customer, &format!("new {at}"), now),
            Change::Rename(number) => store
                .update(number % size, now, |one| one.name = format!("renamed {at}"))
                .map(|()| number % size),
            Change::Delete(number) => store.mark_deleted(number % size, now).map(|()| number % size),
            Change::Move(number, parent) => {
                store.move_below(number % size, parent % size, now).map(|()| number % size)
            }
        };
        changed.extend(done);
    }
    changed
}

/// Everything that is looked up, made anew from the parents alone.
fn check(store: &Store) {
    let all = 0..store.size();
    let parents: Vec<Number> = all.clone().map(|number| store.parent(number)).collect();
    let children = |number: Number| -> Vec<Number> {
        all.clone().filter(|&child| child != number && parents[child as usize] == number).collect()
    };
    let is_below = |number: Number, top: Number| {
        let mut at = number;
        while at != top && parents[at as usize] != at {
            at = parents[at as usize];
        }
        at == top
    };
    for number in all.clone() {
        assert_eq!(store.find(store.uuid(number)), Some(number));
        let mut listed: Vec<Number> = store.children(number).collect();
        listed.sort_unstable();
        assert_eq!(listed, children(number), "children of {number}");
        assert_eq!(store.has_children(number), listed.iter().any(|&child| !store.is_deleted(child)));
    }
    for slot in [0, UMBRELLA, IBERIA, NORTE, CAFE] {
        let top = fixed(store, slot);
        let found = subtree(store, top);
        let below: HashSet<Number> = all.clone().filter(|&number| is_below(number, top)).collect();
        assert_eq!(found.len(), below.len(), "each once");
        let mut seen = HashSet::new();
        for number in found {
            assert!(below.contains(&number) && store.is_within(number, top));
            assert!(number == top || seen.contains(&parents[number as usize]), "parents come first");
            seen.insert(number);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_lookups_are_those_made_anew(changes in proptest::collection::vec(change(), 0..60)) {
        let mut store = store(120);
        let changed = apply(&mut store, &changes);
        check(&store);
        let late = (0..store.size()).filter(|&number| store.stamps(number).updated >= NOW);
        prop_assert_eq!(late.collect::<HashSet<_>>(), changed);
    }
}

#[test]
fn levels_cover_a_subtree_in_level_order() {
    let store = store(5_000);
    let top = fixed(&store, IBERIA);
    let walked = subtree(&store, top);
    let expected: Vec<Number> = (0..store.size()).filter(|&number| store.is_within(number, top)).collect();
    assert_eq!(walked, expected);
    let levels: Vec<u8> = walked.iter().map(|&number| store.estate().record(number).unwrap().level).collect();
    assert!(levels.is_sorted());
    assert!(store.levels(top).len() < 10, "one range a level");
}

#[test]
fn changes_are_told() {
    let mut store = store(500);
    let (norte, cafe, iberia) = (fixed(&store, NORTE), fixed(&store, CAFE), fixed(&store, IBERIA));
    let version = store.stamps(cafe).version;
    store.update(cafe, NOW, |one| one.enabled = false).unwrap();
    assert_eq!(
        (store.enabled(cafe), store.stamps(cafe).version, store.stamps(cafe).updated),
        (false, version + 1, NOW)
    );
    let made = store.insert(norte, Kind::Folder, "Made", NOW).unwrap();
    assert_eq!(
        (store.name(made).as_str(), store.parent(made), store.stamps(made).version),
        ("Made", norte, 1)
    );
    store.move_below(cafe, made, NOW).unwrap();
    assert_eq!(store.ancestors_below(cafe, iberia), [norte, made]);
    assert_eq!(store.children(made).collect::<Vec<_>>(), [cafe]);
    assert_eq!(store.move_below(norte, cafe, NOW), Err(Refused::BelowItself));
    assert_eq!(store.move_below(norte, norte, NOW), Err(Refused::BelowItself));
    store.mark_deleted(cafe, NOW).unwrap();
    assert_eq!((store.stamps(cafe).deleted, store.has_children(made)), (Some(NOW), false));
    assert_eq!(store.mark_deleted(cafe, NOW), Err(Refused::Deleted));
    assert_eq!(store.insert(cafe, Kind::Unit, "x", NOW), Err(Refused::Deleted));
    assert_eq!(store.update(store.size(), NOW, |_| ()), Err(Refused::Missing));
    assert!(store.users(cafe).is_empty());
}

#[test]
fn users_change() {
    let mut store = store(200);
    let top = fixed(&store, UMBRELLA);
    let before = store.users(top);
    let id = store.insert_user(top, "new@umbrella", NOW).unwrap();
    store.update_user(before[0].id, NOW, |user| user.login = "changed".to_owned()).unwrap();
    let logins: Vec<String> = store.users(top).into_iter().map(|user| user.login).collect();
    assert_eq!(
        (logins.len(), logins[0].as_str(), logins[before.len()].as_str()),
        (before.len() + 1, "changed", "new@umbrella")
    );
    let changed = store.find_user(before[0].id).unwrap();
    assert_eq!((changed.version, changed.person.updated), (before[0].version + 1, NOW));
    store.mark_user_deleted(id, NOW).unwrap();
    assert_eq!(store.users(top).len(), before.len());
    assert_eq!(store.find_user(id).unwrap().deleted, Some(NOW));
    assert_eq!(store.update_user(id, NOW, |_| ()), Err(Refused::Deleted));
    assert_eq!(store.mark_user_deleted(Uuid(1), NOW), Err(Refused::Missing));
}

#[test]
fn contacts_change() {
    let mut store = store(200);
    let top = fixed(&store, UMBRELLA);
    let before = store.contacts(top);
    assert_eq!(store.legal_contact(top).person.id, before[0].person.id);
    let id = store.insert_contact(top, NOW).unwrap();
    store.update_contact(id, NOW, |contact| contact.person.city = "Bilbao".into()).unwrap();
    assert_eq!(store.contacts(top).last().unwrap().person.city, "Bilbao");
    store.mark_contact_deleted(before[0].person.id, NOW).unwrap();
    assert_eq!((store.contacts(top).len(), store.all_contacts(top).len()), (before.len(), before.len() + 1));
    assert_eq!(store.mark_contact_deleted(before[0].person.id, NOW), Err(Refused::Deleted));
    assert_eq!(store.mark_contact_deleted(Uuid(1), NOW), Err(Refused::Missing));
    assert!(store.legal_contact(top).person.email.is_empty());
    let user = store.users(top).remove(0);
    let of_user = store.contacts(top).into_iter().find(|contact| contact.user == Some(user.id));
    assert!(of_user.is_none_or(|contact| contact.person.id == user.contact_id));
    let made = store.insert(top, Kind::Customer, "Made", NOW).unwrap();
    assert!(store.contacts(made).is_empty() && store.legal_contact(made).person.email.is_empty());
}
