//! Reading into a column, and reading back, against a scripted server.

use std::cell::RefCell;

use serde_json::json;

use super::super::*;
use super::estate::{Estate, value};
use crate::connection::Connection;
use crate::transport::Scene;
use crate::uuid::Uuid;
use crate::vendors::acronis::settings::Key;
use crate::vendors::acronis::testing::{connect, now};
use crate::vendors::acronis::{ApplicationId, Own, TenantId};

const APPLICATION: ApplicationId = ApplicationId(Uuid(0xa));

fn estate(count: usize) -> Estate {
    let name = |at: usize| format!("t{at}");
    let tenants: Vec<_> = (0..count).map(|at| (name(at), (at > 0).then(|| name(0)))).collect();
    Estate::new(&tenants, false)
}

fn all(estate: &Estate) -> Vec<(crate::vendors::acronis::tenancy::Node, TenantId)> {
    let nodes = (0..estate.order.len()).map(|place| estate.order.node(place).unwrap());
    nodes.map(|node| (node, TenantId(estate.tree.id(node)))).collect()
}

fn setting(own: &str) -> String {
    format!(
        r#"{{"name":"x","own":{own},"effective":{{"owner":{{"type":"tenant","id":"{}"}},"value":7,"lock":false}}}}"#,
        Uuid(1)
    )
}

fn batch(ids: std::ops::RangeInclusive<u128>) -> Scene {
    let items: Vec<String> =
        ids.map(|id| format!(r#"{{"tenant":"{}","settings":[{}]}}"#, Uuid(id), setting("null"))).collect();
    Scene::new(200, format!(r#"{{"items":[{}]}}"#, items.join(",")))
}

fn gather(connection: &Connection, estate: &Estate, column: &RefCell<Column>) -> Gathered {
    now(gather_below(connection, (APPLICATION, "x"), all(estate), column, |_| ()))
}

#[test]
fn a_hundred_at_a_time() {
    let estate = estate(150);
    let (connection, script) = connect(vec![batch(1..=100), batch(101..=149)]);
    let column = RefCell::new(Column::default());
    let gathered = gather(&connection, &estate, &column);
    assert_eq!((gathered.read, gathered.failed, script.requests().len()), (150, 0, 2));
    // The one that the batch left out may not be seen.
    let last = column.borrow().reported(estate.node("t149"));
    assert_eq!(last, Reported::Unknown(Gap::NotVisible));
}

#[test]
fn one_by_one_where_batches_are_refused() {
    let estate = estate(3);
    let single = || Scene::new(200, setting("null"));
    let (connection, script) = connect(vec![Scene::new(403, ""), single(), Scene::new(403, ""), single()]);
    let column = RefCell::new(Column::default());
    let gathered = gather(&connection, &estate, &column);
    assert!(gathered.one_by_one);
    assert_eq!((gathered.read, script.requests().len()), (3, 4));
    assert_eq!(column.borrow().own(estate.node("t1")), OwnFact::Unknown(Gap::NotVisible));
    assert_eq!(column.borrow().own(estate.node("t2")), OwnFact::None);
}

#[test]
fn what_could_not_be_read_is_counted() {
    let estate = estate(150);
    let (connection, _) = connect(vec![batch(1..=100), Scene::new(400, "")]);
    let column = RefCell::new(Column::default());
    let gathered = gather(&connection, &estate, &column);
    assert_eq!((gathered.read, gathered.failed), (100, 50));
    assert_eq!(gathered.fault.unwrap().status(), Some(400));
    assert!(!column.borrow().is_read(estate.node("t149")));
}

const MINE: &str = r#"{"value":7.0,"lock":false,"exclusive":false}"#;

#[test]
fn what_was_written_is_held_against_the_preview() {
    let mut estate = estate(3);
    for name in ["t0", "t1", "t2"] {
        estate.put(name, None, None);
    }
    let foreseen =
        estate.preview("t0", Some(&Own { value: value(&json!(7)), lock: false, exclusive: false }));
    assert_eq!(foreseen.counts.changed, 2);
    let Estate { tree, column, .. } = estate;
    let node = tree.find(Uuid(1)).unwrap();
    let surprise = format!(r#"{{"name":"x","own":{MINE},"effective":null}}"#);
    let items = [setting(MINE), setting("null"), surprise];
    let items: Vec<String> = items
        .iter()
        .enumerate()
        .map(|(at, one)| format!(r#"{{"tenant":"{}","settings":[{one}]}}"#, Uuid(at as u128 + 1)))
        .collect();
    let (connection, _) = connect(vec![Scene::new(200, format!(r#"{{"items":[{}]}}"#, items.join(",")))]);
    let (tree, column) = (RefCell::new(tree), RefCell::new(column));
    let after = now(read_back(&connection, &key(), &tree, &foreseen, node, &column));
    assert_eq!((after.as_foreseen, after.differs.len()), (2, 1));
    assert!(!after.is_as_foreseen());
}

fn key() -> Key {
    Key { application: APPLICATION, tenant: TenantId(Uuid(1)), name: "x".to_owned() }
}
