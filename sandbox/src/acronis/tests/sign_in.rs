//! Tokens.

use super::*;

fn form(body: &str) -> Request {
    Request::new("POST", "/api/2/idp/token").with_body("application/x-www-form-urlencoded", body)
}

fn error(sandbox: &Sandbox, request: &Request) -> (u16, String) {
    let answer = sandbox.handle(request, NOW);
    (answer.status, json(&answer)["error"].as_str().unwrap().to_owned())
}

#[test]
fn both_client_authentications_work() {
    let sandbox = sandbox(30);
    let secret = Account::find("demo").unwrap().secret(7);
    let post = form(&format!("grant_type=client_credentials&client_id=demo&client_secret={secret}"));
    for request in [post, token_request("demo")] {
        let token = json(&sandbox.handle(&request, NOW));
        assert_eq!((&token["token_type"], &token["expires_in"]), (&"bearer".into(), &600.into()));
        assert_eq!(token["expires_on"], NOW.0 + 600);
    }
}

#[test]
fn wrong_requests_are_refused_as_oauth_says() {
    let sandbox = sandbox(30);
    let wrong = form("grant_type=client_credentials&client_id=demo&client_secret=no");
    assert_eq!(error(&sandbox, &wrong), (401, "invalid_client".into()));
    assert_eq!(error(&sandbox, &form("grant_type=client_credentials")), (401, "invalid_client".into()));
    assert_eq!(error(&sandbox, &form("client_id=demo")), (400, "invalid_request".into()));
    assert_eq!(error(&sandbox, &form("grant_type=magic")), (400, "unsupported_grant_type".into()));
    assert_eq!(error(&sandbox, &form("grant_type=password")), (400, "unsupported_grant_type".into()));
    assert_eq!(error(&sandbox, &form("grant_type=a&grant_type=b")), (400, "invalid_request".into()));
    let as_json = Request::new("POST", "/api/2/idp/token").with_body("application/json", "{}");
    assert_eq!(error(&sandbox, &as_json), (400, "invalid_request".into()));
}

#[test]
fn what_tells_who_has_signed_in_differs_by_account() {
    let sandbox = sandbox(30);
    let statuses = |account: &str| {
        let client = Client::new(&sandbox, account);
        ["/users/me".to_owned(), format!("/clients/{account}")]
            .map(|path| client.get(&format!("/api/2{path}")).status)
    };
    assert_eq!(statuses("demo"), [200, 200]);
    assert_eq!(statuses("client-only"), [401, 200]);
    assert_eq!(statuses("nobody"), [404, 403]);
    let demo = Client::new(&sandbox, "demo");
    let told = demo.read("/api/2/clients/demo");
    assert_eq!(told["data"]["client_name"], "Umbrella reporting");
    assert_eq!(told["tenant_id"], demo.read("/api/2/users/me")["tenant_id"]);
    assert_eq!(demo.get("/api/2/clients/root").status, 404, "nobody else's");
}

#[test]
fn the_account_texts_spells_numbers_and_truth_values_as_texts() {
    let sandbox = sandbox(700);
    let answer = json(&sandbox.handle(&token_request("texts"), NOW));
    assert_eq!((&answer["expires_in"], answer["expires_on"].is_string()), (&"600".into(), true));
    let client = Client::new(&sandbox, "texts");
    let me = client.read("/api/2/users/me");
    assert_eq!((&me["login"], &me["activated"]), (&Value::Null, &"true".into()));
    let tenant = client.read(&format!("/api/2/tenants/{}", client.top()));
    assert_eq!((&tenant["enabled"], tenant["version"].is_string()), (&"true".into(), true));
    // What a customer has set is the customer's own.
    let cafe = "f313ecf6-9256-4afd-9d47-72e032ee81d0";
    let setting = client.read(&settings::path(settings::BACKUP, cafe, "retention_days"));
    assert!(
        setting["effective"]["value"].is_number() && setting["effective"]["lock"].is_string(),
        "{setting}"
    );
}

#[test]
fn tokens_of_the_account_short_life_live_20_seconds() {
    let sandbox = sandbox(30);
    assert_eq!(json(&sandbox.handle(&token_request("short-life"), NOW))["expires_in"], 20);
}

#[test]
fn tokens_expire_and_can_be_revoked() {
    let sandbox = sandbox(30);
    let client = Client::new(&sandbox, "demo");
    let ask = |at: Moment| {
        let request = Request::new("GET", "/api/2/users/me");
        sandbox.handle(&request.header("authorization", &format!("bearer {}", client.token)), at).status
    };
    assert_eq!(ask(Moment(NOW.0 + 599)), 200);
    let revoke = |account: &str| {
        let request =
            Request::new("POST", "/api/2/idp/revoke_token").header("authorization", &basic(account));
        sandbox.handle(
            &request.with_body("application/x-www-form-urlencoded", &format!("token={}", client.token)),
            NOW,
        )
    };
    assert_eq!(revoke("root").status, 200);
    assert_eq!(ask(NOW), 200, "another client's token stays");
    assert_eq!(revoke("demo").status, 200);
    assert_eq!(ask(NOW), 401);
    let second = Client::new(&sandbox, "demo");
    assert_ne!(second.token, client.token);
    let late =
        Request::new("GET", "/api/2/users/me").header("authorization", &format!("Bearer {}", second.token));
    assert_eq!(sandbox.handle(&late, Moment(NOW.0 + 600)).status, 401);
}
