//! Writes of tenants: what is written is read back, by its own account alone.

use super::*;
use crate::estate::fixed::{IBERIA, NORTE};

const CAFE_ID: &str = "f313ecf6-9256-4afd-9d47-72e032ee81d0";

fn send(client: &Client<'_>, method: &str, path: &str, body: &str) -> (u16, Value) {
    let request = Request::new(method, &format!("/api/2/tenants{path}"));
    let request = if body.is_empty() { request } else { request.with_body("application/json", body) };
    let answer = client.send(request);
    (answer.status, serde_json::from_slice(&answer.body).unwrap_or_default())
}

fn id_of(sandbox: &Sandbox, slot: usize) -> String {
    let store = sandbox.acronis.store(Account::find("demo").unwrap());
    let store = store.read().unwrap();
    store.uuid(store.estate().fixed(slot).unwrap()).to_string()
}

fn create(client: &Client<'_>, parent: &str, kind: &str, name: &str) -> (u16, Value) {
    let body = format!(
        r#"{{"name":"{name}","parent_id":"{parent}","kind":"{kind}","contact":{{"email":"a@t.example"}},"language":"es"}}"#
    );
    send(client, "POST", "", &body)
}

fn read(client: &Client<'_>, id: &str) -> Value {
    client.read(&format!("/api/2/tenants/{id}?allow_deleted=true"))
}

fn version(client: &Client<'_>, id: &str) -> i64 {
    read(client, id)["version"].as_i64().unwrap()
}

fn put(client: &Client<'_>, id: &str, fields: &str) -> (u16, Value) {
    let version = version(client, id);
    send(client, "PUT", &format!("/{id}"), &format!(r#"{{"version":{version},{fields}}}"#))
}

fn delete(client: &Client<'_>, id: &str) -> u16 {
    send(client, "DELETE", &format!("/{id}?version={}", version(client, id)), "").0
}

#[test]
fn a_tenant_lives_from_its_creation_to_its_restoration() {
    let sandbox = sandbox(60);
    let (client, other) = (Client::new(&sandbox, "demo"), Client::new(&sandbox, "own-1"));
    let iberia = id_of(&sandbox, IBERIA);
    let (status, made) = create(&client, &iberia, "customer", "Bar Lugo");
    assert_eq!(
        (status, &made["name"], &made["contact"]["email"]),
        (201, &"Bar Lugo".into(), &"a@t.example".into())
    );
    let id = made["id"].as_str().unwrap();
    assert_eq!((read(&client, id), other.get(&format!("/api/2/tenants/{id}")).status), (made.clone(), 404));
    let (status, changed) = put(&client, id, r#""customer_id":"A1","update_lock":{"enabled":true}"#);
    assert_eq!((status, &changed["customer_id"], &changed["name"]), (200, &"A1".into(), &"Bar Lugo".into()));
    assert_eq!((&changed["update_lock"]["enabled"], &changed["language"]), (&true.into(), &"es".into()));
    let norte = id_of(&sandbox, NORTE);
    let (status, moved) = put(&client, id, &format!(r#""parent_id":"{norte}""#));
    assert_eq!((status, &moved["parent_id"]), (200, &norte.as_str().into()));
    let (_, unit) = create(&client, id, "unit", "Mostrador");
    let unit = unit["id"].as_str().unwrap();
    assert_eq!(delete(&client, id), 409, "it is enabled");
    assert_eq!(put(&client, id, r#""enabled":false"#).0, 200);
    assert_eq!(delete(&client, id), 204);
    assert_eq!(client.get(&format!("/api/2/tenants/{unit}")).status, 404);
    assert!(!read(&client, unit)["deleted_at"].is_null());
    assert_eq!(send(&client, "POST", &format!("/{id}/restore"), "").0, 204);
    assert_eq!(
        (&read(&client, id)["deleted_at"], &read(&client, unit)["deleted_at"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn a_name_that_was_taken_meanwhile_needs_force() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "demo");
    let iberia = id_of(&sandbox, IBERIA);
    let made = create(&client, &iberia, "customer", "Bar Lugo").1;
    let id = made["id"].as_str().unwrap();
    put(&client, id, r#""enabled":false"#);
    assert_eq!(delete(&client, id), 204);
    assert_eq!(create(&client, &iberia, "customer", "Bar Lugo").0, 201);
    assert_eq!(send(&client, "POST", &format!("/{id}/restore"), "").0, 409);
    assert_eq!(send(&client, "POST", &format!("/{id}/restore?force=true"), "").0, 204);
    assert_eq!(read(&client, id)["name"], "Bar Lugo (restored)");
}

#[test]
fn siblings_are_deleted_together_or_none_of_them() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "demo");
    let (iberia, norte) = (id_of(&sandbox, IBERIA), id_of(&sandbox, NORTE));
    let make = |parent: &str, name: &str| {
        let id = create(&client, parent, "customer", name).1["id"].as_str().unwrap().to_owned();
        put(&client, &id, r#""enabled":false"#);
        id
    };
    let (one, two, other) = (make(&iberia, "Bar A"), make(&iberia, "Bar B"), make(&norte, "Bar C"));
    let batch = |ids: &[&String]| {
        let item = |id: &&String| format!(r#"{{"id":"{id}","version":{}}}"#, version(&client, id));
        let items = ids.iter().map(item).collect::<Vec<_>>().join(",");
        send(&client, "POST", "/batch/delete", &format!(r#"{{"items":[{items}]}}"#)).0
    };
    let is_deleted = |id: &str| !read(&client, id)["deleted_at"].is_null();
    assert_eq!(batch(&[&one, &other]), 409, "they have two parents");
    put(&client, &two, r#""enabled":true"#);
    assert_eq!(batch(&[&one, &two]), 409, "one is enabled");
    assert!(!is_deleted(&one));
    put(&client, &two, r#""enabled":false"#);
    assert_eq!(batch(&[&one, &two]), 204);
    assert!(is_deleted(&one) && is_deleted(&two) && !is_deleted(&other));
    assert_eq!(batch(&[&one]), 404);
}

#[test]
fn what_is_refused() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "demo");
    let (iberia, norte) = (id_of(&sandbox, IBERIA), id_of(&sandbox, NORTE));
    for (parent, kind, name, status) in [
        (iberia.as_str(), "customer", " ", 400),
        (&iberia, "galaxy", "Lugo", 400),
        (&iberia, "unit", "Lugo", 409),
        (CAFE_ID, "customer", "Lugo", 409),
        ("00000000-0000-4000-8000-000000000000", "customer", "Lugo", 404),
        (&iberia, "customer", "Lugo", 201),
        (&iberia, "customer", "Lugo", 409),
    ] {
        assert_eq!(create(&client, parent, kind, name).0, status, "{kind} {name}");
    }
    assert_eq!(put(&client, &iberia, &format!(r#""parent_id":"{norte}""#)).0, 409, "a loop");
    assert_eq!(put(&client, &norte, &format!(r#""parent_id":"{CAFE_ID}""#)).0, 409);
    assert_eq!(send(&client, "PUT", &format!("/{norte}"), r#"{"version":1000000,"name":"x"}"#).0, 409);
    assert_eq!(send(&client, "PUT", &format!("/{norte}"), r#"{"name":"x"}"#).0, 400);
    let viewer = Client::new(&sandbox, "viewer");
    assert_eq!(put(&viewer, &norte, r#""name":"x""#).0, 403);
    assert_eq!(put(&client, &norte, r#""update_lock":{"enabled":true}"#).0, 200);
}

#[test]
fn a_trial_becomes_production() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "demo");
    let path = format!("/{CAFE_ID}/pricing");
    let before = client.read(&format!("/api/2/tenants{path}"));
    let body = format!(r#"{{"mode":"production","version":{}}}"#, before["version"]);
    let (status, after) = send(&client, "PUT", &path, &body);
    assert_eq!((status, &after["mode"]), (200, &"production".into()));
    assert!(!after["production_start_date"].is_null());
    assert_eq!(read(&client, CAFE_ID)["pricing_mode"], "production");
    assert_eq!(send(&client, "PUT", &path, &body).0, 409, "the version is an old one");
}
