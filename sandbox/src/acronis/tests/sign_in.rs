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
