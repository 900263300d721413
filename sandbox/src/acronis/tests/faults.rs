//! Each account that behaves badly does so, and stops where it should.

use std::collections::{HashMap, HashSet};

use super::*;

/// Statuses of the pages of a subtree list, sending each page at most so many times until it is 200.
fn walk(client: &Client<'_>, tries: usize, pages: usize) -> (Vec<Vec<u16>>, usize) {
    let mut target = format!("/api/2/tenants?subtree_root_id={}&lod=basic", client.top());
    let (mut statuses, mut items) = (Vec::new(), 0);
    while statuses.len() < pages {
        let mut of_page = Vec::new();
        let mut last = None;
        for _ in 0..tries {
            let answer = client.get(&target);
            of_page.push(answer.status);
            if answer.status == 200 {
                last = Some(json(&answer));
                break;
            }
        }
        statuses.push(of_page);
        let Some(page) = last else { break };
        items += page["items"].as_array().unwrap().len();
        match page.pointer("/paging/cursors/after").and_then(Value::as_str) {
            Some(cursor) => target = format!("/api/2/tenants?after={cursor}"),
            None => break,
        }
    }
    (statuses, items)
}

#[test]
fn a_page_fails_once() {
    let sandbox = sandbox(350);
    let expected = vec![vec![200], vec![200], vec![500, 200], vec![200]];
    for _ in 0..2 {
        assert_eq!(walk(&Client::new(&sandbox, "fault-page"), 2, 9), (expected.clone(), 350));
    }
}

#[test]
fn too_many_requests_say_when_to_come_back() {
    let sandbox = sandbox(250);
    let client = Client::new(&sandbox, "fault-429");
    assert_eq!(walk(&client, 2, 9), (vec![vec![200], vec![429, 200], vec![200]], 250));
    let client = Client::new(&sandbox, "fault-429");
    let page = client.read(&format!("/api/2/tenants?subtree_root_id={}", client.top()));
    let cursor = page["paging"]["cursors"]["after"].as_str().unwrap();
    assert_eq!(client.get(&format!("/api/2/tenants?after={cursor}")).find_header("retry-after"), Some("1"));
}

#[test]
fn html_comes_six_times() {
    let sandbox = sandbox(250);
    let client = Client::new(&sandbox, "fault-html");
    let third = vec![502, 502, 502, 502, 502, 502, 200];
    assert_eq!(walk(&client, 7, 9), (vec![vec![200], vec![200], third], 250));
}

#[test]
fn the_cursor_stands_still() {
    let sandbox = sandbox(450);
    let (statuses, items) = walk(&Client::new(&sandbox, "fault-cursor"), 1, 12);
    assert_eq!((statuses.len(), items), (12, 1200));
}

#[test]
fn a_token_dies_and_its_successor_lives() {
    let sandbox = sandbox(450);
    for _ in 0..2 {
        let (statuses, _) = walk(&Client::new(&sandbox, "fault-expiry"), 2, 9);
        assert_eq!(statuses, [vec![200], vec![200], vec![401, 401]]);
        assert_eq!(walk(&Client::new(&sandbox, "fault-expiry"), 1, 9).1, 450);
    }
}

#[test]
fn one_branch_is_forbidden() {
    let sandbox = sandbox(400);
    let (demo, client) = (Client::new(&sandbox, "demo"), Client::new(&sandbox, "fault-forbidden"));
    let (iberia, norte) = (demo.id_of("Iberia"), demo.id_of("Norte"));
    let all = client.all(&format!("subtree_root_id={}&lod=basic&limit=70", client.top()));
    let below = demo.all(&format!("subtree_root_id={iberia}")).len() - 1;
    assert!(below > 10 && all.len() == 400 - below);
    assert!(names(&all).contains(&"Iberia") && !names(&all).contains(&"Norte"));
    for target in [
        format!("tenants?parent_id={iberia}"),
        format!("tenants/{norte}"),
        format!("tenants/{iberia}/children"),
    ] {
        assert_eq!(client.get(&format!("/api/2/{target}")).status, 403, "{target}");
    }
    assert_eq!(client.get(&format!("/api/2/tenants/{iberia}")).status, 200);
}

#[test]
fn slow_cut_and_empty_are_for_the_server_to_perform() {
    let sandbox = sandbox(250);
    assert_eq!(Client::new(&sandbox, "fault-slow").get("/api/2/users/me").delay.as_millis(), 1500);
    let cut = Client::new(&sandbox, "fault-cut");
    let mut target = format!("/api/2/tenants?subtree_root_id={}", cut.top());
    let mut cuts = Vec::new();
    for _ in 0..3 {
        let answer = cut.get(&target);
        cuts.push(answer.cut_after.is_some());
        if let Some(cursor) = json(&answer).pointer("/paging/cursors/after").and_then(Value::as_str) {
            target = format!("/api/2/tenants?after={cursor}");
        }
    }
    assert_eq!(cuts, [false, false, true]);
    assert_eq!(cut.get(&target).cut_after, None);
    let empty = Client::new(&sandbox, "fault-empty");
    let answer = empty.get(&format!("/api/2/tenants?subtree_root_id={}", empty.top()));
    assert_eq!((answer.status, answer.body.len()), (500, 0));
}

#[test]
fn rows_make_no_tree() {
    let sandbox = sandbox(30);
    let client = Client::new(&sandbox, "fault-loop");
    let rows = client.all(&format!("subtree_root_id={}&lod=basic", client.top()));
    let text = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    let parents: HashMap<String, String> =
        rows.iter().map(|row| (text(row, "id"), text(row, "parent_id"))).collect();
    let mutual =
        parents.iter().filter(|(id, parent)| id != parent && parents.get(*parent) == Some(id)).count();
    let own = parents.iter().filter(|(id, parent)| id == parent).count();
    assert_eq!((mutual, own), (2, 1));
    let ids: Vec<String> = rows.iter().map(|row| text(row, "id")).collect();
    assert_eq!(ids.len() - ids.iter().collect::<HashSet<_>>().len(), 1, "one id twice");
    assert_eq!(rows.iter().filter(|row| row.get("id").is_none()).count(), 1);
    assert_eq!(rows.iter().filter(|row| row["name"].is_number()).count(), 1);
    assert_eq!(rows.iter().filter(|row| row["kind"] == "galaxy").count(), 1);
}

#[test]
fn basic_without_ids() {
    let sandbox = sandbox(30);
    let client = Client::new(&sandbox, "no-basic");
    let top = client.top();
    let basic = client.all(&format!("subtree_root_id={top}&lod=basic"));
    assert!(basic.iter().all(|row| row.as_object().unwrap().len() == 3 && row.get("id").is_none()));
    assert!(client.all(&format!("subtree_root_id={top}&lod=full")).iter().all(|row| row["id"].is_string()));
}

#[test]
fn the_same_page_comes_under_ever_new_cursors() {
    let sandbox = sandbox(350);
    let client = Client::new(&sandbox, "fault-same-page");
    let mut target = format!("/api/2/tenants?subtree_root_id={}&lod=basic", client.top());
    let (mut cursors, mut pages) = (HashSet::new(), Vec::new());
    for _ in 0..8 {
        let page = client.read(&target);
        let cursor = page["paging"]["cursors"]["after"].as_str().unwrap().to_owned();
        pages.push(page["items"].to_string());
        target = format!("/api/2/tenants?after={cursor}");
        assert!(cursors.insert(cursor));
    }
    assert!(pages[1] != pages[2] && pages[2..].iter().all(|page| *page == pages[2]));
}

#[test]
fn web_pages_in_the_place_of_answers() {
    let sandbox = sandbox(50);
    for (account, status) in [("fault-login-wall", 200), ("fault-firewall", 403)] {
        let client = Client::new(&sandbox, account);
        let answer = client.get(&format!("/api/2/tenants?subtree_root_id={}", client.top()));
        assert_eq!((answer.status, answer.body.starts_with(b"<!DOCTYPE html>")), (status, true), "{account}");
    }
    let client = Client::new(&sandbox, "fault-put-502");
    let path = settings::path(settings::BACKUP, &client.top(), "retention_days");
    let put = Request::new("PUT", &path).with_body("application/json", r#"{"value":41}"#);
    assert_eq!(client.send(put).status, 502);
    assert_eq!(client.read(&path)["own"]["value"], 41);
}
