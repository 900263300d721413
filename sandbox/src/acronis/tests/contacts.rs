//! The contact operations: what they read is what tenants come with, and what is written is read back.

use super::*;
use crate::estate::fixed::CAFE;

const CAFE_ID: &str = "f313ecf6-9256-4afd-9d47-72e032ee81d0";

fn send(client: &Client<'_>, method: &str, path: &str, body: &str) -> (u16, Value) {
    let request = Request::new(method, &format!("/api/2/{path}"));
    let request = if body.is_empty() { request } else { request.with_body("application/json", body) };
    let answer = client.send(request);
    (answer.status, serde_json::from_slice(&answer.body).unwrap_or_default())
}

fn new(email: &str) -> String {
    format!(
        r#"{{"tenant_id":"{CAFE_ID}","types":["billing","technical"],"email":"{email}","firstname":"Ana","lastname":null,"state":"Asturias"}}"#
    )
}

fn ids(client: &Client<'_>, query: &str) -> Vec<String> {
    let items = client.read(&format!("/api/2/tenants/{CAFE_ID}/contacts{query}"))["items"].clone();
    serde_json::from_value(items).unwrap()
}

/// The contacts that the tenant comes with.
fn listed(client: &Client<'_>) -> Vec<Value> {
    client.all(&format!("uuids={CAFE_ID}&with_contacts=true"))[0]["contacts"].as_array().unwrap().clone()
}

#[test]
fn the_operations_tell_what_the_tenant_comes_with() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "demo");
    let ids = ids(&client, "");
    let batch = client.read(&format!("/api/2/contacts?uuids={},{CAFE_ID}", ids.join(",")));
    assert_eq!(batch["items"].as_array().unwrap(), &listed(&client));
    for (id, listed) in ids.iter().zip(listed(&client)) {
        assert_eq!(client.read(&format!("/api/2/contacts/{id}")), listed);
    }
    // A contact that is a user's has the user's person.
    let of_users = client.all(&format!("subtree_root_id={}&with_contacts=true", client.top()));
    let of_users = of_users.iter().flat_map(|tenant| tenant["contacts"].as_array().unwrap().clone());
    let of_users: Vec<Value> = of_users.filter(|contact| !contact["user_id"].is_null()).collect();
    assert!(of_users.len() > 5, "{}", of_users.len());
    for contact in &of_users {
        let user = client.read(&format!("/api/2/users/{}", contact["user_id"].as_str().unwrap()));
        assert_eq!((&user["contact"]["id"], &user["contact"]["email"]), (&contact["id"], &contact["email"]));
        assert_eq!(user["tenant_id"], contact["tenant_id"]);
    }
}

#[test]
fn a_contact_is_created_changed_and_deleted() {
    let sandbox = sandbox(60);
    let (client, other) = (Client::new(&sandbox, "demo"), Client::new(&sandbox, "own-1"));
    let before = listed(&client).len();
    let (status, made) = send(&client, "POST", "contacts", &new("ana@t.example"));
    assert_eq!((status, &made["lastname"], &made["state"]), (201, &"".into(), &"Asturias".into()));
    let path = format!("contacts/{}", made["id"].as_str().unwrap());
    assert_eq!(client.read(&format!("/api/2/{path}")), made);
    assert_eq!((listed(&client).len(), listed(&other).len()), (before + 1, before));
    // What is not sent stays.
    let (status, changed) = send(&client, "PUT", &path, r#"{"phone":"+34 1","types":["management"]}"#);
    assert_eq!((status, &changed["phone"], &changed["state"]), (200, &"+34 1".into(), &"Asturias".into()));
    assert_eq!(changed["types"], serde_json::json!(["management"]));
    assert_eq!(listed(&client).last(), Some(&changed));
    assert_eq!(send(&client, "DELETE", &path, "").0, 204);
    assert_eq!(send(&client, "DELETE", &path, "").0, 404);
    assert_eq!(send(&client, "PUT", &path, r#"{"phone":""}"#).0, 404);
    assert_eq!((client.get(&format!("/api/2/{path}")).status, listed(&client).len()), (404, before));
    assert_eq!((ids(&client, "").len(), ids(&client, "?allow_deleted=true").len()), (before, before + 1));
    assert!(!client.read(&format!("/api/2/{path}?allow_deleted=true"))["deleted_at"].is_null());
}

#[test]
fn the_legal_contact_is_the_tenants() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "demo");
    let path = format!("contacts/{}", ids(&client, "")[0]);
    let (status, _) = send(&client, "PUT", &path, r#"{"city":"Gijón"}"#);
    let tenant = client.read(&format!("/api/2/tenants/{CAFE_ID}"));
    assert_eq!((status, &tenant["contact"]["city"]), (200, &"Gijón".into()));
    assert_eq!(send(&client, "DELETE", &path, "").0, 409);
    assert_eq!(send(&client, "PUT", &path, r#"{"types":["billing"]}"#).0, 409);
}

#[test]
fn what_is_refused() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "demo");
    let user = {
        let store = sandbox.acronis.store(Account::find("demo").unwrap());
        let store = store.read().unwrap();
        store.users(store.estate().fixed(CAFE).unwrap()).first().map(|user| user.id.to_string())
    };
    let user = user.unwrap_or_default();
    let with = |field: &str| new("b@t.example").replace(r#""firstname""#, &format!(r#"{field},"firstname""#));
    assert_eq!(send(&client, "POST", "contacts", &new("ana@t.example")).0, 201);
    let conflict = send(&client, "POST", "contacts", &new("Ana@t.example"));
    assert_eq!((conflict.0, &conflict.1["error"]["code"]), (409, &1010.into()));
    for (body, status) in [
        (new("nobody"), 400),
        (new("b@t.example").replace("billing", "legal"), 400),
        (new("b@t.example").replace(r#"["billing","technical"]"#, "[]"), 400),
        (with(r#""colour":"red""#), 400),
        (with(&format!(r#""user_id":"{CAFE_ID}""#)), 400),
        (new("b@t.example").replace(CAFE_ID, "00000000-0000-4000-8000-000000000000"), 404),
        (with(&format!(r#""user_id":"{user}""#)), 201),
    ] {
        assert_eq!(send(&client, "POST", "contacts", &body).0, status, "{body}");
    }
    let moved = format!(r#"{{"tenant_id":"{}"}}"#, client.top());
    assert_eq!(send(&client, "PUT", &format!("contacts/{}", ids(&client, "")[0]), &moved).0, 400);
    let root = Client::new(&sandbox, "root");
    let outside = root.read(&format!("/api/2/tenants/{}", root.top()))["contact"]["id"].clone();
    let outside = outside.as_str().unwrap();
    assert_eq!(client.get(&format!("/api/2/contacts/{outside}")).status, 403);
    assert_eq!(client.get(&format!("/api/2/contacts?uuids={outside}")).status, 403);
}

#[test]
fn roles_and_odd_contacts() {
    let sandbox = sandbox(60);
    let viewer = Client::new(&sandbox, "viewer");
    assert_eq!(viewer.get(&format!("/api/2/tenants/{CAFE_ID}/contacts")).status, 200);
    assert_eq!(send(&viewer, "POST", "contacts", &new("ana@t.example")).0, 403);
    let refused = Client::new(&sandbox, "fault-contacts-403");
    let id = ids(&viewer, "")[0].clone();
    for path in
        [format!("tenants/{CAFE_ID}/contacts"), format!("contacts?uuids={id}"), format!("contacts/{id}")]
    {
        assert_eq!(refused.get(&format!("/api/2/{path}")).status, 403, "{path}");
    }
    assert_eq!(listed(&refused), listed(&viewer));
    let odd = Client::new(&sandbox, "odd-contacts");
    let all = odd.all(&format!("subtree_root_id={}&with_contacts=true", odd.top()));
    let all: Vec<Value> = all.iter().flat_map(|one| one["contacts"].as_array().unwrap().clone()).collect();
    let count = |is: fn(&Value) -> bool| all.iter().filter(|one| is(one)).count();
    assert!(count(|one| one.is_number()) > 0 && count(|one| one["types"] == serde_json::json!([])) > 0);
    assert!(count(|one| one["types"] == serde_json::json!(["vip"])) > 0);
}
