//! Backup units from their making to their end.

use super::*;

#[test]
fn a_unit_is_made_changed_and_deleted_as_time_passes() {
    let sandbox = sandbox();
    let mut client = Client::new(&sandbox, "ionos-demo");
    let body = r#"{"properties":{"name":"Neu7","password":"pw","email":"neu@x.example"}}"#;
    let made = client.write("POST", "/backupunits", body);
    let location = made.find_header("location").unwrap().to_owned();
    let unit = json(&made);
    assert_eq!((made.status, &unit["metadata"]["state"]), (202, &"BUSY".into()));
    assert!(unit["properties"].get("password").is_none() && made.find_header("etag").is_some());
    let path = format!("/backupunits/{}", unit["id"].as_str().unwrap());
    for status in ["QUEUED", "RUNNING", "DONE"] {
        let state = if status == "DONE" { "AVAILABLE" } else { "BUSY" };
        assert_eq!(client.status_of(&location), status);
        assert_eq!(client.read(&path)["metadata"]["state"], state);
        client.wait(1);
    }
    let before = client.read(&path);
    let changed = client.write("PATCH", &path, r#"{"email":"other@x.example"}"#);
    assert_eq!(json(&changed)["properties"]["email"], "other@x.example");
    assert_eq!(client.read(&path)["properties"]["email"], "neu@x.example");
    client.wait(2);
    let after = client.read(&path);
    assert_eq!(after["properties"]["email"], "other@x.example");
    for stamp in ["etag", "lastModifiedDate"] {
        assert_ne!(before["metadata"][stamp], after["metadata"][stamp]);
    }
    assert_eq!(before["metadata"]["createdDate"], after["metadata"]["createdDate"]);
    assert_eq!(client.accepted("DELETE", &path, ""), Value::Null);
    assert_eq!(client.read(&path)["metadata"]["state"], "BUSY");
    client.wait(2);
    assert_eq!(client.get(&path).status, 404);
}

#[test]
fn a_busy_unit_takes_no_writes() {
    let sandbox = sandbox();
    let mut client = Client::new(&sandbox, "ionos-demo");
    let path = format!("/backupunits/{}", ids(&client.read("/backupunits"))[0]);
    client.accepted("PUT", &path, r#"{"properties":{"email":"a@x.example"}}"#);
    for (method, body) in [("PATCH", "{}"), ("PUT", r#"{"properties":{}}"#), ("DELETE", "")] {
        let (status, message) = client.refused(method, &path, body);
        assert!(status == 422 && message.contains("BUSY"), "{method}: {status} {message}");
    }
    client.wait(2);
    client.accepted("DELETE", &path, "");
}

#[test]
fn or_it_queues_them_as_the_contract_says_of_busy() {
    let sandbox = sandbox();
    let mut client = Client::new(&sandbox, "ionos-queue");
    let path = format!("/backupunits/{}", ids(&client.read("/backupunits"))[0]);
    client.accepted("PATCH", &path, r#"{"email":"first@x.example"}"#);
    let second = client.write("PATCH", &path, r#"{"email":"second@x.example"}"#);
    let location = second.find_header("location").unwrap().to_owned();
    for (status, email) in [
        ("QUEUED", None),
        ("QUEUED", None),
        ("QUEUED", Some("first")),
        ("RUNNING", None),
        ("DONE", Some("second")),
    ] {
        assert_eq!(client.status_of(&location), status);
        if let Some(email) = email {
            assert_eq!(client.read(&path)["properties"]["email"], format!("{email}@x.example"));
        }
        client.wait(1);
    }
}

#[test]
fn names_and_addresses_are_checked() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    for (properties, parts) in [
        (r#"{"name":"two words"}"#, vec!["properties.name", "alphanumeric"]),
        (r#"{"name":"Köln"}"#, vec!["properties.name", "alphanumeric"]),
        (r#"{"name":"a-b"}"#, vec!["properties.name", "alphanumeric"]),
        (r#"{"name":""}"#, vec!["properties.name", "required"]),
        (r#"{"name":"FILESERVERKOELN"}"#, vec!["properties.name", "already exists"]),
        (r#"{"name":"Good","email":"nonsense"}"#, vec!["properties.email", "e-mail"]),
        (r#"{"name":"b ad","email":"","password":""}"#, vec![".name", ".email", ".password"]),
        (r#"{"name":7}"#, vec!["/properties/name"]),
        ("{}", vec!["name"]),
    ] {
        let (status, message) =
            client.refused("POST", "/backupunits", &format!(r#"{{"properties":{properties}}}"#));
        assert_eq!(status, 422, "{properties}");
        assert!(parts.iter().all(|part| message.contains(part)), "{properties}: {message}");
    }
    let path = format!("/backupunits/{}", client.id_of("/backupunits", "Kassen01"));
    let renamed = client.refused("PATCH", &path, r#"{"name":"Kassen99"}"#);
    assert!(renamed.0 == 422 && renamed.1.contains("immutable"), "{renamed:?}");
    // The vendor's own client sends the name along.
    client.accepted("PUT", &path, r#"{"properties":{"name":"Kassen01","password":"x"}}"#);
}

#[test]
fn a_deleted_unit_leaves_the_resources_and_the_groups() {
    let sandbox = sandbox();
    let mut client = Client::new(&sandbox, "ionos-demo");
    let unit = client.id_of("/backupunits", "FileserverKoeln");
    let group = client.id_of("/um/groups", "Backup operators");
    let shares = format!("/um/groups/{group}/shares");
    assert!(ids(&client.read(&shares)).contains(&unit));
    assert_eq!(client.get(&format!("/um/resources/backupunit/{unit}")).status, 200);
    client.accepted("DELETE", &format!("/backupunits/{unit}"), "");
    client.wait(2);
    assert!(!ids(&client.read(&shares)).contains(&unit));
    assert!(!ids(&client.read("/um/resources/backupunit")).contains(&unit));
    assert_eq!(client.get(&format!("/um/resources/backupunit/{unit}")).status, 404);
}

#[test]
fn each_sign_on_url_is_new() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let path = format!("/backupunits/{}/ssourl", ids(&client.read("/backupunits"))[0]);
    let url = || client.read(&path)["ssoUrl"].as_str().unwrap().to_owned();
    let (one, other) = (url(), url());
    assert!(one.starts_with("https://") && one.contains("&expires=") && one != other, "{one}");
}

#[test]
fn accounts_do_not_disturb_one_another() {
    let sandbox = sandbox();
    let mut client = Client::new(&sandbox, "ionos-own-1");
    let path = format!("/backupunits/{}", ids(&client.read("/backupunits"))[0]);
    client.accepted("DELETE", &path, "");
    client.wait(2);
    assert_eq!(client.get(&path).status, 404);
    assert_eq!(Client::new(&sandbox, "ionos-own-2").get(&path).status, 200);
}
