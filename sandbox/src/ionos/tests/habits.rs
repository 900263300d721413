//! Each account with the habits of real servers has them.

use super::*;

#[test]
fn a_unit_is_born_slowly_and_lingers_when_it_is_deleted() {
    let sandbox = sandbox();
    let mut client = Client::new(&sandbox, "ionos-late");
    let before = ids(&client.read("/backupunits"));
    let answer = client.write("POST", "/backupunits", r#"{"properties":{"name":"Late"}}"#);
    let (id, location) =
        (json(&answer)["id"].as_str().unwrap().to_owned(), answer.find_header("location").unwrap());
    let status = location.strip_prefix("http://api.test/cloudapi/v6").unwrap().to_owned();
    let path = format!("/backupunits/{id}");
    for (wait, unit, listed) in [(0, 404, 0), (40, 404, 0), (5, 200, 1)] {
        client.wait(wait);
        assert_eq!((client.get(&path).status, client.get(&status).status), (unit, 404));
        assert_eq!(ids(&client.read("/backupunits")).len(), before.len() + listed);
    }
    client.accepted("DELETE", &path, "");
    client.wait(2);
    assert_eq!((client.get(&path).status, ids(&client.read("/backupunits")).contains(&id)), (404, true));
    client.wait(10);
    assert!(!ids(&client.read("/backupunits")).contains(&id));
}

#[test]
fn shares_and_members_are_seen_late() {
    let sandbox = sandbox();
    let mut client = Client::new(&sandbox, "ionos-late-shares");
    let group = json(&client.write("POST", "/um/groups", r#"{"properties":{"name":"New"}}"#));
    let group = format!("/um/groups/{}", group["id"].as_str().unwrap());
    let unit = ids(&client.read("/backupunits"))[0].clone();
    let user = ids(&client.read("/um/users"))[3].clone();
    client.accepted("POST", &format!("{group}/shares/{unit}"), r#"{"properties":{"editPrivilege":true}}"#);
    client.accepted("POST", &format!("{group}/users"), &format!(r#"{{"id":"{user}"}}"#));
    let seen = |client: &Client<'_>| {
        let lists =
            ["shares", "resources", "users"].map(|list| ids(&client.read(&format!("{group}/{list}"))).len());
        (client.get(&format!("{group}/shares/{unit}")).status, lists)
    };
    assert_eq!(seen(&client), (404, [0, 0, 0]));
    client.wait(6);
    assert_eq!(seen(&client), (200, [1, 1, 1]));
}

#[test]
fn a_unit_alone_is_busy_and_its_list_is_right() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-list-only");
    let id = ids(&client.read("/backupunits"))[0].clone();
    let alone = client.read(&format!("/backupunits/{id}"));
    assert_eq!(
        (&alone["metadata"], &alone["properties"]),
        (&serde_json::json!({"state": "BUSY"}), &serde_json::json!({}))
    );
    let list = client.read("/backupunits?depth=1");
    assert_eq!(list["items"][0]["metadata"]["state"], "AVAILABLE");
    let changed = client.write("PATCH", &format!("/backupunits/{id}"), r#"{"email":"x@y.example"}"#);
    let status =
        changed.find_header("location").unwrap().strip_prefix("http://api.test/cloudapi/v6").unwrap();
    assert_eq!((changed.status, client.get(status).status), (202, 404));
}

#[test]
fn pages_that_come_again_and_pages_that_are_slow() {
    let sandbox = sandbox();
    let same = Client::new(&sandbox, "ionos-same-rows");
    let page = |offset: u32| same.read(&format!("/um/users?offset={offset}&limit=100"));
    assert_eq!(ids(&page(0)), ids(&page(5)));
    assert!(page(500)["_links"]["next"].is_string());
    let slow = Client::new(&sandbox, "ionos-slow-pages");
    let answer = slow.get("/um/users?limit=100");
    assert!(answer.delay.as_millis() > 500);
    let (first, second) = (json(&answer), slow.read("/um/users?offset=5"));
    assert_eq!((ids(&first).len(), ids(&first) == ids(&second)), (5, false));
    assert!(slow.read("/um/users?offset=1000")["_links"]["next"].is_string(), "also behind the last page");
}

#[test]
fn values_as_texts_and_as_null() {
    let sandbox = sandbox();
    let texts = Client::new(&sandbox, "ionos-texts");
    let users = texts.read("/um/users?depth=1");
    assert_eq!(
        (&users["offset"], &users["items"][0]["properties"]["administrator"]),
        (&"0".into(), &"true".into())
    );
    let nulls = Client::new(&sandbox, "ionos-nulls");
    let users = nulls.read("/um/users?depth=1");
    assert!(
        users["items"][0]["entities"].is_null() && users["items"][0]["properties"]["forceSecAuth"].is_null()
    );
    let groups = nulls.read("/um/groups?depth=1");
    let group = groups["items"][0]["properties"].as_object().unwrap();
    assert!(group["createBackupUnit"].is_null() && !group.contains_key("accessAndManageDns"));
}

#[test]
fn web_pages_instead_of_answers() {
    let sandbox = sandbox();
    let lost = Client::new(&sandbox, "ionos-lost");
    let answer = lost.write("POST", "/um/groups", r#"{"properties":{"name":"Made"}}"#);
    assert_eq!((answer.status, answer.find_header("content-type")), (502, Some("text/html; charset=utf-8")));
    lost.id_of("/um/groups", "Made");
    for (account, status) in [("ionos-login-wall", 200), ("ionos-firewall", 403)] {
        let client = Client::new(&sandbox, account);
        let answer = client.get("/um/users");
        assert_eq!((answer.status, answer.body.starts_with(b"<!DOCTYPE html>")), (status, true), "{account}");
        client.read("/backupunits");
    }
}
