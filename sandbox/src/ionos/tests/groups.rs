//! Groups, who is in them, and what they may use.

use super::*;

#[test]
fn a_group_is_made_changed_and_deleted() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let body = r#"{"properties":{"name":"New","createBackupUnit":true,"reserveIp":true}}"#;
    let group = client.accepted("POST", "/um/groups", body);
    let properties = group["properties"].as_object().unwrap();
    assert_eq!(properties.len(), 26);
    assert_eq!(properties.values().filter(|value| **value == true).count(), 2);
    let path = format!("/um/groups/{}", group["id"].as_str().unwrap());
    client.accepted("PUT", &path, r#"{"properties":{"name":"Newer","reserveIp":true}}"#);
    let changed = client.read(&path)["properties"].clone();
    assert_eq!((&changed["name"], &changed["createBackupUnit"]), (&"Newer".into(), &false.into()));
    assert_eq!(client.refused("PUT", &path, r#"{"properties":{}}"#).0, 422);
    client.accepted("DELETE", &path, "");
    assert_eq!(client.get(&path).status, 404);
}

#[test]
fn members_come_and_go() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let group = client.id_of("/um/groups", "Ohne alles");
    let path = format!("/um/groups/{group}/users");
    let user = ids(&client.read("/um/users"))[6].clone();
    assert!(ids(&client.read(&path)).is_empty());
    for _ in 0..2 {
        client.accepted("POST", &path, &format!(r#"{{"id":"{user}"}}"#));
        assert_eq!(ids(&client.read(&path)), [user.as_str()]);
    }
    assert!(ids(&client.read(&format!("/um/users/{user}/groups"))).contains(&group));
    for body in [r#"{"id":"nobody"}"#, "{}", r#"{"id":7}"#] {
        assert_eq!(client.refused("POST", &path, body).0, 422, "{body}");
    }
    client.accepted("DELETE", &format!("{path}/{user}"), "");
    assert_eq!(client.write("DELETE", &format!("{path}/{user}"), "").status, 404);
}

#[test]
fn shares_are_added_changed_and_removed() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let group = client.id_of("/um/groups", "Ohne alles");
    let resource = client.id_of("/um/resources/datacenter", "Berlin Test");
    let path = format!("/um/groups/{group}/shares/{resource}");
    assert_eq!(client.get(&path).status, 404);
    assert_eq!(client.write("PUT", &path, "{}").status, 404);
    client.accepted("POST", &path, r#"{"properties":{"editPrivilege":true}}"#);
    assert_eq!(client.write("POST", &path, "{}").status, 422);
    let privileges =
        |edit: bool, share: bool| serde_json::json!({ "editPrivilege": edit, "sharePrivilege": share });
    for body in ["{}", r#"{"properties":{}}"#] {
        let current = client.write("PUT", &path, body);
        assert_eq!((current.status, &json(&current)["properties"]), (200, &privileges(true, false)));
    }
    client.accepted("PUT", &path, r#"{"properties":{"sharePrivilege":true}}"#);
    assert_eq!(client.read(&path)["properties"], privileges(true, true));
    assert_eq!(ids(&client.read(&format!("/um/groups/{group}/resources"))), [resource.as_str()]);
    client.accepted("DELETE", &path, "");
    assert_eq!(client.write("DELETE", &path, "").status, 404);
}

#[test]
fn resources_are_told_by_type() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let mut all = 0;
    for kind in crate::ionos::resources::TYPES {
        let list = client.read(&format!("/um/resources/{kind}?depth=1"));
        for item in list["items"].as_array().unwrap() {
            assert_eq!(item["type"], kind);
            let id = item["id"].as_str().unwrap();
            assert_eq!(client.read(&format!("/um/resources/{kind}/{id}"))["properties"], item["properties"]);
            all += 1;
        }
    }
    assert_eq!(ids(&client.read("/um/resources")).len(), all);
    assert_eq!(all, 18 + 14);
    assert_eq!(client.get("/um/resources/planet").status, 404);
}
