//! Changes of tenants, each against a scripted server.

use serde_json::{Value, json};

use super::tenants::{create, delete, delete_siblings, restore, set_pricing, update};
use crate::error::TransportFailure;
use crate::transport::{Scene, Scripted};
use crate::uuid::Uuid;
use crate::vendors::acronis::testing::{connect, now};
use crate::vendors::acronis::{
    ContactTexts, NewTenant, PricingMode, Tenant, TenantEdit, TenantField, TenantId, TenantKind, TenantValues,
};
use crate::write::{Change, Done, Known, Outcome, Seen, Unknown, Verified};

const PARENT: TenantId = TenantId(Uuid(1));

fn json_of(id: u128, name: &str, version: i64) -> Value {
    json!({
        "id": Uuid(id).to_string(), "parent_id": PARENT.to_string(), "kind": "customer", "name": name,
        "version": version, "enabled": false, "language": "es", "customer_id": null, "deleted_at": null,
    })
}

fn tenant(name: &str, version: i64) -> Tenant {
    serde_json::from_value(json_of(7, name, version)).unwrap()
}

fn told(name: &str, version: i64) -> Scene {
    Scene::new(200, json_of(7, name, version).to_string())
}

fn lost() -> Scene {
    Scene::failure(TransportFailure::Unreachable)
}

fn run<T: 'static>(change: Change<T>, scenes: Vec<Scene>) -> (Outcome<T>, Scripted) {
    let (connection, script) = connect(scenes);
    (now(change.run(&connection, &|_| ())), script)
}

fn body(script: &Scripted, at: usize) -> Value {
    serde_json::from_slice(&script.requests()[at].body.as_ref().unwrap().0).unwrap()
}

fn is_looked_up<T>(outcome: &Outcome<T>) -> bool {
    matches!(outcome, Outcome::Done(Done { known: Known::LookedUp(_), .. }))
}

fn is_not_yet<T>(outcome: &Outcome<T>) -> bool {
    matches!(outcome, Outcome::Unknown(Unknown { seen: Seen::NotYet, .. }))
}

fn verified<T>(outcome: &Outcome<T>) -> Option<Verified> {
    if let Outcome::Done(done) = outcome { Some(done.verified) } else { None }
}

fn renamed(scenes: Vec<Scene>) -> (Outcome<Tenant>, Scripted) {
    let name = TenantValues::from([(TenantField::Name, "Lugo".into())]);
    let edit = TenantEdit::of(&tenant("Vigo", 3), name).unwrap();
    run(update(tenant("Vigo", 3), 3, edit), scenes)
}

#[test]
fn an_update_reads_first_and_sends_what_was_edited_with_the_version() {
    let (outcome, script) = renamed(vec![told("Vigo", 3), told("Lugo", 4)]);
    assert_eq!(verified(&outcome), Some(Verified::Yes));
    assert_eq!(body(&script, 1), json!({"name": "Lugo", "version": 3}));
}

#[test]
fn a_later_version_stops_it_and_a_server_that_does_more_is_told() {
    let (outcome, script) = renamed(vec![told("Vigo", 4)]);
    assert!(matches!(outcome, Outcome::ChangedBefore(Some(_))), "{outcome:?}");
    assert_eq!(script.requests().len(), 1);
    let mut more = json_of(7, "Lugo", 4);
    more["language"] = "en".into();
    let (outcome, _) = renamed(vec![told("Vigo", 3), Scene::new(200, more.to_string())]);
    assert_eq!(verified(&outcome), Some(Verified::Differs));
}

#[test]
fn a_lost_answer_is_looked_up() {
    assert!(is_looked_up(&renamed(vec![told("Vigo", 3), lost(), told("Lugo", 4)]).0));
    assert!(is_not_yet(&renamed(vec![told("Vigo", 3), lost(), told("Vigo", 3)]).0));
    let other = renamed(vec![told("Vigo", 3), lost(), told("Cangas", 4)]).0;
    assert!(matches!(other, Outcome::ChangedAfter(Some(_))), "{other:?}");
}

fn created(known: Option<Vec<TenantId>>, scenes: Vec<Scene>) -> Outcome<Tenant> {
    let values = TenantValues::from([(TenantField::Name, "Lugo".into())]);
    let new = NewTenant::new(PARENT, TenantKind::Customer, values, ContactTexts::new()).unwrap();
    run(create(new, known), scenes).0
}

fn list(rows: &[Value]) -> Scene {
    Scene::new(
        200,
        json!({ "items": rows, "paging": {"cursors": {}}, "timestamp": "2020-05-19T11:50:00Z" }).to_string(),
    )
}

#[test]
fn a_new_tenant_is_looked_for_among_those_that_were_not_there() {
    let made = Scene::new(201, json_of(8, "Lugo", 1).to_string());
    assert_eq!(verified(&created(None, vec![made])), Some(Verified::Yes));
    let known = || Some(vec![TenantId(Uuid(7))]);
    let (old, new) = (json_of(7, "Lugo", 1), json_of(8, "Lugo", 1));
    assert!(is_looked_up(&created(known(), vec![lost(), list(&[old.clone(), new])])));
    assert!(is_not_yet(&created(known(), vec![lost(), list(std::slice::from_ref(&old))])));
    // A row that cannot be read may be the new one; and where it is not known what was there, nothing can be told.
    for outcome in [created(known(), vec![lost(), list(&[old, json!(7)])]), created(None, vec![lost()])] {
        assert!(matches!(outcome, Outcome::Unknown(Unknown { seen: Seen::Nothing, .. })), "{outcome:?}");
    }
}

fn deleted(scenes: Vec<Scene>) -> (Outcome<Tenant>, Scripted) {
    run(delete(&tenant("Vigo", 3), 3), scenes)
}

#[test]
fn a_delete_names_the_version_and_is_undone_by_a_restore() {
    let (outcome, script) = deleted(vec![told("Vigo", 3), Scene::new(204, "")]);
    assert!(matches!(outcome, Outcome::Done(_)), "{outcome:?}");
    assert!(script.requests()[1].url.ends_with(&format!("/tenants/{}?version=3", Uuid(7))));
    let mut change = delete(&tenant("Vigo", 3), 3);
    let back = change.take_inverse().and_then(|inverse| inverse.of(&outcome)).unwrap();
    let (outcome, script) = run(back, vec![Scene::new(204, ""), told("Vigo", 5)]);
    assert_eq!(verified(&outcome), Some(Verified::Yes));
    assert!(script.requests()[0].url.ends_with("/restore"));
    // A lost answer, and the tenant is not there: it was carried out.
    assert!(is_looked_up(&deleted(vec![told("Vigo", 3), lost(), Scene::new(404, "")]).0));
    assert!(is_not_yet(&deleted(vec![told("Vigo", 3), lost(), told("Vigo", 3)]).0));
}

#[test]
fn a_restore_that_left_it_deleted_is_told() {
    let mut gone = json_of(7, "Vigo", 4);
    gone["deleted_at"] = "2024-05-19T11:50:00".into();
    let gone = || Scene::new(200, gone.to_string());
    let (outcome, script) = run(restore(&tenant("Vigo", 4), true), vec![Scene::new(204, ""), gone()]);
    assert_eq!(verified(&outcome), Some(Verified::Differs));
    assert!(script.requests()[0].url.ends_with("/restore?force=true"));
    let again = |scenes| run(restore(&tenant("Vigo", 4), false), scenes).0;
    assert!(is_looked_up(&again(vec![lost(), told("Vigo", 5)])));
    assert!(is_not_yet(&again(vec![lost(), gone()])));
}

#[test]
fn the_pricing_mode_has_a_version_of_its_own() {
    let pricing = |mode: &str, version: i64| {
        Scene::new(200, json!({"mode": mode, "currency": null, "version": version}).to_string())
    };
    let change = || set_pricing(&tenant("Vigo", 3), (9, Some(PricingMode::Trial)), PricingMode::Production);
    let (outcome, script) = run(change(), vec![pricing("trial", 9), pricing("production", 10)]);
    assert_eq!(verified(&outcome), Some(Verified::Yes));
    assert_eq!(body(&script, 1), json!({"mode": "production", "version": 9}));
    let back = change().take_inverse().and_then(|inverse| inverse.of(&outcome)).unwrap();
    let (_, script) = run(back, vec![pricing("production", 10), pricing("trial", 11)]);
    assert_eq!(body(&script, 1), json!({"mode": "trial", "version": 10}));
}

fn siblings(rows: &[Value]) -> Scene {
    Scene::new(200, json!({ "items": rows }).to_string())
}

#[test]
fn siblings_are_deleted_in_one_request_and_read_back() {
    let two = || vec![(tenant("Vigo", 3), 3), (serde_json::from_value(json_of(8, "Lugo", 4)).unwrap(), 4)];
    let there = || siblings(&[json_of(7, "Vigo", 3), json_of(8, "Lugo", 4)]);
    let of = |scenes: Vec<Scene>| run(delete_siblings(two()), scenes);
    let (outcome, script) = of(vec![there(), Scene::new(204, ""), siblings(&[])]);
    assert_eq!(verified(&outcome), Some(Verified::Yes));
    let ids = [7, 8].map(|id| Uuid(id).to_string());
    assert_eq!(
        body(&script, 1),
        json!({"items": [{"id": ids[0], "version": 3}, {"id": ids[1], "version": 4}]})
    );
    // One that is still there is told.
    let (outcome, _) = of(vec![there(), Scene::new(204, ""), siblings(&[json_of(8, "Lugo", 4)])]);
    assert_eq!(verified(&outcome), Some(Verified::Differs));
    // Somebody else was faster.
    let (outcome, script) = of(vec![siblings(&[json_of(7, "Vigo", 3), json_of(8, "Lugo", 5)])]);
    assert!(matches!(outcome, Outcome::ChangedBefore(_)) && script.requests().len() == 1);
    // The answer was lost.
    assert!(is_looked_up(&of(vec![there(), lost(), siblings(&[]), siblings(&[])]).0));
    assert!(is_not_yet(&of(vec![there(), lost(), there()]).0));
    let half = of(vec![there(), lost(), siblings(&[json_of(7, "Vigo", 3)])]).0;
    assert!(matches!(half, Outcome::ChangedAfter(_)));
}
