//! Users.

use super::*;

const NEW: &str = r#"{"properties":{"firstname":"Ada","lastname":"L","email":"ada@x.example",
    "password":"secret","administrator":true}}"#;

#[test]
fn pages_lead_through_all_users() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    assert_eq!(ids(&client.read("/um/users")).len(), 25);
    let (mut target, mut seen) = ("/um/users?limit=10".to_owned(), Vec::new());
    loop {
        let page = client.read(&target);
        seen.extend(ids(&page));
        assert_eq!(page["limit"], 10);
        let Some(next) = page["_links"]["next"].as_str() else { break };
        target = next.strip_prefix("http://api.test/cloudapi/v6").unwrap().to_owned();
    }
    assert_eq!(seen, ids(&client.read("/um/users")));
    assert!(client.read("/um/users?offset=20&limit=2")["_links"]["prev"].is_string());
    assert_eq!(ids(&client.read("/um/users?offset=99")), Vec::<String>::new());
    for query in ["limit=0", "limit=10001", "offset=-1", "limit=x", "sort=name", "limit=1&limit=2"] {
        assert_eq!(client.get(&format!("/um/users?{query}")).status, 400, "{query}");
    }
    assert_eq!(client.get("/um/groups?limit=1").status, 400);
}

#[test]
fn a_user_is_made_changed_and_deleted_at_once() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let answer = client.write("POST", "/um/users", NEW);
    assert_eq!((answer.status, answer.find_header("location")), (202, None));
    let user = json(&answer);
    assert!(user["metadata"].get("state").is_none() && user["properties"].get("password").is_none());
    let path = format!("/um/users/{}", user["id"].as_str().unwrap());
    assert_eq!(client.read(&path)["properties"], user["properties"]);
    let put = r#"{"properties":{"firstname":"Ada","lastname":"Lovelace","email":"ada@x.example"}}"#;
    client.accepted("PUT", &path, put);
    let changed = client.read(&path);
    let properties = &changed["properties"];
    assert_eq!((&properties["lastname"], &properties["administrator"]), (&"Lovelace".into(), &false.into()));
    assert_ne!(changed["metadata"]["etag"], user["metadata"]["etag"]);
    client.accepted("DELETE", &path, "");
    assert_eq!(client.get(&path).status, 404);
    assert_eq!(client.write("DELETE", &path, "").status, 404);
}

#[test]
fn bad_users_are_refused_by_field() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let (status, message) = client.refused("POST", "/um/users", "{}");
    assert_eq!(status, 422);
    for field in ["firstname", "lastname", "email", "password"] {
        assert!(message.contains(&format!("properties.{field}]")), "{field}: {message}");
    }
    for (from, to, part) in [
        ("ada@x.example", "ada", "e-mail"),
        ("ada@x.example", "A.Marin@umbrella.example", "already exists"),
        ("secret", "", "password"),
        ("true", "1", "administrator"),
    ] {
        let (status, message) = client.refused("POST", "/um/users", &NEW.replace(from, to));
        assert!(status == 422 && message.contains(part), "{to}: {status} {message}");
    }
}

#[test]
fn nobody_locks_themselves_out() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let own = format!("/um/users/{}", ids(&client.read("/um/users"))[0]);
    assert_eq!(client.write("DELETE", &own, "").status, 422);
    let put = r#"{"properties":{"firstname":"A","lastname":"M","email":"new@x.example","active":false}}"#;
    let (status, message) = client.refused("PUT", &own, put);
    assert!(status == 422 && message.split(" | ").count() == 3, "{message}");
}

#[test]
fn what_a_deleted_user_owned_falls_to_the_caller() {
    let sandbox = sandbox();
    let client = Client::new(&sandbox, "ionos-demo");
    let users = ids(&client.read("/um/users"));
    let owns = |user: &str| ids(&client.read(&format!("/um/users/{user}/owns")));
    let (own, victim) = (&users[0], users[1..].iter().find(|user| !owns(user).is_empty()).unwrap());
    let expected = owns(own).len() + owns(victim).len();
    client.accepted("DELETE", &format!("/um/users/{victim}"), "");
    assert_eq!(owns(own).len(), expected);
    for group in ids(&client.read("/um/groups")) {
        assert!(!ids(&client.read(&format!("/um/groups/{group}/users"))).contains(victim));
    }
}
