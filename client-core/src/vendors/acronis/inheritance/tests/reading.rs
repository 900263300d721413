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

/// Writes 7 on the first of three tenants, and reads back this.
fn after(estate: &mut Estate, answer: Scene) -> After {
    written(estate, vec![answer]).remove(0)
}

/// The same, and reads the rest for each further answer.
fn written(estate: &mut Estate, answers: Vec<Scene>) -> Vec<After> {
    let own = Own { value: value(&json!(7)), lock: false, exclusive: false };
    let foreseen = estate.preview("t0", Some(&own));
    let tree = RefCell::new(std::mem::take(&mut estate.tree));
    let column = RefCell::new(std::mem::take(&mut estate.column));
    let own = Some(column.borrow_mut().keep(&own));
    let node = tree.borrow().find(Uuid(1)).unwrap();
    let rest = answers.len() - 1;
    let (connection, script) = connect(answers);
    let (key, what) = (key(), (&foreseen, Change { node, own }));
    let first = now(read_back(&connection, &key, &tree, what, &column, |_, _| ()));
    let more = (0..rest).map(|_| now(read_rest(&connection, &key, &tree, what, &column, |_, _| ())));
    let all = std::iter::once(first).chain(more).collect();
    assert_eq!(script.requests().len(), rest + 1);
    all
}

fn three(first: &[&str]) -> Estate {
    let mut estate = estate(3);
    first.iter().for_each(|name| estate.put(name, None, None));
    estate
}

fn answered(items: &[String]) -> Scene {
    let of = |(at, one): (usize, &String)| {
        format!(r#"{{"tenant":"{}","settings":[{one}]}}"#, Uuid(at as u128 + 1))
    };
    let items: Vec<_> = items.iter().enumerate().map(of).collect();
    Scene::new(200, format!(r#"{{"items":[{}]}}"#, items.join(",")))
}

#[test]
fn what_was_written_is_held_against_the_preview() {
    let counts = |after: &After| (after.verified, after.differs.len(), after.not_verified);
    let (all, mine) = (["t0", "t1", "t2"], || setting(MINE));
    let surprise = || format!(r#"{{"name":"x","own":{MINE},"effective":null}}"#);
    let said = after(&mut three(&all), answered(&[mine(), setting("null"), surprise()]));
    assert_eq!(counts(&said), (2, 1, 0));
    // The server said yes and kept another value, or none at all.
    let other = MINE.replace("7.0", "8");
    for own in [other.as_str(), "null"] {
        let said = after(&mut three(&all), answered(&[setting(own), setting("null"), setting("null")]));
        assert!(matches!(said.differs[0], (_, Difference::Own { sent: Some(_), .. })), "{own}: {said:?}");
    }
    // A batch that lacks the tenants, and one that does not come: nothing is verified.
    for answer in [answered(&[]), answered(&[mine()]), Scene::new(500, ""), Scene::new(200, "<html>")] {
        let said = after(&mut three(&all), answer);
        assert!(said.not_verified >= 2, "{said:?}");
    }
    // What was not read before the change is not said to be as foreseen after it.
    let said = after(&mut three(&["t0"]), answered(&[mine(), setting("null"), setting("null")]));
    assert_eq!((counts(&said), said.unread), ((1, 0, 2), 2));
}

#[test]
fn what_was_not_read_before_the_change_is_verified_by_what_is_set_after_it() {
    let counts = |after: &After| (after.verified, after.differs.len(), after.not_verified, after.unread);
    let (mine, own) = (setting(MINE), r#"{"value":9,"lock":false,"exclusive":false}"#);
    let applies = |own: &str, owner: u128, value: u32| {
        let owner = format!(r#"{{"type":"tenant","id":"{}"}}"#, Uuid(owner));
        format!(r#"{{"name":"x","own":{own},"effective":{{"owner":{owner},"value":{value},"lock":false}}}}"#)
    };
    let rest = |second: String, third: &str| {
        let items = [(2, second), (3, third.to_owned())]
            .map(|(id, one)| format!(r#"{{"tenant":"{}","settings":[{one}]}}"#, Uuid(id)));
        Scene::new(200, format!(r#"{{"items":[{}]}}"#, items.join(",")))
    };
    let then = |rest: Vec<Scene>| {
        let answers = std::iter::once(answered(std::slice::from_ref(&mine))).chain(rest).collect();
        written(&mut three(&["t0"]), answers).iter().map(counts).collect::<Vec<_>>()
    };
    // One inherits what was set, the other has a value of its own.
    let well = || rest(applies("null", 1, 7), &applies(own, 3, 9));
    assert_eq!(then(vec![well()]), [(1, 0, 2, 2), (3, 0, 0, 0)]);
    // The server gives one of them what nothing gives it.
    assert_eq!(then(vec![rest(applies("null", 1, 8), &applies("null", 1, 7))]), [(1, 0, 2, 2), (2, 1, 0, 0)]);
    // What cannot be read is read when it is asked for again.
    assert_eq!(then(vec![Scene::new(400, ""), well()]), [(1, 0, 2, 2), (1, 0, 2, 2), (3, 0, 0, 0)]);
    // As long as nobody knows what was set above, nothing below it is held against itself.
    let blind = written(
        &mut three(&["t0"]),
        vec![Scene::new(400, ""), rest(applies("null", 1, 7), &applies("null", 1, 7))],
    );
    assert_eq!(counts(&blind[1]), (0, 0, 3, 0));
}

fn key() -> Key {
    Key { application: APPLICATION, tenant: TenantId(Uuid(1)), name: "x".to_owned() }
}
