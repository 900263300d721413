//! The ladder's words, and what applies below a tenant.

use serde_json::json;

use super::super::naive::{Naive, NaiveOwn};
use super::super::*;
use super::estate::{Estate, own_of, value};
use crate::uuid::Uuid;
use crate::vendors::acronis::{ApplicationId, Setting};

/// The design's picture: Umbrella sets 14, Iberia 30 and locks, Norte nothing, Café 90.
fn picture() -> (Naive, Estate) {
    let mut naive = Naive::default();
    let order = ["umbrella", "iberia", "norte", "cafe"].map(str::to_owned);
    for (at, name) in order.iter().enumerate() {
        naive.parents.insert(name.clone(), at.checked_sub(1).map(|up| order[up].clone()));
    }
    let own = |value: i64, lock| NaiveOwn { value: json!(value), lock, exclusive: false };
    naive.own.extend([
        ("umbrella".to_owned(), own(14, false)),
        ("iberia".to_owned(), own(30, true)),
        ("cafe".to_owned(), own(90, false)),
    ]);
    let estate = Estate::of(&naive, &order);
    (naive, estate)
}

#[test]
fn the_pictures_ladder() {
    let (_, estate) = picture();
    let found = explain(&estate.tree, &estate.column, estate.node("cafe"));
    let iberia = estate.id("iberia");
    let roles: Vec<Role> = found.links.iter().map(|link| link.role).collect();
    assert_eq!(
        roles,
        [Role::OverriddenBy(iberia), Role::Applies, Role::NothingOwn, Role::Shadowed(Locked::By(iberia))]
    );
    assert_eq!(found.why, Why::Shadowed(iberia, Locked::By(iberia)));
    assert!(found.links[1].is_owner && !found.links[0].is_owner);
}

#[test]
fn removing_the_lock_brings_the_own_value_back() {
    let (naive, mut estate) = picture();
    let unlocked = NaiveOwn { lock: false, ..naive.own["iberia"].clone() };
    let preview = estate.preview("iberia", Some(&own_of(&unlocked)));
    assert_eq!((preview.counts.below, preview.counts.changed, preview.counts.in_force), (2, 2, 1));
    assert_eq!(preview.touched[1].effect, Effect::InForce);
    // And a lock on Umbrella shadows Iberia's own.
    let locked = NaiveOwn { lock: true, ..naive.own["umbrella"].clone() };
    let preview = estate.preview("umbrella", Some(&own_of(&locked)));
    assert_eq!((preview.counts.changed, preview.counts.shadowed), (3, 1));
}

#[test]
fn the_spread_below() {
    let (_, estate) = picture();
    let found = spread(&estate.tree, &estate.order, &estate.column, estate.node("umbrella"));
    assert_eq!((found.below, found.not_read, found.values.len()), (3, 0, 1));
    assert_eq!(found.values[0].1, 3);
    assert_eq!(found.own, [estate.node("iberia"), estate.node("cafe")]);
    assert_eq!(found.shadowed, [estate.node("cafe")]);
}

#[test]
fn two_tenants_side_by_side() {
    let setting = |name: &str, json: serde_json::Value| Setting {
        name: name.to_owned(),
        application_id: Some(ApplicationId(Uuid(1))),
        own: None,
        effective: Some(crate::vendors::acronis::Effective {
            owner: None,
            value: Some(value(&json)),
            lock: false,
            hidden: false,
        }),
    };
    let one = [setting("b", json!(1)), setting("a", json!("1"))];
    let other = [setting("a", json!(1)), setting("b", json!(1.0)), setting("c", json!(null))];
    let rows = compare(&one, &other);
    let told: Vec<_> = rows.iter().map(|row| (row.name(), row.same_value())).collect();
    assert_eq!(told, [("a", false), ("b", true), ("c", false)]);
    assert!(rows[2].one.is_none());
}
