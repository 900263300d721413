//! Changes of users, each against a scripted server.

use serde_json::{Value, json};

use super::users::{create, delete, reset_totp, restore, send_activation, update};
use crate::error::TransportFailure;
use crate::transport::{Scene, Scripted};
use crate::uuid::Uuid;
use crate::vendors::acronis::testing::{connect, now};
use crate::vendors::acronis::{ContactField, ContactTexts, NewUser, TenantId, User, UserEdit, UserId};
use crate::write::{Change, Done, Ending, Known, Outcome, Verified};

const TENANT: TenantId = TenantId(Uuid(1));
const ID: UserId = UserId(Uuid(7));

fn json_of(version: i64, enabled: bool) -> Value {
    json!({
        "id": ID.to_string(), "tenant_id": TENANT.to_string(), "version": version, "login": "ana", "enabled": enabled,
        "activated": false, "language": "en", "notifications": ["quota"], "deleted_at": null,
        "contact": {"email": "A@b.example", "firstname": "Ana"}, "updated_at": "2020-05-19T11:50:00",
    })
}

fn user() -> User {
    serde_json::from_value(json_of(5, true)).unwrap()
}

fn told(version: i64, enabled: bool) -> Scene {
    Scene::new(200, json_of(version, enabled).to_string())
}

fn gone() -> Scene {
    let mut json = json_of(6, true);
    json["deleted_at"] = "2026-05-19T11:50:00".into();
    Scene::new(200, json.to_string())
}

fn lost() -> Scene {
    Scene::failure(TransportFailure::Unreachable)
}

fn run(change: Change<User>, scenes: Vec<Scene>) -> (Outcome<User>, Scripted) {
    let (connection, script) = connect(scenes);
    (now(change.run(&connection, &|_| ())), script)
}

fn disabled(scenes: Vec<Scene>) -> (Outcome<User>, Scripted) {
    run(update(ID, 5, user(), UserEdit::enable(false)), scenes)
}

fn body(script: &Scripted, at: usize) -> Value {
    serde_json::from_slice(&script.requests()[at].body.as_ref().unwrap().0).unwrap()
}

fn is_looked_up(outcome: &Outcome<User>) -> bool {
    matches!(outcome, Outcome::Done(Done { known: Known::LookedUp(_), .. }))
}

#[test]
fn an_update_reads_first_and_names_the_version() {
    let (outcome, script) = disabled(vec![told(5, true), told(6, false)]);
    let Outcome::Done(done) = outcome else { panic!("{outcome:?}") };
    assert_eq!((done.known, done.verified), (Known::Answered, Verified::Yes));
    assert_eq!(body(&script, 1), json!({"version": 5, "enabled": false}));
    assert!(script.requests()[1].url.ends_with(&format!("/users/{ID}")));
}

#[test]
fn a_change_in_between_stops_it() {
    let (outcome, script) = disabled(vec![told(6, true)]);
    assert!(matches!(outcome, Outcome::ChangedBefore(Some(_))), "{outcome:?}");
    assert_eq!(script.requests().len(), 1);
    // Between the reading and the write only the server can tell.
    for status in [409, 426] {
        let (outcome, _) = disabled(vec![told(5, true), Scene::new(status, "")]);
        assert!(matches!(&outcome, Outcome::Refused(error) if error.status() == Some(status)), "{outcome:?}");
    }
}

#[test]
fn an_answer_that_took_more_away_is_told() {
    let mut emptied = json_of(6, false);
    emptied["contact"]["firstname"] = "".into();
    let (outcome, _) = disabled(vec![told(5, true), Scene::new(200, emptied.to_string())]);
    assert!(outcome.differs(), "{outcome:?}");
}

#[test]
fn a_lost_update_is_looked_up() {
    let then = |scene: Scene| disabled(vec![told(5, true), lost(), scene]).0;
    assert!(is_looked_up(&then(told(6, false))));
    assert_eq!(then(told(5, true)).ending(), Ending::NotSeen);
    let mut others = json_of(6, true);
    others["language"] = "de".into();
    assert!(matches!(then(Scene::new(200, others.to_string())), Outcome::ChangedAfter(Some(_))));
    assert!(matches!(then(Scene::new(404, "")), Outcome::ChangedAfter(None)));
    assert_eq!(then(Scene::new(403, "")).ending(), Ending::Unknown);
}

#[test]
fn an_update_is_undone_with_the_version_that_it_left() {
    let texts = ContactTexts::from([(ContactField::FirstName, "Eva".to_owned())]);
    let edit = UserEdit::of(&user(), texts, "en", None).unwrap();
    let mut change = update(ID, 5, user(), edit);
    let inverse = change.take_inverse().unwrap();
    let mut eva = json_of(9, true);
    eva["contact"]["firstname"] = "Eva".into();
    let eva = || Scene::new(200, eva.to_string());
    let (outcome, _) = run(change, vec![told(5, true), eva()]);
    let (outcome, script) = run(inverse.of(&outcome).unwrap(), vec![eva(), told(10, true)]);
    assert_eq!(outcome.ending(), Ending::Done);
    assert_eq!(body(&script, 1), json!({"version": 9, "contact": {"firstname": "Ana"}}));
}

#[test]
fn a_deletion_names_the_version_and_is_undone_by_restoring() {
    let mut change = delete(ID, 5, &user());
    let inverse = change.take_inverse().unwrap();
    let (outcome, script) = run(change, vec![told(5, true), Scene::new(204, "")]);
    assert!(script.requests()[1].url.ends_with(&format!("/users/{ID}?version=5")));
    let back = inverse.of(&outcome).unwrap();
    let (outcome, script) = run(back, vec![gone(), Scene::new(204, ""), told(7, true)]);
    let Outcome::Done(done) = outcome else { panic!("{outcome:?}") };
    assert_eq!(done.verified, Verified::Yes);
    assert!(script.requests()[1].url.ends_with("/restore?enable=true"));
    let go = |scenes: Vec<Scene>| run(delete(ID, 5, &user()), scenes).0;
    assert!(is_looked_up(&go(vec![told(5, true), lost(), Scene::new(404, "")])));
    assert!(is_looked_up(&go(vec![told(5, true), lost(), gone()])));
    assert_eq!(go(vec![told(5, true), lost(), told(5, true)]).ending(), Ending::NotSeen);
    // Who is there already is not restored.
    let (outcome, script) = run(restore(ID, &user(), false), vec![told(5, true)]);
    assert!(matches!(outcome, Outcome::ChangedBefore(_)) && script.requests().len() == 1);
}

#[test]
fn what_cannot_be_looked_up_stays_unknown() {
    for change in [send_activation(ID, &user()), reset_totp(ID, &user())] {
        let (outcome, script) = run(change, vec![told(5, true), lost()]);
        assert_eq!((outcome.ending(), outcome.can_look()), (Ending::Unknown, false));
        assert_eq!(body(&script, 1), json!({}));
    }
    // Somebody who has activated meanwhile is sent nothing.
    let mut active = json_of(6, true);
    active["activated"] = true.into();
    let (outcome, _) = run(send_activation(ID, &user()), vec![Scene::new(200, active.to_string())]);
    assert!(matches!(outcome, Outcome::ChangedBefore(_)));
}

#[test]
fn a_new_user_sends_what_was_entered_and_is_looked_for_by_login() {
    let new = || {
        let texts = ContactTexts::from([(ContactField::Email, "a@b.example".to_owned())]);
        NewUser::new(TENANT, "ana", texts).unwrap()
    };
    let (outcome, script) = run(create(new(), Vec::new()), vec![told(1, true)]);
    let Outcome::Done(done) = outcome else { panic!("{outcome:?}") };
    assert_eq!(done.verified, Verified::Yes);
    let sent = json!({"tenant_id": TENANT.to_string(), "login": "ana", "contact": {"email": "a@b.example"}});
    assert_eq!(body(&script, 0), sent);
    let ids = || Scene::new(200, json!({"items": [ID.to_string()]}).to_string());
    let rows = || Scene::new(200, json!({"items": [json_of(1, true)]}).to_string());
    assert!(is_looked_up(&run(create(new(), Vec::new()), vec![lost(), ids(), rows()]).0));
    assert_eq!(run(create(new(), vec![ID]), vec![lost(), ids(), rows()]).0.ending(), Ending::NotSeen);
    let none = || Scene::new(200, r#"{"items":[]}"#);
    assert_eq!(run(create(new(), Vec::new()), vec![lost(), ids(), none()]).0.ending(), Ending::Unknown);
}
