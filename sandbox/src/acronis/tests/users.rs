//! The user operations: what lists tell is what single users tell, and what is written is read back.

use super::*;

const CAFE_ID: &str = "f313ecf6-9256-4afd-9d47-72e032ee81d0";

fn send(client: &Client<'_>, method: &str, path: &str, body: &str) -> (u16, Value) {
    let request = Request::new(method, &format!("/api/2/{path}"));
    let request = if body.is_empty() { request } else { request.with_body("application/json", body) };
    let answer = client.send(request);
    (answer.status, serde_json::from_slice(&answer.body).unwrap_or_default())
}

fn ids(client: &Client<'_>, tenant: &str) -> Vec<String> {
    let items = client.read(&format!("/api/2/tenants/{tenant}/users"))["items"].clone();
    serde_json::from_value(items).unwrap()
}

fn new(login: &str) -> String {
    format!(
        r#"{{"tenant_id":"{CAFE_ID}","login":"{login}","contact":{{"email":"ana@t.example","firstname":"Ana"}},"language":"es"}}"#
    )
}

#[test]
fn lists_tell_what_single_users_tell() {
    let sandbox = sandbox(300);
    let client = Client::new(&sandbox, "demo");
    let whole = |query: &str| {
        let mut page = client.read(&format!("/api/2/users?subtree_root_tenant_id={}&{query}", client.top()));
        let mut items = page["items"].as_array().unwrap().clone();
        while let Some(cursor) = page.pointer("/paging/cursors/after").and_then(Value::as_str) {
            page = client.read(&format!("/api/2/users?after={cursor}"));
            items.extend(page["items"].as_array().unwrap().iter().cloned());
        }
        items
    };
    let all = whole("limit=50");
    assert!(all.len() > 200 && all == whole("limit=2000"), "{}", all.len());
    let me = client.read("/api/2/users/me");
    assert!(all.contains(&me) && me["login"] == "a.marin@umbrella");
    let own = ids(&client, &client.top());
    let batch = client.read(&format!("/api/2/users?uuids={}", own.join(",")));
    for user in batch["items"].as_array().unwrap() {
        assert_eq!(&client.read(&format!("/api/2/users/{}", user["id"].as_str().unwrap())), user);
        assert!(all.contains(user));
    }
    let with = whole("with_access_policies=true");
    assert!(with.iter().any(|user| user["access_policies"] == serde_json::json!([])));
    assert!(with.iter().any(|user| user["access_policies"][0]["role_id"] == "company_admin"));
    assert_eq!(client.get("/api/2/users").status, 400);
    assert_eq!(client.get("/api/2/users?after=made-up").status, 400);
}

#[test]
fn a_user_is_created_changed_deleted_and_restored() {
    let sandbox = sandbox(60);
    let (client, other) = (Client::new(&sandbox, "own-users-1"), Client::new(&sandbox, "own-users-2"));
    let before = ids(&client, CAFE_ID).len();
    assert_eq!(client.get("/api/2/users/check_login?username=ana").status, 204);
    let (status, made) = send(&client, "POST", "users", &new("ana"));
    assert_eq!((status, &made["activated"], &made["language"]), (200, &false.into(), &"es".into()));
    assert_eq!((ids(&client, CAFE_ID).len(), ids(&other, CAFE_ID).len()), (before + 1, before));
    assert_eq!(client.get("/api/2/users/check_login?username=ANA").status, 409);
    assert_eq!(client.get("/api/2/users/check_login?username=a%20b").status, 406);
    assert_eq!(send(&client, "POST", "users", &new("Ana")).0, 409);
    let path = format!("users/{}", made["id"].as_str().unwrap());
    let version = made["version"].as_u64().unwrap();
    let put = |version: u64| {
        format!(
            r#"{{"version":{version},"enabled":false,"notifications":["quota"],"contact":{{"lastname":"Sanz"}}}}"#
        )
    };
    assert_eq!(send(&client, "PUT", &path, &put(version + 1)).0, 409);
    let (status, changed) = send(&client, "PUT", &path, &put(version));
    assert_eq!(
        (status, &changed["enabled"], &changed["contact"]["firstname"]),
        (200, &false.into(), &"Ana".into())
    );
    assert_eq!(send(&client, "PUT", &format!("{path}/mfa/status"), r#"{"enabled":true}"#).0, 200);
    let now = client.read(&format!("/api/2/{path}"));
    assert_eq!(now["mfa_status"], "setup_required");
    assert_eq!(send(&client, "POST", &format!("{path}/send-activation-email"), "{}").0, 204);
    assert_eq!(send(&client, "DELETE", &format!("{path}/totp/reset"), "{}").0, 204);
    let version = client.read(&format!("/api/2/{path}"))["version"].as_u64().unwrap();
    assert_eq!(send(&client, "DELETE", &format!("{path}?version=1"), "").0, 409);
    assert_eq!(send(&client, "DELETE", &format!("{path}?version={version}"), "").0, 204);
    assert_eq!((client.get(&format!("/api/2/{path}")).status, ids(&client, CAFE_ID).len()), (404, before));
    assert!(!client.read(&format!("/api/2/{path}?allow_deleted=true"))["deleted_at"].is_null());
    assert_eq!(send(&client, "POST", &format!("{path}/restore?enable=true"), "").0, 204);
    assert_eq!(client.read(&format!("/api/2/{path}"))["enabled"], true);
    assert_eq!(send(&client, "POST", &format!("{path}/restore"), "").0, 409);
}

#[test]
fn who_may_not_and_what_is_refused() {
    let sandbox = sandbox(60);
    let viewer = Client::new(&sandbox, "viewer");
    assert_eq!(send(&viewer, "POST", "users", &new("ana")).0, 403);
    let client = Client::new(&sandbox, "demo");
    let outside = Client::new(&sandbox, "root").read("/api/2/users/me")["id"].clone();
    assert_eq!(client.get(&format!("/api/2/users/{}", outside.as_str().unwrap())).status, 403);
    assert_eq!(client.get(&format!("/api/2/users?uuids={}", outside.as_str().unwrap())).status, 403);
    let me = client.read("/api/2/users/me");
    let own = format!("users/{}?version={}", me["id"].as_str().unwrap(), me["version"]);
    assert_eq!(send(&client, "DELETE", &own, "").0, 403);
    for (body, status) in [
        (new("a b"), 400),
        (new("b").replace("ana@t.example", "ana"), 400),
        (new("b").replace(r#""login""#, r#""colour""#), 400),
        (new("b").replace(CAFE_ID, "00000000-0000-4000-8000-000000000000"), 404),
    ] {
        assert_eq!(send(&client, "POST", "users", &body).0, status, "{body}");
    }
}

#[test]
fn policies_of_tenants_are_those_of_their_trustees() {
    let sandbox = sandbox(300);
    let client = Client::new(&sandbox, "demo");
    let of = |tenant: &str| client.read(&format!("/api/2/tenants/{tenant}/access_policies"))["items"].clone();
    let mut kinds = std::collections::BTreeSet::new();
    let tenants = client.all(&format!("subtree_root_id={}&lod=basic", client.top()));
    let mut from_above = 0;
    for tenant in tenants.iter().take(60) {
        let id = tenant["id"].as_str().unwrap();
        for policy in of(id).as_array().unwrap() {
            assert_eq!(policy["tenant_id"], id);
            kinds.insert(policy["trustee_type"].as_str().unwrap().to_owned());
            if policy["trustee_type"] == "user" {
                let user = policy["trustee_id"].as_str().unwrap();
                let own = client.read(&format!("/api/2/users/{user}/access_policies"))["items"].clone();
                assert!(own.as_array().unwrap().contains(policy));
                from_above += usize::from(client.read(&format!("/api/2/users/{user}"))["tenant_id"] != id);
            }
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["client", "user", "user_group"]);
    assert!(from_above > 0);
    let me = client.read("/api/2/users/me")["id"].clone();
    let own = |query: &str| {
        let path = format!("/api/2/users/{}/access_policies{query}", me.as_str().unwrap());
        client.read(&path)["items"].as_array().unwrap().len()
    };
    assert_eq!(own("?includeUserGroupPolicies=true"), own("") + 2);
    let groups = client.read("/api/2/security_groups")["items"].clone();
    let members = format!("/api/2/security_groups/{}/members", groups[1]["id"].as_str().unwrap());
    assert!(client.read(&members)["items"].as_array().unwrap().iter().any(|one| one["id"] == me));
}
