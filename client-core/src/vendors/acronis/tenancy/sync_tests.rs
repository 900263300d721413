//! Loads against a script: paging, going on after a fault, cursors that repeat, ids left out, what is hidden.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::FutureExt;
use serde_json::{Value, json};

use super::*;
use crate::clock::TestClock;
use crate::config::Config;
use crate::connection::{Connection, Credentials};
use crate::error::{Error, TransportFailure};
use crate::secret::Secret;
use crate::transport::{Scene, Scripted};
use crate::uuid::Uuid;
use crate::vendors::acronis::TenantId;

fn id(number: u128) -> TenantId {
    TenantId(Uuid(number))
}

fn item(number: u128, parent: u128) -> Value {
    json!({ "id": id(number), "parent_id": id(parent), "name": format!("t{number}"), "kind": "customer", "enabled": true })
}

fn page(items: &[Value], after: Option<&str>) -> Scene {
    let paging = after.map_or(json!({}), |after| json!({ "cursors": { "after": after } }));
    Scene::new(
        200,
        json!({ "timestamp": "2026-01-01T00:00:00", "paging": paging, "items": items }).to_string(),
    )
}

fn signed_in(scenes: Vec<Scene>) -> (Connection, Scripted) {
    let text = r#"{"connections":[{"id":"a","vendor":"acronis","label":"A","upstream":"https://host/api/2","route":{"kind":"direct"}}]}"#;
    let config = Config::parse(text).unwrap().connections.remove(0);
    let script = Scripted::new(scenes);
    let connection =
        Connection::new(config, "https://console", Rc::new(script.clone()), Rc::new(TestClock::default()));
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    (connection, script)
}

fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().unwrap()
}

fn urls(script: &Scripted) -> Vec<String> {
    script.requests().into_iter().map(|request| request.url.replace("https://host/api/2", "")).collect()
}

#[test]
fn a_subtree_page_by_page() {
    let scenes = vec![page(&[item(2, 1), item(3, 2)], Some("c1")), page(&[item(4, 3)], None)];
    let (connection, script) = signed_in(scenes);
    let (tree, mut told) = (RefCell::new(Tree::default()), Vec::new());
    let mut sync = TreeSync::subtree(id(2), None);
    now(sync.run(&connection, &tree, |progress| told.push(progress))).unwrap();
    assert_eq!(sync.since.as_deref(), Some("2026-01-01T00:00:00"));
    let report = sync.finish(&mut tree.borrow_mut(), Loaded::Everything);
    assert_eq!((report.rows, report.duplicates, report.loops), (3, 0, 0));
    assert_eq!(
        told,
        [Progress::PageArrived, Progress::PageRead(2), Progress::PageArrived, Progress::PageRead(3)]
    );
    let first = format!("/tenants?subtree_root_id={}&lod=basic&limit=5000", id(2));
    assert_eq!(urls(&script), [first.as_str(), "/tenants?after=c1"]);
}

#[test]
fn a_page_that_fails_in_the_middle_is_gone_on_with() {
    let second = [item(4, 3), item(5, 3)];
    let mut cut = page(&second, None);
    let bytes = cut.parts[0].clone();
    cut.parts = vec![bytes[..bytes.len() - 60].to_vec()];
    cut.cut = true;
    let scenes =
        vec![page(&[item(2, 1), item(3, 2)], Some("c1")), cut, Scene::new(500, ""), page(&second, None)];
    let (connection, script) = signed_in(scenes);
    let tree = RefCell::new(Tree::default());
    let mut sync = TreeSync::subtree(id(2), None);
    let error = now(sync.run(&connection, &tree, |_| ())).unwrap_err();
    assert!(matches!(error, Error::NoAnswer { failure: TransportFailure::CutOff, .. }), "{error:?}");
    assert!(tree.borrow().len() >= 2, "what has come stays");
    assert_eq!(sync.report().rows, 3, "the row of the broken page counts until the page is read again");
    assert_eq!(now(sync.run(&connection, &tree, |_| ())).unwrap_err().status(), Some(500));
    now(sync.run(&connection, &tree, |_| ())).unwrap();
    let report = sync.finish(&mut tree.borrow_mut(), Loaded::Everything);
    assert_eq!((report.rows, report.duplicates, tree.borrow().len()), (4, 0, 4));
    assert_eq!(urls(&script)[1..], ["/tenants?after=c1"; 3]);
}

#[test]
fn a_repeated_cursor_stops() {
    let scenes = vec![page(&[item(2, 1)], Some("c1")), page(&[item(3, 2)], Some("c1")), page(&[], None)];
    let (connection, script) = signed_in(scenes);
    let tree = RefCell::new(Tree::default());
    let error = now(TreeSync::subtree(id(2), None).run(&connection, &tree, |_| ())).unwrap_err();
    assert!(matches!(error, Error::RepeatedCursor { .. }));
    assert_eq!((tree.borrow().len(), script.requests().len()), (2, 2));
}

#[test]
fn a_page_that_comes_again_under_ever_new_cursors_stops() {
    let full = [item(2, 1), item(3, 2)];
    for rows in [&full[..], &[]] {
        let again = (0..1000).map(|at| page(rows, Some(&format!("again-{at}"))));
        let scenes = std::iter::once(page(&full, Some("c1"))).chain(again);
        let (connection, script) = signed_in(scenes.collect());
        let tree = RefCell::new(Tree::default());
        let error = now(TreeSync::subtree(id(2), None).run(&connection, &tree, |_| ())).unwrap_err();
        assert!(matches!(error, Error::RepeatedCursor { .. }));
        assert_eq!((tree.borrow().len(), script.requests().len()), (2, 4));
    }
    // A page without rows is no end.
    let scenes = vec![page(&full, Some("c1")), page(&[], Some("c2")), page(&[item(4, 3)], None)];
    let (connection, _) = signed_in(scenes);
    let tree = RefCell::new(Tree::default());
    now(TreeSync::subtree(id(2), None).run(&connection, &tree, |_| ())).unwrap();
    assert_eq!(tree.borrow().len(), 3);
}

#[test]
fn basic_without_ids_falls_back_to_full_once() {
    let bare = json!({ "name": "t", "kind": "unit", "enabled": true });
    let (connection, script) = signed_in(vec![page(&[bare], Some("x")), page(&[item(2, 1)], None)]);
    let tree = RefCell::new(Tree::default());
    let mut sync = TreeSync::subtree(id(2), Some(7));
    now(sync.run(&connection, &tree, |_| ())).unwrap();
    assert_eq!((sync.report().rows, tree.borrow().len()), (1, 1));
    assert!(urls(&script)[1].contains("lod=full&limit=7"));
    // A server whose `full` has no parents either is shown as it is.
    let orphan = json!({ "id": id(5), "name": "t" });
    let (connection, script) =
        signed_in(vec![page(std::slice::from_ref(&orphan), None), page(&[orphan], None)]);
    let tree = RefCell::new(Tree::default());
    now(TreeSync::subtree(id(5), None).run(&connection, &tree, |_| ())).unwrap();
    assert_eq!((script.requests().len(), tree.borrow_mut().roots().len()), (2, 1));
}

#[test]
fn no_json_and_half_a_page_are_told_with_their_place() {
    let (connection, _) = signed_in(vec![
        Scene::new(200, "nope"),
        Scene::new(200, "{\"items\":[{\"id\":\"x\"},"),
        Scene::new(200, "{}"),
    ]);
    let tree = RefCell::new(Tree::default());
    for path in [".", "items[1]", "."] {
        let error = now(TreeSync::subtree(id(2), None).run(&connection, &tree, |_| ())).unwrap_err();
        assert!(matches!(&error, Error::Decode { path: found, .. } if found == path), "{error:?}");
    }
}

#[test]
fn the_way_to_a_deep_tenant() {
    let scenes = vec![
        Scene::new(200, item(4, 3).to_string()),
        Scene::new(200, item(3, 2).to_string()),
        Scene::new(200, item(2, 1).to_string()),
        Scene::new(403, ""),
        page(&[item(3, 2), item(8, 2)], None),
        Scene::new(403, ""),
    ];
    let (connection, script) = signed_in(scenes);
    let tree = RefCell::new(Tree::default());
    let node = now(way_to(&connection, &tree, id(4))).unwrap();
    assert_eq!(tree.borrow().path(node).len(), 3);
    assert_eq!(tree.borrow().len(), 4);
    let third = tree.borrow().find(Uuid(3)).unwrap();
    assert!(tree.borrow().badges(third).forbidden);
    assert_eq!(script.requests().len(), 6);
    let (connection, _) = signed_in(vec![Scene::new(404, "")]);
    assert!(now(way_to(&connection, &tree, id(77))).unwrap_err().is_not_found());
}

#[test]
fn badges_come_from_whole_tenants_a_hundred_at_a_time() {
    let whole = json!({ "id": id(2), "parent_id": id(1), "name": "t2", "mfa_status": "disabled", "pricing_mode": "trial",
        "update_lock": { "enabled": true, "owner_id": null }, "has_children": false });
    let (connection, script) = signed_in(vec![page(&[whole], None), page(&[], None)]);
    let tree = RefCell::new(Tree::default());
    let ids: Vec<TenantId> = (2..152).map(id).collect();
    now(details(&connection, &tree, &ids)).unwrap();
    let node = tree.borrow().find(Uuid(2)).unwrap();
    let badges = tree.borrow().badges(node);
    assert!(badges.mfa_off && badges.trial && badges.locked && !badges.disabled);
    assert_eq!(script.requests().len(), 2);
}
