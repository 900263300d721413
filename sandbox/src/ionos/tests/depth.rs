//! How much an answer tells, and how it is written.

use super::*;

#[test]
fn a_list_tells_references_then_properties_then_children() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let first = |depth: u32| client.read(&format!("/um/users?depth={depth}"))["items"][1].clone();
    assert_eq!(first(0).as_object().unwrap().len(), 3);
    assert!(first(1)["properties"]["email"].is_string() && first(1).get("entities").is_none());
    assert!(first(2)["entities"]["groups"]["items"][0].get("properties").is_none());
    assert!(first(3)["entities"]["groups"]["items"][0]["properties"]["name"].is_string());
    // In a user's group, that user is not told again.
    let users = &first(5)["entities"]["groups"]["items"][0]["entities"]["users"]["items"];
    let own = users.as_array().unwrap().iter().find(|one| one["id"] == first(0)["id"]).unwrap();
    assert!(own.get("properties").is_none());
    assert_eq!(first(5), first(10));
}

#[test]
fn an_object_tells_its_properties_at_least() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let group = client.id_of("/um/groups", "Everything");
    let read = |depth: u32| client.read(&format!("/um/groups/{group}?depth={depth}"));
    assert!(read(0)["properties"]["createBackupUnit"] == true && read(0).get("entities").is_none());
    assert!(read(1)["entities"]["users"]["items"][0]["id"].is_string());
    assert!(read(2)["entities"]["resources"]["items"][0]["metadata"]["state"].is_string());
}

#[test]
fn units_in_a_list_have_their_names_at_least() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let item = |query: &str| client.read(&format!("/backupunits{query}"))["items"][0].clone();
    assert_eq!(item("")["properties"], serde_json::json!({ "name": "FileserverKoeln" }));
    assert!(item("").get("metadata").is_none());
    assert_eq!(item("?depth=1")["metadata"]["state"], "AVAILABLE");
}

#[test]
fn the_tag_is_a_header_where_no_depth_is_asked_for() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let path = format!("/um/users/{}", ids(&client.read("/um/users"))[3]);
    let plain = client.get(&path);
    assert_eq!(json(&plain)["metadata"]["etag"], plain.find_header("etag").unwrap());
    assert_eq!(client.get(&format!("{path}?depth=0")).find_header("etag"), None);
}

#[test]
fn pretty_is_what_it_is_unless_told_otherwise() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let lines =
        |query: &str| client.get(&format!("/um/groups{query}")).body.split(|one| *one == b'\n').count();
    assert!(lines("") > 10 && lines("?pretty=true") > 10);
    assert_eq!(lines("?pretty=false"), 1);
    assert_eq!(client.get("/um/groups?pretty=maybe").status, 400);
}
