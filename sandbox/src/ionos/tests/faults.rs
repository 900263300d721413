//! Each account that behaves badly does so, and no further.

use super::*;

const PATCH: &str = r#"{"email":"x@y.example"}"#;

/// A client and the paths of its units.
fn start<'a>(sandbox: &'a Sandbox, account: &str) -> (Client<'a>, Vec<String>) {
    let client = Client::new(sandbox, account);
    let units = ids(&client.read("/backupunits"));
    (client, units.iter().map(|id| format!("/backupunits/{id}")).collect())
}

fn locate(client: &Client<'_>, path: &str) -> String {
    client.write("PATCH", path, PATCH).find_header("location").unwrap().to_owned()
}

#[test]
fn a_run_of_writes_meets_a_429() {
    let sandbox = sandbox();
    let (mut client, units) = start(&sandbox, "ionos-429");
    let write = |client: &Client<'_>, at: usize| client.write("PATCH", &units[at], PATCH);
    assert_eq!([0, 1, 2].map(|at| write(&client, at).status), [202, 202, 429]);
    let refused = write(&client, 2);
    assert_eq!((refused.status, refused.find_header("retry-after")), (429, Some("1")));
    assert_eq!(refused.find_header("x-ratelimit-remaining"), Some("0"));
    assert_eq!(client.get(&units[2]).status, 200);
    client.wait(1);
    assert_eq!([2, 3, 4].map(|at| write(&client, at).status), [202, 202, 429]);
}

#[test]
fn maintenance_is_html() {
    let sandbox = sandbox();
    let (client, units) = start(&sandbox, "ionos-503-html");
    let answer = client.write("DELETE", &units[0], "");
    assert_eq!((answer.status, answer.find_header("content-type")), (503, Some("text/html; charset=utf-8")));
    assert_eq!(client.read(&units[0])["metadata"]["state"], "AVAILABLE");
}

#[test]
fn a_trial_reads_only() {
    let sandbox = sandbox();
    let (client, units) = start(&sandbox, "ionos-trial");
    assert_eq!(client.refused("PATCH", &units[0], PATCH).0, 402);
    client.accepted("POST", "/um/groups", r#"{"properties":{"name":"a"}}"#);
}

#[test]
fn the_location_may_be_foreign() {
    let sandbox = sandbox();
    let (mut client, units) = start(&sandbox, "ionos-foreign-location");
    assert!(
        locate(&client, &units[0]).starts_with("https://requests.elsewhere.example/cloudapi/v6/requests/")
    );
    client.wait(2);
    assert_eq!(client.read(&units[0])["properties"]["email"], "x@y.example");
}

#[test]
fn a_request_may_never_end() {
    let sandbox = sandbox();
    let (mut client, units) = start(&sandbox, "ionos-endless");
    let location = locate(&client, &units[0]);
    client.wait(86_400);
    assert_eq!(client.status_of(&location), "RUNNING");
    assert_eq!(client.read(&units[0])["metadata"]["state"], "BUSY");
}

#[test]
fn the_status_may_be_unreadable() {
    let sandbox = sandbox();
    let (mut client, units) = start(&sandbox, "ionos-hang");
    let location = locate(&client, &units[0]);
    client.wait(2);
    let path = location.strip_prefix("http://api.test/cloudapi/v6").unwrap();
    let delays = [(); 3].map(|()| {
        let answer = client.get(path);
        (answer.status, answer.delay.as_secs())
    });
    assert_eq!(delays, [(500, 0), (500, 30), (500, 30)]);
    let unit = client.read(&units[0]);
    assert_eq!(
        (&unit["metadata"]["state"], &unit["properties"]["email"]),
        (&"AVAILABLE".into(), &"x@y.example".into())
    );
}

#[test]
fn a_unit_may_be_gone() {
    let sandbox = sandbox();
    let (client, units) = start(&sandbox, "ionos-gone");
    assert_eq!([0, 0, 1].map(|at| client.get(&units[at]).status), [200, 404, 200]);
    assert_eq!(client.write("PATCH", &units[1], PATCH).status, 404);
    client.accepted("PATCH", &units[2], PATCH);
}

#[test]
fn an_item_may_have_no_properties() {
    let sandbox = sandbox();
    let (client, _) = start(&sandbox, "ionos-bad-items");
    for depth in [0, 1] {
        let list = client.read(&format!("/backupunits?depth={depth}"));
        let bad = list["items"].as_array().unwrap().iter().filter(|one| one.get("properties").is_none());
        assert_eq!(bad.count(), 1);
    }
}

#[test]
fn a_request_may_fail_and_change_nothing() {
    let sandbox = sandbox();
    let (mut client, units) = start(&sandbox, "ionos-failed");
    let before = client.read(&units[0]);
    let location = locate(&client, &units[0]);
    client.accepted("DELETE", &units[1], "");
    let made = client.accepted("POST", "/backupunits", r#"{"properties":{"name":"Never"}}"#);
    assert_eq!(client.read(&units[0])["metadata"]["state"], "BUSY");
    client.wait(2);
    assert_eq!(client.status_of(&location), "FAILED");
    assert_eq!(client.read(&units[0]), before);
    assert_eq!(client.get(&units[1]).status, 200);
    assert_eq!(client.get(&format!("/backupunits/{}", made["id"].as_str().unwrap())).status, 404);
}
