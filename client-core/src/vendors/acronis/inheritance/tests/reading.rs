//! Reading into a column, and writing safely, against a scripted server.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::FutureExt;
use serde_json::json;

use super::super::*;
use super::estate::{Estate, value};
use crate::clock::TestClock;
use crate::config::Config;
use crate::connection::{Connection, Credentials};
use crate::error::TransportFailure;
use crate::secret::Secret;
use crate::transport::{Scene, Scripted};
use crate::uuid::Uuid;
use crate::vendors::acronis::settings::Key;
use crate::vendors::acronis::{ApplicationId, Own, TenantId};

fn connect(scenes: Vec<Scene>) -> (Connection, Scripted) {
    let text = r#"{"connections":[{"id":"a","vendor":"acronis","label":"A","upstream":"https://host/api/2","route":{"kind":"path","prefix":"/p"}}]}"#;
    let config = Config::parse(text).unwrap().connections.remove(0);
    let script = Scripted::new(scenes);
    let connection =
        Connection::new(config, "https://console", Rc::new(script.clone()), Rc::new(TestClock::default()));
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    (connection, script)
}

fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().unwrap()
}

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

fn key() -> Key {
    Key { application: APPLICATION, tenant: TenantId(Uuid(1)), name: "a/b 50%".to_owned() }
}

fn own(json: serde_json::Value) -> Own {
    Own { value: value(&json), lock: false, exclusive: false }
}

fn written(scenes: Vec<Scene>) -> (Written, Scripted) {
    let (connection, script) = connect(scenes);
    (now(write(&connection, &key(), None, Some(&own(json!(7))))), script)
}

const MINE: &str = r#"{"value":7.0,"lock":false,"exclusive":false}"#;
const OTHERS: &str = r#"{"value":8,"lock":false,"exclusive":false}"#;

#[test]
fn a_write_reads_first_and_sends_all_three_fields() {
    let (written, script) = written(vec![Scene::new(200, setting("null")), Scene::new(200, setting(MINE))]);
    assert!(matches!(written, Written::Done));
    let put = &script.requests()[1];
    let path = format!("/p/api/2/applications/{}/settings/tenants/{}/a%2Fb%2050%25", APPLICATION.0, Uuid(1));
    assert_eq!(put.url, path);
    assert_eq!(put.body.as_ref().unwrap().0, br#"{"value":7,"lock":false,"exclusive":false}"#);
}

#[test]
fn a_change_in_between_stops_the_write() {
    let (written, script) = written(vec![Scene::new(200, setting(OTHERS))]);
    let Written::ChangedBefore(now) = written else { panic!("{written:?}") };
    assert_eq!(now.own.unwrap().value, value(&json!(8)));
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn refusals_are_told() {
    for status in [403, 404, 415] {
        let (written, _) = written(vec![Scene::new(200, setting("null")), Scene::new(status, "")]);
        assert!(matches!(&written, Written::Refused(error) if error.status() == Some(status)), "{written:?}");
    }
}

#[test]
fn after_a_lost_answer_the_setting_is_looked_up() {
    let lost = |then: Vec<Scene>| {
        let first = [Scene::new(200, setting("null")), Scene::failure(TransportFailure::Unreachable)];
        written([first.to_vec(), then].concat()).0
    };
    assert!(matches!(lost(vec![Scene::new(200, setting(MINE))]), Written::DoneUnheard));
    assert!(matches!(lost(vec![Scene::new(200, setting("null"))]), Written::NotDone(_)));
    assert!(matches!(lost(vec![Scene::new(200, setting(OTHERS))]), Written::ChangedAfter(_)));
    assert!(matches!(lost(vec![Scene::new(403, "")]), Written::Unknown(_)));
}

#[test]
fn what_was_written_is_held_against_the_preview() {
    let mut estate = estate(3);
    for name in ["t0", "t1", "t2"] {
        estate.put(name, None, None);
    }
    let foreseen = estate.preview("t0", Some(&own(json!(7))));
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
    let after = now(read_back(&connection, &key_x(), &tree, &foreseen, node, &column));
    assert_eq!((after.as_foreseen, after.differs.len()), (2, 1));
    assert!(!after.is_as_foreseen());
}

fn key_x() -> Key {
    Key { name: "x".to_owned(), ..key() }
}
