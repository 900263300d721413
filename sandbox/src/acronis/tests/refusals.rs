//! What is refused, and in whose words.

use super::*;

fn refusal(client: &Client<'_>, target: &str) -> (u16, Value) {
    let answer = client.get(target);
    (answer.status, json(&answer)["error"].clone())
}

#[test]
fn unknown_paths_methods_and_operations() {
    let sandbox = sandbox(30);
    let client = Client::new(&sandbox, "demo");
    assert_eq!(client.get("/api/2/nothing").status, 404);
    assert_eq!(client.get("/").status, 404);
    let wrong = client.send(Request::new("PATCH", "/api/2/tenants"));
    assert_eq!((wrong.status, wrong.find_header("allow")), (405, Some("GET, POST")));
    let (status, error) = refusal(&client, "/api/2/versions");
    assert_eq!(status, 501);
    assert!(error["details"]["info"].as_str().unwrap().contains("not simulated by the sandbox"));
}

#[test]
fn without_a_token_nothing_is_told() {
    let sandbox = sandbox(30);
    for target in ["/api/2/users/me", "/api/2/tenants", "/api/2/search", "/api/2/applications"] {
        assert_eq!(sandbox.handle(&Request::new("GET", target), NOW).status, 401, "{target}");
        let made_up = Request::new("GET", target).header("authorization", "Bearer made-up");
        assert_eq!(sandbox.handle(&made_up, NOW).status, 401, "{target}");
    }
}

#[test]
fn parameters_are_held_to_the_contract() {
    let sandbox = sandbox(200);
    let client = Client::new(&sandbox, "demo");
    let top = client.top();
    let many = vec![top.as_str(); 101].join(",");
    for query in [
        "".to_owned(),
        "foo=1".to_owned(),
        format!("subtree_root_id={top}&foo=1"),
        format!("subtree_root_id={top}&limit=0"),
        format!("subtree_root_id={top}&limit=ten"),
        format!("subtree_root_id={top}&lod=all"),
        format!("subtree_root_id={top}&with_contacts=1"),
        format!("subtree_root_id={top}&updated_since=yesterday"),
        format!("subtree_root_id={top}&parent_id={top}"),
        format!("uuids={top}&parent_id={top}"),
        format!("parent_id={top}&parent_id={top}"),
        "uuids=".to_owned(),
        "parent_id=me".to_owned(),
        format!("uuids={many}"),
        "after=made-up".to_owned(),
        "parent_id=%zz".to_owned(),
    ] {
        let (status, error) = refusal(&client, &format!("/api/2/tenants?{query}"));
        assert_eq!(
            (status, &error["code"], &error["message"]),
            (400, &1000.into(), &"bad request".into()),
            "{query}"
        );
        assert!(!error["details"]["info"].as_str().unwrap().is_empty());
    }
    assert_eq!(client.get(&format!("/api/2/search?tenant={top}")).status, 400);
    assert_eq!(client.get(&format!("/api/2/tenants/{top}/children?order=colour")).status, 400);
}

#[test]
fn outside_is_forbidden_and_missing_is_missing() {
    let sandbox = sandbox(60);
    let (demo, root) = (Client::new(&sandbox, "demo"), Client::new(&sandbox, "root"));
    let outside = root.top();
    let missing = "00000000-0000-4000-8000-000000000000";
    for (id, expected, code) in [(outside.as_str(), 403, 1002), (missing, 404, 1104)] {
        for target in [
            format!("tenants/{id}"),
            format!("tenants?parent_id={id}"),
            format!("tenants?subtree_root_id={id}"),
        ] {
            let (status, error) = refusal(&demo, &format!("/api/2/{target}"));
            assert_eq!((status, &error["code"]), (expected, &code.into()), "{target}");
        }
        assert_eq!(demo.get(&format!("/api/2/tenants/{id}/children")).status, expected);
        assert_eq!(demo.get(&format!("/api/2/search?tenant={id}&text=a")).status, expected);
    }
    assert_eq!(demo.get("/api/2/tenants/not-a-uuid").status, 404);
    assert_eq!(demo.get(&format!("/api/2/tenants?uuids={outside}")).status, 403);
    assert!(demo.all(&format!("uuids={missing}")).is_empty());
}

#[test]
fn a_cursor_of_another_account_opens_nothing() {
    let sandbox = sandbox(60);
    let (demo, root) = (Client::new(&sandbox, "demo"), Client::new(&sandbox, "root"));
    let page = root.read(&format!("/api/2/tenants?subtree_root_id={}&limit=5", root.top()));
    let cursor = page["paging"]["cursors"]["after"].as_str().unwrap();
    assert_eq!(demo.get(&format!("/api/2/tenants?after={cursor}")).status, 403);
}

#[test]
fn the_root_is_its_own_parent_and_only_root_sees_it() {
    let sandbox = sandbox(60);
    let root = Client::new(&sandbox, "root");
    let tenant = root.read(&format!("/api/2/tenants/{}", root.top()));
    assert_eq!((&tenant["kind"], &tenant["parent_id"]), (&"root".into(), &tenant["id"]));
}
