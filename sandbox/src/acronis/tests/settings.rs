//! Settings as a client reads and writes them.

use super::*;

pub(super) const BACKUP: &str = "6e6d758d-8e74-3ae3-ac84-50eb0dff12eb";
const FILES: &str = "dfd85a5f-a464-32ab-81fd-99bcc66a070f";
const PORTAL: &str = "7459244f-68f3-3bf4-9f53-5f63ecc1d91f";
pub(super) const CAFE: &str = "f313ecf6-9256-4afd-9d47-72e032ee81d0";

pub(super) fn path(application: &str, tenant: &str, name: &str) -> String {
    format!("/api/2/applications/{application}/settings/tenants/{tenant}/{name}")
}

impl Client<'_> {
    pub(super) fn put(&self, target: &str, body: &str) -> Response {
        self.send(Request::new("PUT", target).with_body("application/json; charset=utf-8", body))
    }

    fn delete(&self, target: &str) -> u16 {
        self.send(Request::new("DELETE", target)).status
    }

    pub(super) fn retention(&self, tenant: &str) -> Value {
        self.read(&path(BACKUP, tenant, "retention_days"))
    }

    /// The settings of a list by name.
    fn settings(&self, target: &str) -> serde_json::Map<String, Value> {
        let list = self.read(target)["settings"].as_array().unwrap().clone();
        list.into_iter().map(|one| (one["name"].as_str().unwrap().to_owned(), one)).collect()
    }
}

/// Value, owner's name, lock.
fn effective(client: &Client<'_>, setting: &Value) -> (Value, String, bool) {
    let told = &setting["effective"];
    let owner = client.read(&format!("/api/2/tenants/{}", told["owner"]["id"].as_str().unwrap()));
    (told["value"].clone(), owner["name"].as_str().unwrap().to_owned(), told["lock"].as_bool().unwrap())
}

#[test]
fn applications_are_those_of_the_reference() {
    let sandbox = sandbox(30);
    let client = Client::new(&sandbox, "demo");
    let list = client.read("/api/2/applications")["items"].as_array().unwrap().clone();
    assert_eq!((list.len(), &list[0]["name"]), (6, &"Backup".into()));
    for one in &list {
        let target = format!("/api/2/applications/{}", one["id"].as_str().unwrap());
        assert_eq!(client.read(&target), *one);
        assert!(client.read(&format!("{target}/settings/schemas"))["schemas"].is_array());
    }
    let missing = json(&client.get(&format!("/api/2/applications/{CAFE}")));
    assert_eq!(missing["error"]["code"], "application_not_found");
    assert_eq!(missing["error"]["context"]["id"], CAFE);
    assert_eq!(missing["error"]["details"]["info"], format!("Application {CAFE} was not found"));
    assert_eq!(client.get("/api/2/applications/me").status, 404);
}

#[test]
fn the_picture_is_there() {
    let sandbox = sandbox(500);
    let client = Client::new(&sandbox, "demo");
    let settings = client.settings(&format!("/api/2/applications/{BACKUP}/settings/tenants/{CAFE}"));
    for (name, value, owner, lock) in [
        ("agent_auto_update", Value::from(true), "Umbrella Partners", false),
        ("backup_window", "22:00–05:00".into(), "Café Orquídea S.L.", false),
        ("encryption_required", true.into(), "Umbrella Partners", true),
        ("licensing_mode", "per_device".into(), "Iberia", false),
        ("max_devices", 25.into(), "Norte", false),
        ("mfa_enforced", true.into(), "Umbrella Partners", true),
        ("notify_language", "es".into(), "Café Orquídea S.L.", false),
        ("retention_days", 30.into(), "Iberia", true),
        ("storage_region", "eu-south-2".into(), "Iberia", false),
        ("tier_level_value", 2.into(), "Umbrella Partners", false),
    ] {
        let expected = (value, owner.to_owned(), lock);
        // The root's own values cannot be looked up by this account; these can.
        assert_eq!(effective(&client, &settings[name]), expected, "{name}");
    }
    assert_eq!(settings["max_devices"]["own"]["value"], 40);
    assert_eq!(settings["retention_days"]["own"]["value"], 90);
    assert_eq!(settings["notify_language"]["own"]["exclusive"], true);
    let own = settings.values().filter(|one| !one["own"].is_null()).count();
    let none = settings.values().filter(|one| one["effective"].is_null()).count();
    assert_eq!((settings.len(), own, none), (22, 4, 0));
}

#[test]
fn oddities_are_there() {
    let sandbox = sandbox(500);
    let client = Client::new(&sandbox, "demo");
    let cafe = client.settings(&format!("/api/2/tenants/{CAFE}/settings"));
    let note = &cafe["legacy_tier_note"];
    assert_eq!(note["own"]["value"], "new_stuff");
    assert_eq!(effective(&client, note), ("old_Stuff".into(), "Umbrella Partners".into(), false));
    let unit = client.id_of("Oficina Bilbao");
    assert_eq!(
        client.read(&path(FILES, &unit, "legacy_tier_note"))["effective"]["owner"],
        note["effective"]["owner"]
    );
    assert_eq!(cafe["internal_sync_flags"]["effective"]["hidden"], true);
    assert_eq!(client.read(&path(FILES, CAFE, "internal_sync_flags"))["effective"]["hidden"], true);
    let goya = client.settings(&format!("/api/2/tenants/{}/settings", client.id_of("Almacenes Goya")));
    assert_eq!(goya["report_recipient"]["effective"]["owner"]["type"], "user");
    let miramar = client.id_of("Hotel Miramar Group");
    assert!(client.read(&path(BACKUP, &miramar, "bandwidth_limit_mbps"))["effective"]["value"].is_object());
    let text = client.get(&path(BACKUP, CAFE, "object_lock_bytes")).body;
    assert!(String::from_utf8(text).unwrap().contains("\"value\":9007199254740993,"));
    for name in ["session_timeout", "password_policy"] {
        let owner = cafe[name]["effective"]["owner"]["id"].as_str().unwrap();
        assert_eq!(client.get(&format!("/api/2/tenants/{owner}")).status, 403);
    }
    assert_eq!(cafe["password_policy"]["effective"]["lock"], true);
}

#[test]
fn schemas_and_settings_differ_by_one_each() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "demo");
    let schemas = client.read(&format!("/api/2/applications/{BACKUP}/settings/schemas"));
    let schemas = schemas["schemas"].as_array().unwrap();
    let listed = client.settings(&format!("/api/2/applications/{BACKUP}/settings/tenants/{CAFE}"));
    let alone = names(schemas).into_iter().filter(|name| !listed.contains_key(*name)).collect::<Vec<_>>();
    assert_eq!(alone, ["legacy_vault_limit"]);
    let bare = listed.keys().filter(|name| !names(schemas).contains(&name.as_str())).collect::<Vec<_>>();
    assert_eq!(bare, ["telemetry_channel"]);
    assert_eq!(client.get(&path(BACKUP, CAFE, "legacy_vault_limit")).status, 404);
    let of = |name: &str| schemas.iter().find(|one| one["name"] == name).unwrap();
    assert_eq!(
        (&of("vm_quota")["inheritance_type"], &of("vm_quota")["business_type"]),
        (&"minimum".into(), &"quota".into())
    );
    assert_eq!(of("retention_rules")["inheritance_type"], "merge");
    assert!(of("retention_days").get("inheritance_type").is_none());
}

#[test]
fn hostile_values_come_as_they_are() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "hostile-names");
    let all = client.all(&format!("subtree_root_id={}&lod=basic", client.top()));
    let banners: Vec<String> = all
        .iter()
        .filter_map(|one| {
            let banner = client.read(&path(PORTAL, one["id"].as_str().unwrap(), "login_banner"));
            Some(banner["own"]["value"].as_str()?.to_owned())
        })
        .collect();
    assert!(banners.iter().any(|one| one.len() > 1_000_000));
    assert!(banners.iter().any(|one| one.contains('\u{202e}')));
    assert!(banners.iter().any(|one| one.contains("<script>")));
}

#[test]
fn a_write_changes_what_is_read_below() {
    let sandbox = sandbox(300);
    let (client, other) = (Client::new(&sandbox, "own-1"), Client::new(&sandbox, "own-2"));
    let iberia = path(BACKUP, &client.id_of("Iberia"), "retention_days");
    let answer = client.put(&iberia, r#"{"value":21}"#);
    assert_eq!(answer.status, 200);
    assert_eq!(json(&answer), client.read(&iberia));
    assert_eq!(json(&answer)["own"], serde_json::json!({"value":21,"lock":false,"exclusive":false}));
    assert_eq!(client.retention(CAFE)["effective"]["value"], 90, "no longer shadowed");
    assert_eq!(other.retention(CAFE)["effective"]["value"], 30, "a copy of its own");
    assert_eq!(client.delete(&iberia), 204);
    assert_eq!(client.delete(&iberia), 404);
    let back = client.read(&iberia);
    assert!(back["own"].is_null());
    assert_eq!(effective(&client, &back), (14.into(), "Umbrella Partners".into(), false));
}

#[test]
fn names_are_encoded_and_values_are_kept_as_spelled() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "own-1");
    let target = path(BACKUP, CAFE, "report%2Fweekly%2050%25");
    assert_eq!(client.read(&target)["name"], "report/weekly 50%");
    for value in
        ["9007199254740993", "1.10", "123456789012345678901234567890", "null", "{\"a\" : [1]}", "\"\\u00e9\""]
    {
        let answer = client.put(&target, &format!(r#"{{"lock":true,"value": {value} }}"#));
        let expected = format!("\"own\":{{\"value\":{value},\"lock\":true,\"exclusive\":false}}");
        assert!(String::from_utf8(answer.body).unwrap().contains(&expected), "{value}");
    }
    assert_eq!(json(&client.put(&target, "{}"))["own"]["value"], Value::Null);
    assert_eq!(client.get(&path(BACKUP, CAFE, "report/weekly")).status, 404);
    assert_eq!(client.get(&path(BACKUP, CAFE, "report%2Fweekly%2050%")).status, 400);
}

#[test]
fn wrong_writes_are_refused() {
    let sandbox = sandbox(60);
    let client = Client::new(&sandbox, "own-1");
    let target = path(BACKUP, CAFE, "retention_days");
    for body in
        ["", "{", "[]", "null", r#"{"value":[]}"#, r#"{"lock":1}"#, r#"{"exclusive":null}"#, r#"{"x":1}"#]
    {
        let answer = client.put(&target, body);
        assert_eq!(
            (answer.status, &json(&answer)["error"]["message"]),
            (400, &"Bad Request".into()),
            "{body}"
        );
    }
    for media in ["text/plain", "application/x-www-form-urlencoded", ""] {
        let answer = client.send(Request::new("PUT", &target).with_body(media, "{}"));
        assert_eq!((answer.status, &json(&answer)["error"]["code"]), (415, &"invalid_content_type".into()));
    }
    let outside = Client::new(&sandbox, "root").top();
    let missing = "00000000-0000-4000-8000-000000000000";
    for (target, status) in [
        (path(BACKUP, &outside, "retention_days"), 403),
        (path(BACKUP, missing, "retention_days"), 404),
        (path(BACKUP, CAFE, "nothing"), 404),
        (path(FILES, CAFE, "retention_days"), 404),
        (path(missing, CAFE, "retention_days"), 404),
    ] {
        assert_eq!(client.get(&target).status, status, "{target}");
        assert_eq!(client.put(&target, "{}").status, status, "{target}");
        assert_eq!(client.delete(&target), status, "{target}");
    }
    assert_eq!(client.retention(CAFE)["own"]["value"], 90);
}

#[test]
fn a_batch_says_what_single_reads_say() {
    let sandbox = sandbox(500);
    let client = Client::new(&sandbox, "demo");
    let all = client.all(&format!("subtree_root_id={}&lod=stamps&limit=100", client.top()));
    let ids: Vec<&str> = all.iter().rev().take(99).map(|one| one["id"].as_str().unwrap()).collect();
    let unknown = "00000000-0000-4000-8000-000000000000";
    let batch = format!("/api/2/applications/{BACKUP}/settings/tenants");
    let answer = client.read(&format!("{batch}?uuids={},{unknown}", ids.join(",")));
    let items = answer["items"].as_array().unwrap();
    assert_eq!(items.iter().map(|item| item["tenant"].as_str().unwrap()).collect::<Vec<_>>(), ids);
    for item in items.iter().step_by(20) {
        let alone = client.read(&format!("{batch}/{}", item["tenant"].as_str().unwrap()));
        assert_eq!(alone["settings"], item["settings"]);
    }
    assert_eq!(client.get(&batch).status, 400);
    assert_eq!(client.get(&format!("{batch}?uuids=")).status, 400);
    assert_eq!(client.get(&format!("{batch}?uuids={CAFE},me")).status, 400);
    assert_eq!(client.get(&format!("{batch}?uuids={}", vec![CAFE; 101].join(","))).status, 400);
    assert_eq!(client.get(&format!("{batch}?uuids={}", Client::new(&sandbox, "root").top())).status, 403);
}

#[test]
fn deleted_tenants_come_in_a_batch_when_asked_for() {
    let sandbox = sandbox(500);
    let client = Client::new(&sandbox, "demo");
    let all = client.all(&format!("subtree_root_id={}&lod=stamps&allow_deleted=true", client.top()));
    let deleted = all.iter().find(|one| !one["deleted_at"].is_null()).unwrap()["id"].as_str().unwrap();
    let batch = format!("/api/2/applications/{PORTAL}/settings/tenants?uuids={deleted}");
    assert_eq!(client.read(&batch)["items"].as_array().unwrap().len(), 0);
    assert_eq!(client.read(&format!("{batch}&allow_deleted=true"))["items"].as_array().unwrap().len(), 1);
    assert_eq!(client.get(&format!("/api/2/tenants/{deleted}/settings")).status, 404);
}

#[test]
fn a_large_estate_answers_at_once() {
    let sandbox = Sandbox::new(Settings { tenants: 100_000, ..Settings::default() });
    let client = Client::new(&sandbox, "demo");
    let page = client.read(&format!("/api/2/tenants?subtree_root_id={}&lod=stamps", client.top()));
    let list = page["items"].as_array().unwrap();
    let ids: Vec<&str> = list.iter().rev().step_by(50).map(|one| one["id"].as_str().unwrap()).collect();
    let target = format!("/api/2/applications/{BACKUP}/settings/tenants?uuids={}", ids.join(","));
    let begin = std::time::Instant::now();
    assert_eq!(client.read(&target)["items"].as_array().unwrap().len(), 100);
    let elapsed = begin.elapsed();
    // A few milliseconds when optimised; a test build on a busy machine gets room.
    assert!(elapsed.as_millis() < 500, "{elapsed:?}");
}
