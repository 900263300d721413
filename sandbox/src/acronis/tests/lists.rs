//! `GET /tenants` and its neighbours: every filter, and every tenant exactly once.

use std::collections::{HashMap, HashSet};

use super::*;

#[test]
fn a_subtree_is_listed_once_and_parents_come_first() {
    let sandbox = sandbox(1_000);
    let client = Client::new(&sandbox, "demo");
    let top = client.top();
    for limit in [1_000_000, 999, 97] {
        let all = client.all(&format!("subtree_root_id={top}&lod=stamps&limit={limit}"));
        let mut seen = HashSet::new();
        for item in &all {
            let parent = item["parent_id"].as_str().unwrap();
            assert!(item["id"] == *top || seen.contains(parent), "level order");
            assert!(seen.insert(item["id"].as_str().unwrap()), "twice");
        }
        assert_eq!((all.len(), &all[0]["id"]), (1_000, &top.clone().into()));
    }
}

#[test]
fn one_page_has_no_cursor() {
    let sandbox = sandbox(200);
    let client = Client::new(&sandbox, "demo");
    let page = client.read(&format!("/api/2/tenants?subtree_root_id={}&limit=200", client.top()));
    assert!(page.get("paging").is_none());
    assert_eq!(page["timestamp"], NOW.text());
}

#[test]
fn children_are_the_same_by_every_way() {
    let sandbox = sandbox(400);
    let client = Client::new(&sandbox, "demo");
    let norte = client.id_of("Norte");
    let listed = client.all(&format!("parent_id={norte}&lod=basic&limit=3"));
    let expected = [
        "Almacenes Goya",
        "Dr. Etxeberria y Asociados",
        "Cantábrico Shipping",
        "Café Orquídea S.L.",
        "Ferretería Ruiz",
        "Hotel Miramar Group",
        "Ízaro Labs",
    ];
    assert_eq!(names(&listed), expected);
    let by_name = client.read(&format!("/api/2/tenants/{norte}/children"));
    let back = client.read(&format!("/api/2/tenants/{norte}/children?order=-name"));
    let ids = by_name["items"].as_array().unwrap();
    assert_eq!(ids.len(), 7);
    assert_eq!(ids.iter().rev().cloned().collect::<Vec<_>>(), *back["items"].as_array().unwrap());
    let joined: Vec<&str> = ids.iter().map(|id| id.as_str().unwrap()).collect();
    let by_ids = client.all(&format!("uuids={}&lod=basic&limit=2", joined.join(",")));
    let sorted = [
        "Almacenes Goya",
        "Café Orquídea S.L.",
        "Cantábrico Shipping",
        "Dr. Etxeberria y Asociados",
        "Ferretería Ruiz",
        "Hotel Miramar Group",
        "Ízaro Labs",
    ];
    assert_eq!(names(&by_ids), sorted);
}

#[test]
fn levels_of_detail_hold_what_the_reference_says() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "demo");
    let keys = |lod: &str| -> Vec<String> {
        let page = client.read(&format!("/api/2/tenants?subtree_root_id={}&lod={lod}", client.top()));
        page["items"][0].as_object().unwrap().keys().cloned().collect()
    };
    let stamps = ["created_at", "deleted_at", "id", "parent_id", "updated_at", "version"];
    assert_eq!(keys("stamps"), stamps);
    let basic =
        ["created_at", "deleted_at", "enabled", "id", "kind", "name", "parent_id", "updated_at", "version"];
    assert_eq!(keys("basic"), basic);
    assert!(keys("full").len() > 20);
}

#[test]
fn deleted_ones_show_only_when_asked_for() {
    let sandbox = sandbox(500);
    let client = Client::new(&sandbox, "demo");
    let top = client.top();
    let all = client.all(&format!("subtree_root_id={top}&allow_deleted=true&limit=50"));
    let deleted: Vec<&Value> = all.iter().filter(|item| !item["deleted_at"].is_null()).collect();
    assert!(deleted.len() >= 2 && all.len() - deleted.len() == 500);
    let id = deleted[0]["id"].as_str().unwrap();
    assert_eq!(client.get(&format!("/api/2/tenants/{id}")).status, 404);
    assert_eq!(
        client.read(&format!("/api/2/tenants/{id}?allow_deleted=true"))["deleted_at"],
        deleted[0]["updated_at"]
    );
}

#[test]
fn updated_since_understands_zones() {
    let sandbox = sandbox(500);
    let client = Client::new(&sandbox, "demo");
    let top = client.top();
    let count =
        |since: &str| client.all(&format!("subtree_root_id={top}&lod=stamps&updated_since={since}")).len();
    let some = count("2022-01-01T00:00:00Z");
    assert!((50..450).contains(&some));
    assert_eq!(count("2022-01-01T02:00:00%2B02:00"), some);
    assert_eq!(count("2022-01-01T00:00:00.000"), some);
    assert_eq!((count("2013-01-01T00:00:00Z"), count("2030-01-01T00:00:00Z")), (500, 0));
}

#[test]
fn switches_add_what_they_name() {
    let sandbox = sandbox(300);
    let client = Client::new(&sandbox, "demo");
    let top = client.top();
    let list = |more: &str| client.all(&format!("subtree_root_id={top}&{more}"));
    assert!(list("lod=full").iter().all(|item| item["contacts"] == serde_json::json!([])));
    let with = list("with_contacts=true");
    assert!(with.iter().all(|item| item["contacts"][0]["types"][0] == "legal"));
    let lawyer = with.iter().find(|item| item["name"] == "Dr. Etxeberria y Asociados").unwrap();
    let types = |contact: &Value| contact["types"].as_array().unwrap().clone();
    assert!(!lawyer["contacts"].as_array().unwrap().iter().flat_map(types).any(|one| one == "billing"));
    let counted = list("with_offering_items=true&expand_offering_items=true");
    assert!(!counted.is_empty() && counted.len() < 300);
    let first_type = |item: &Value| item["offering_items"][0]["type"].clone();
    assert!(counted.iter().all(|item| first_type(item) == "count"));
    assert!(!list("with_infra_offering_items=true").is_empty());
}

#[test]
fn fields_vary() {
    let sandbox = sandbox(5_000);
    let client = Client::new(&sandbox, "demo");
    let all = client.all(&format!("subtree_root_id={}", client.top()));
    let mut values: HashMap<&str, HashSet<String>> = HashMap::new();
    for item in &all {
        for (name, value) in item.as_object().unwrap() {
            values.entry(name).or_default().insert(value.to_string());
        }
    }
    let varied = [
        "enabled",
        "pricing_mode",
        "mfa_status",
        "customer_type",
        "language",
        "update_lock",
        "ancestral_access",
        "owner_id",
        "internal_tag",
        "customer_id",
        "has_children",
    ];
    for name in varied {
        assert!(values[name].len() > 1, "{name} is always the same");
    }
    let disabled =
        all.iter().filter(|item| item["name"] == "Cantábrico Shipping").all(|item| item["enabled"] == false);
    let trial =
        all.iter().filter(|item| item["name"] == "Ízaro Labs").all(|item| item["pricing_mode"] == "trial");
    assert!(disabled && trial);
}

#[test]
fn numeric_ids_resolve() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "demo");
    let ask = |body: &str| {
        client.send(Request::new("POST", "/api/2/tenants:resolve_ids").with_body("application/json", body))
    };
    let answer = ask(r#"{"items":[{"id":2},{"id":"2"},{"id":999999}]}"#);
    let top = client.top();
    assert_eq!(json(&answer), serde_json::json!({"items":[{"id":2,"uuid":top},{"id":"2","uuid":top}]}));
    assert_eq!(ask(r#"{"items":[{"id":1}]}"#).status, 403);
    assert_eq!(ask("{").status, 400);
}

#[test]
fn search_finds_tenants_and_users() {
    let sandbox = sandbox(500);
    let client = Client::new(&sandbox, "demo");
    let find = |text: &str, limit: usize| {
        let found = client.read(&format!("/api/2/search?tenant={}&text={text}&limit={limit}", client.top()));
        found["items"].as_array().unwrap().clone()
    };
    let cafe = find("CAF%C3%89+orqu", 10);
    assert_eq!(
        (&cafe[0]["name"], &cafe[0]["path"]),
        (&"Café Orquídea S.L.".into(), &serde_json::json!(["Iberia", "Norte"]))
    );
    assert_eq!(find("e", 3).len(), 3);
    let people = find("%40t", 1000);
    let kinds: HashSet<&str> = people.iter().map(|hit| hit["obj_type"].as_str().unwrap()).collect();
    assert_eq!(kinds, HashSet::from(["tenant", "user"]));
    let user = people.iter().find(|hit| hit["obj_type"] == "user").unwrap();
    assert!(!find(user["login"].as_str().unwrap(), 10).is_empty());
    let read = client.read(&format!("/api/2/users/{}", user["id"].as_str().unwrap()));
    assert_eq!((&read["login"], &read["tenant_id"]), (&user["login"], &user["parent_id"]));
    assert!(find("no-such-thing-anywhere", 10).is_empty());
}

#[test]
fn a_read_embeds_its_path() {
    let sandbox = sandbox(100);
    let client = Client::new(&sandbox, "demo");
    let tenant = client.read("/api/2/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0?embed_path=true");
    assert_eq!(tenant["path"], serde_json::json!(["Umbrella Partners", "Iberia", "Norte"]));
}

#[test]
fn hostile_names_arrive_unharmed() {
    let sandbox = sandbox(30);
    let client = Client::new(&sandbox, "hostile-names");
    let children = client.all(&format!("parent_id={}&lod=basic", client.top()));
    let names = names(&children);
    assert_eq!(names.len(), 10);
    assert!(names.contains(&"") && names.contains(&"     ") && names.contains(&"null"));
    assert!(names.iter().any(|name| name.contains('\0')) && names.iter().any(|name| name.len() == 4000));
}
