//! The IONOS part through the server and its proxy.

use serde_json::Value;

use super::Server;

/// The account of that id, as the sandbox tells it.
fn account(server: &Server, id: &str) -> Value {
    let unlisted = if id.starts_with("ionos-own-") { "unlisted-" } else { "" };
    let all = server.site(&format!("GET /sandbox/{unlisted}accounts.json"), "").json();
    let mut found = all["accounts"].as_array().unwrap().iter().filter(|one| one["vendor"] == "ionos");
    found.find(|one| one["client_id"] == id).unwrap().clone()
}

#[test]
fn ionos_is_in_the_configuration() {
    let server = Server::start("with-ionos", &[]);
    let config = server.site("GET /config.json", "").json();
    let (vendor, ionos) = (&server.vendor, &config["connections"][1]);
    assert_eq!((&ionos["vendor"], &ionos["label"]), (&"ionos".into(), &"IONOS 31884391".into()));
    assert_eq!(ionos["upstream"], format!("http://{vendor}/cloudapi/v6"));
    assert_eq!(ionos["route"], serde_json::json!({ "kind": "path", "prefix": "/proxy/ionos" }));
}

#[test]
fn ionos_is_written_through_the_proxy() {
    let server = Server::start("ionos", &[]);
    let account = account(&server, "ionos-own-1");
    let token = format!("authorization: Bearer {}\r\n", account["token"].as_str().unwrap());
    let headers = format!("{token}content-type: application/json\r\nx-contract-number: 31884391\r\n");
    let line = "POST /proxy/ionos/cloudapi/v6/backupunits";
    let made = Server::ask(&server.site, line, &headers, r#"{"properties":{"name":"Proxied"}}"#);
    assert_eq!(
        (made.status, made.header("content-security-policy")),
        (202, Some("sandbox; default-src 'none'"))
    );
    assert!(made.header("x-ratelimit-remaining").is_some());
    let location = made.header("location").unwrap();
    let path = location.strip_prefix(&format!("http://{}", server.vendor)).unwrap();
    let status = server.site(&format!("GET /proxy/ionos{path}"), &token);
    assert!(["QUEUED", "RUNNING", "DONE"].contains(&status.json()["metadata"]["status"].as_str().unwrap()));
    for (line, status) in [
        ("GET /proxy/ionos/api/2/tenants", 404),
        ("GET /proxy/acronis/cloudapi/v6/backupunits", 404),
        ("GET /proxy/ionos/cloudapi/v6/requests", 404),
        ("DELETE /proxy/ionos/cloudapi/v6/backupunits", 405),
    ] {
        assert_eq!(server.site(line, &token).status, status, "{line}");
    }
    let log = std::fs::read_to_string(server.folder.join("log")).unwrap();
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<(&str, &str)> = lines
        .iter()
        .map(|line| (line["vendor"].as_str().unwrap(), line["operation"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("ionos", "backupunitsPost"), ("ionos", "requestsStatusGet")]);
    assert!(lines.iter().all(|line| line["account"] == "ionos-own-1") && !log.contains("Bearer"));
}
