//! The accounts whose settings misbehave, and the one that may only look.

use super::settings::{BACKUP, CAFE, path};
use super::*;

fn code(answer: &Response) -> (u16, Value) {
    (answer.status, json(answer)["error"]["code"].clone())
}

fn writes(client: &Client<'_>) -> [Response; 2] {
    let target = path(BACKUP, CAFE, "retention_days");
    [client.put(&target, r#"{"value":1}"#), client.send(Request::new("DELETE", &target))]
}

#[test]
fn lists_can_be_forbidden() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "fault-settings-403");
    let settings = format!("/api/2/applications/{BACKUP}/settings");
    for target in [
        format!("{settings}/schemas"),
        format!("{settings}/tenants?uuids={CAFE}"),
        format!("{settings}/tenants/{CAFE}"),
        format!("/api/2/tenants/{CAFE}/settings"),
    ] {
        assert_eq!(code(&client.get(&target)), (403, "access_denied".into()), "{target}");
    }
    assert_eq!(client.retention(CAFE)["effective"]["value"], 30);
    assert_eq!(client.read("/api/2/applications")["items"].as_array().unwrap().len(), 6);
}

#[test]
fn some_may_not_write() {
    let sandbox = sandbox(60);
    for account in ["viewer", "fault-put-403"] {
        let client = Client::new(&sandbox, account);
        for answer in writes(&client) {
            assert_eq!(code(&answer), (403, "access_denied".into()), "{account}");
        }
        assert_eq!(client.retention(CAFE)["own"]["value"], 90);
        assert_eq!(client.all(&format!("subtree_root_id={}", client.top())).len(), 60);
    }
}

#[test]
fn nothing_is_of_the_right_type() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "fault-put-415");
    let [put, delete] = writes(&client);
    assert_eq!(code(&put), (415, "invalid_content_type".into()));
    assert_eq!(delete.status, 204);
}

#[test]
fn a_lost_answer_is_of_a_write_that_took_place() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "fault-put-lost");
    let [put, delete] = writes(&client);
    assert_eq!((put.cut_after, delete.cut_after), (Some(0), None));
    assert_eq!(client.put(&path(BACKUP, CAFE, "retention_days"), r#"{"value":1}"#).cut_after, Some(0));
    assert_eq!(client.retention(CAFE)["own"]["value"], 1);
}

#[test]
fn somebody_else_writes_once_a_token() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "fault-put-late");
    let own = || client.retention(CAFE)["own"]["value"].as_i64();
    assert_eq!([own(), own(), own()], [Some(90), Some(91), Some(91)]);
    let umbrella = client.top();
    let values = [(); 3].map(|()| client.retention(&umbrella)["own"]["value"].as_i64());
    assert_eq!(values, [Some(14), Some(15), Some(15)]);
    let second = Client::new(&sandbox, "fault-put-late");
    let values = [(); 3].map(|()| second.retention(CAFE)["own"]["value"].as_i64());
    assert_eq!(values, [Some(91), Some(92), Some(92)]);
}

#[test]
fn what_is_written_does_something_else_below() {
    let sandbox = sandbox(300);
    let client = Client::new(&sandbox, "fault-put-differs");
    let iberia = client.id_of("Iberia");
    let value = |tenant: &str| client.retention(tenant)["effective"]["value"].as_i64();
    assert_eq!((value(&iberia), value(CAFE)), (Some(30), Some(30)));
    let target = path(BACKUP, &iberia, "retention_days");
    let answer = json(&client.put(&target, r#"{"value":20,"lock":true}"#));
    assert_eq!((&answer["effective"]["value"], &answer["effective"]["lock"]), (&20.into(), &true.into()));
    let norte = client.id_of("Norte");
    // By the rule both would be 20.
    assert_eq!((value(&iberia), value(&norte), value(CAFE)), (Some(20), Some(14), Some(90)));
}
