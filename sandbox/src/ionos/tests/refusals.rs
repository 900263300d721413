//! What is refused, and how.

use super::*;

#[test]
fn each_wrong_request_has_its_status() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    for (method, target, body, status) in [
        ("GET", "/backupunits/nothing", "", 404),
        ("GET", "/backupunits/nothing/ssourl", "", 404),
        ("GET", "/requests/nothing/status", "", 404),
        ("GET", "/um/users/nothing/owns", "", 404),
        ("GET", "/servers", "", 404),
        ("PATCH", "/backupunits", "{}", 405),
        ("POST", "/um/resources", "{}", 405),
        ("GET", "/backupunits?depth=11", "", 400),
        ("GET", "/backupunits?foo=1", "", 400),
        ("GET", "/requests/nothing/status?depth=1", "", 400),
        ("GET", "/backupunits/%zz", "", 400),
        ("POST", "/backupunits", "{", 400),
        ("POST", "/backupunits", "", 415),
        ("POST", "/backupunits", "[]", 422),
    ] {
        assert_eq!(client.refused(method, target, body).0, status, "{method} {target} {body}");
    }
    let text = Request::new("POST", "/cloudapi/v6/um/groups").with_body("text/plain", "{}");
    assert_eq!(client.send(text).status, 415);
    let no_method = client.write("DELETE", "/um/groups", "");
    assert_eq!(no_method.find_header("allow"), Some("GET, POST"));
}

#[test]
fn every_answer_tells_the_limits() {
    let sandbox = sandbox();
    let mut client = Client::new(&sandbox, "ionos-demo");
    let left = |client: &Client<'_>, target: &str| -> u32 {
        let answer = client.get(target);
        assert_eq!(answer.find_header("X-RateLimit-Limit"), Some("600"));
        assert!(answer.find_header("X-RateLimit-Burst").is_some());
        answer.find_header("X-RateLimit-Remaining").unwrap().parse().unwrap()
    };
    assert_eq!(left(&client, "/backupunits"), 599);
    assert_eq!(left(&client, "/backupunits/nothing"), 598);
    client.wait(60);
    assert_eq!(left(&client, "/backupunits"), 599);
    let nobody = sandbox.handle(&Request::new("GET", "/cloudapi/v6/nothing"), NOW);
    assert!(nobody.status == 404 && nobody.find_header("x-ratelimit-limit").is_some());
}

#[test]
fn the_log_is_told_whose_operation_it_was() {
    let sandbox = sandbox();
    let request = Request::new("GET", "/cloudapi/v6/um/users").header("authorization", &bearer("ionos-demo"));
    let (_, trace) = sandbox.handle_traced(&request, NOW);
    assert_eq!(
        (trace.vendor, trace.operation, trace.account),
        ("ionos", Some("umUsersGet"), Some("ionos-demo"))
    );
    let (_, trace) = sandbox.handle_traced(&Request::new("GET", "/api/2/tenants"), NOW);
    assert_eq!((trace.vendor, trace.operation), ("acronis", Some("tenants_get")));
}
