//! Every answer to a spread of requests keeps the contract.

use tenantry_contracts::Vendor;

use super::*;
use crate::check::acronis::violations;

fn targets(client: &Client<'_>) -> Vec<Request> {
    let (top, cafe) = (client.top(), "f313ecf6-9256-4afd-9d47-72e032ee81d0");
    let everything = "with_contacts=true&with_offering_items=true&with_infra_offering_items=true&expand_offering_items=true&allow_deleted=true";
    let mut targets = vec![
        "/api/2/users/me".to_owned(),
        format!("/api/2/clients/{}", client.id),
        "/api/2/clients/4557d5f5-7881-54f4-83a5-212f19d355c1".to_owned(),
        "/.well-known/openid-configuration".to_owned(),
        format!("/api/2/tenants?uuids={top},{cafe}"),
        format!("/api/2/tenants?parent_id={top}&{everything}"),
        format!("/api/2/tenants?parent_id={cafe}&lod=stamps"),
        format!("/api/2/tenants/{top}"),
        format!("/api/2/tenants/{cafe}?embed_path=true&allow_deleted=true"),
        format!("/api/2/tenants/{top}/children?order=status"),
        format!("/api/2/tenants/{top}/children?order=nothing"),
        format!("/api/2/search?tenant={top}&text=a&limit=200&allow_deleted=true"),
        "/api/2/search?tenant=x&text=a".to_owned(),
        "/api/2/tenants?limit=-1".to_owned(),
        "/api/2/tenants/00000000-0000-4000-8000-000000000000".to_owned(),
        "/api/2/users".to_owned(),
        "/api/2/users/00000000-0000-4000-8000-000000000000".to_owned(),
    ];
    for lod in ["stamps", "basic", "full"] {
        targets.push(format!("/api/2/tenants?subtree_root_id={top}&lod={lod}&limit=50&{everything}"));
        targets.push(format!("/api/2/tenants?subtree_root_id={top}&lod={lod}&allow_deleted=true"));
    }
    let of_cafe = json(&client.get(&format!("/api/2/tenants?uuids={cafe}&with_contacts=true")));
    let contact = of_cafe["items"][0]["contacts"][0]["id"].as_str().unwrap_or(cafe).to_owned();
    targets.extend([
        format!("/api/2/tenants/{cafe}/contacts?allow_deleted=true"),
        format!("/api/2/contacts?uuids={contact},{cafe}&allow_deleted=true"),
        "/api/2/contacts".to_owned(),
        "/api/2/contacts?uuids=me".to_owned(),
        format!("/api/2/contacts/{contact}"),
        format!("/api/2/contacts/{cafe}"),
    ]);
    targets.extend(settings_targets(&top, cafe));
    let me = json(&client.get("/api/2/users/me"))["id"].as_str().unwrap_or(cafe).to_owned();
    targets.extend(user_targets(&top, cafe, &me));
    let mut requests: Vec<Request> = targets.iter().map(|target| Request::new("GET", target)).collect();
    for body in [r#"{"items":[{"id":2},{"id":3}]}"#, r#"{"items":[{"id":1}]}"#, "[]", "{"] {
        let request = Request::new("POST", "/api/2/tenants:resolve_ids");
        requests.push(request.clone().with_body("application/json", body));
        requests.push(request.with_body("text/plain", body));
    }
    for body in [r#"{"value":{"a":1},"lock":true}"#, r#"{"value":[]}"#, "{"] {
        let request = Request::new("PUT", &settings::path(settings::BACKUP, cafe, "retention_days"));
        requests.push(request.clone().with_body("application/json", body));
        requests.push(request.with_body("text/plain", body));
    }
    let new = |email: &str| {
        format!(
            r#"{{"tenant_id":"{cafe}","types":["billing"],"email":"{email}","firstname":"Ana","lastname":null}}"#
        )
    };
    for body in [new("ana@t.example"), new("ana@t.example"), new("ana"), "{}".to_owned(), "{".to_owned()] {
        let post = Request::new("POST", "/api/2/contacts");
        let put = Request::new("PUT", &format!("/api/2/contacts/{contact}"));
        for request in [post, put] {
            requests.push(request.clone().with_body("application/json", &body));
            requests.push(request.with_body("text/plain", &body));
        }
    }
    requests.extend(user_writes(cafe, &me));
    requests.push(Request::new("DELETE", &format!("/api/2/contacts/{contact}")));
    requests.push(Request::new("DELETE", &format!("/api/2/contacts/{cafe}")));
    requests.extend(tenant_writes(&top, cafe));
    for name in ["retention_days", "retention_days", "nothing"] {
        requests.push(Request::new("DELETE", &settings::path(settings::BACKUP, cafe, name)));
    }
    requests
}

fn tenant_writes(top: &str, cafe: &str) -> Vec<Request> {
    let mut requests = Vec::new();
    let new = |name: &str, parent: &str, kind: &str| {
        format!(r#"{{"name":"{name}","parent_id":"{parent}","kind":"{kind}"}}"#)
    };
    let bodies = [
        new("Lugo", top, "customer"),
        new("Lugo", top, "customer"),
        new("", top, "customer"),
        new("Lugo", cafe, "partner"),
        new("Mostrador", cafe, "unit"),
        new("Mostrador", top, "galaxy"),
        "{}".to_owned(),
        "{".to_owned(),
        r#"{"version":1,"name":"x","colour":"red"}"#.to_owned(),
        r#"{"version":1,"name":"x"}"#.to_owned(),
        r#"{"version":1,"mode":"production"}"#.to_owned(),
    ];
    for body in bodies {
        let post = Request::new("POST", "/api/2/tenants");
        let put = Request::new("PUT", &format!("/api/2/tenants/{cafe}"));
        let pricing = Request::new("PUT", &format!("/api/2/tenants/{cafe}/pricing"));
        requests.extend([post, put, pricing].map(|request| request.with_body("application/json", &body)));
    }
    requests.extend([
        Request::new("GET", &format!("/api/2/tenants/{cafe}/pricing")),
        Request::new("GET", "/api/2/tenants/me/pricing"),
        Request::new("GET", &format!("/api/2/tenants/{cafe}/offering_items?edition=*")),
        Request::new("GET", &format!("/api/2/tenants/{top}/offering_items?edition=*&status=1")),
        Request::new("GET", &format!("/api/2/tenants/{top}/offering_items")),
        Request::new("GET", &format!("/api/2/tenants/{top}/usages")),
        Request::new("PUT", &format!("/api/2/tenants/{cafe}/offering_items")).with_body(
            "application/json",
            r#"{"offering_items":[{"name":"pw_base_vms","status":1,"quota":{"value":5,"overage":1,"version":1}}]}"#,
        ),
        Request::new("PUT", &format!("/api/2/tenants/{cafe}/offering_items"))
            .with_body("application/json", r#"{"offering_items":[]}"#),
        Request::new("GET", "/api/2/tenants/me/usages"),
        Request::new("DELETE", &format!("/api/2/tenants/{cafe}?version=1")),
        Request::new("DELETE", &format!("/api/2/tenants/{cafe}")),
        Request::new("POST", "/api/2/tenants/batch/delete")
            .with_body("application/json", &format!(r#"{{"items":[{{"id":"{cafe}","version":1}}]}}"#)),
        Request::new("POST", "/api/2/tenants/batch/delete").with_body("application/json", "{}"),
        Request::new("POST", &format!("/api/2/tenants/{cafe}/restore")),
        Request::new("POST", "/api/2/tenants/me/restore?force=true"),
    ]);
    requests
}

fn user_targets(top: &str, cafe: &str, me: &str) -> Vec<String> {
    let subtree = format!("/api/2/users?subtree_root_tenant_id={top}");
    vec![
        format!("{subtree}&limit=50&with_access_policies=true&allow_deleted=true"),
        format!("{subtree}&limit=50&lod=stamps"),
        format!("{subtree}&limit=50&lod=basic"),
        format!("/api/2/users?uuids={me},{cafe}"),
        format!("/api/2/users/{me}?allow_deleted=true"),
        format!("/api/2/users/{me}/access_policies?includeUserGroupPolicies=true"),
        format!("/api/2/users/{cafe}/access_policies"),
        format!("/api/2/tenants/{top}/users?order=-login&include_grand_children=true"),
        format!("/api/2/tenants/{cafe}/users?order=odd"),
        format!("/api/2/tenants/{top}/access_policies"),
        format!("/api/2/tenants/{cafe}/access_policies?trusteeType=user"),
        "/api/2/security_groups".to_owned(),
        format!("/api/2/security_groups/{cafe}/members"),
        "/api/2/users/check_login?username=free".to_owned(),
        "/api/2/users/check_login?username=a%20b".to_owned(),
    ]
}

fn user_writes(cafe: &str, me: &str) -> Vec<Request> {
    let new = format!(r#"{{"tenant_id":"{cafe}","login":"new","contact":{{"email":"new@t.example"}}}}"#);
    let mut requests = Vec::new();
    for body in [new.as_str(), r#"{"version":1,"language":"de"}"#, "{}", "{"] {
        for (method, path) in [
            ("POST", "users".to_owned()),
            ("PUT", format!("users/{me}")),
            ("PUT", format!("users/{me}/mfa/status")),
            ("DELETE", format!("users/{me}/totp/reset")),
            ("POST", format!("users/{me}/send-activation-email")),
        ] {
            let request = Request::new(method, &format!("/api/2/{path}"));
            requests.push(request.with_body("application/json", body));
        }
    }
    requests.push(Request::new("DELETE", &format!("/api/2/users/{me}?version=1")));
    requests.push(Request::new("DELETE", &format!("/api/2/users/{cafe}?version=1")));
    requests.push(Request::new("GET", &format!("/api/2/tenants/{cafe}/applications/roles")));
    requests.push(Request::new("GET", &format!("/api/2/tenants/{cafe}/clients")));
    requests.push(Request::new("GET", &format!("/api/2/clients?uuids={me}")));
    let client = format!(
        r#"{{"type":"api_client","tenant_id":"{cafe}","token_endpoint_auth_method":"client_secret_basic"}}"#
    );
    requests.push(Request::new("POST", "/api/2/clients").with_body("application/json", &client));
    let path = format!("/api/2/clients/{me}");
    requests.push(Request::new("PUT", &path).with_body("application/json", r#"{"status":"disabled"}"#));
    requests.push(Request::new("DELETE", &path));
    requests.push(Request::new("POST", &format!("{path}/reset_secret")).with_body("application/json", "{}"));
    for items in
        ["[]".to_owned(), format!(r#"[{{"trustee_id":"{me}","trustee_type":"user","role_id":"x"}}]"#)]
    {
        let body = format!(r#"{{"timestamp":"2026-01-01T00:00:00Z","items":{items}}}"#);
        let put = Request::new("PUT", &format!("/api/2/users/{me}/access_policies"));
        requests.push(put.with_body("application/json", &body));
    }
    requests.push(Request::new("POST", &format!("/api/2/users/{me}/restore")));
    requests
}

fn settings_targets(top: &str, cafe: &str) -> Vec<String> {
    let mut targets = vec!["/api/2/applications".to_owned(), format!("/api/2/tenants/{cafe}/settings")];
    for id in [settings::BACKUP, "7459244f-68f3-3bf4-9f53-5f63ecc1d91f", cafe, "me"] {
        let application = format!("/api/2/applications/{id}");
        let tenants = format!("{application}/settings/tenants");
        targets.extend([
            format!("{application}/settings/schemas"),
            format!("{tenants}?uuids={cafe},{top}&allow_deleted=true"),
            tenants.clone(),
            format!("{tenants}?uuids=me"),
            format!("{tenants}/{cafe}"),
            format!("{tenants}/me"),
            format!("{tenants}/{cafe}/retention_days"),
            format!("{tenants}/{cafe}/report%2Fweekly%2050%25"),
            format!("{tenants}/{cafe}/nothing"),
        ]);
        targets.push(application);
    }
    targets
}

#[test]
fn every_answer_keeps_the_contract() {
    // Unchecked by itself, so that a violation is reported by its own name.
    let sandbox = Sandbox::new(Settings { tenants: 700, ..Settings::default() });
    let contract = Vendor::Acronis.contract();
    let mut checked = 0;
    for account in [
        "demo",
        "root",
        "hostile-names",
        "fault-page",
        "fault-forbidden",
        "fault-429",
        "viewer",
        "fault-settings-403",
        "fault-put-403",
        "fault-put-late",
        "fault-put-differs",
        "fault-put-415",
        "fault-contacts-403",
        "client-only",
        "nobody",
        "short-life",
    ] {
        let client = Client::new(&sandbox, account);
        for request in targets(&client) {
            let operation = contract.find(&request.method, &request.path).unwrap().operation;
            for answer in [client.send(request.clone()), sandbox.handle(&request, NOW)] {
                let found = violations(operation, &answer);
                assert!(found.is_empty(), "{account} {request:?} {}: {:?}", answer.status, found.first());
                checked += 1;
            }
        }
    }
    assert!(checked > 300);
}

#[test]
fn token_answers_keep_the_contract() {
    let sandbox = sandbox(30);
    let media = "application/x-www-form-urlencoded";
    for path in ["/api/2/idp/token", "/api/2/idp/revoke_token"] {
        let operation = Vendor::Acronis.contract().find("POST", path).unwrap().operation;
        for body in
            ["", "grant_type=client_credentials&token=x", "grant_type=password", "token=x&token_type_hint=y"]
        {
            for request in [
                Request::new("POST", path),
                Request::new("POST", path).header("authorization", &basic("demo")),
            ] {
                let answer = sandbox.handle(&request.with_body(media, body), NOW);
                assert_eq!(violations(operation, &answer), [], "{path} {body}");
            }
        }
    }
}

#[test]
fn the_check_refuses_what_breaks_the_contract() {
    let operation = Vendor::Acronis.contract().operation("tenants_get").unwrap();
    let broken = Response::json(200, r#"{"items":[{"id":5}]}"#.to_owned());
    assert!(violations(operation, &broken).len() >= 2);
}
