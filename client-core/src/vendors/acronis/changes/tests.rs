//! Changes of settings, each against a scripted server.

use std::cell::RefCell;

use serde_json::json;

use super::settings::{return_to_inherited, set};
use crate::error::TransportFailure;
use crate::transport::{Scene, Scripted};
use crate::uuid::Uuid;
use crate::vendors::acronis::settings::Key;
use crate::vendors::acronis::testing::{connect, now};
use crate::vendors::acronis::{ApplicationId, Own, Setting, TenantId, Value};
use crate::write::{Action, Change, Done, Ending, Known, Outcome, Phase, Seen, Unknown, Verified};

const APPLICATION: ApplicationId = ApplicationId(Uuid(0xa));
const MINE: &str = r#"{"value":7.0,"lock":false,"exclusive":false}"#;
const OTHERS: &str = r#"{"value":8,"lock":false,"exclusive":false}"#;

fn key() -> Key {
    Key { application: APPLICATION, tenant: TenantId(Uuid(1)), name: "a/b 50%".to_owned() }
}

fn value(json: serde_json::Value) -> Value {
    Value::parse(&json.to_string()).unwrap()
}

fn own(json: serde_json::Value) -> Own {
    Own { value: value(json), lock: false, exclusive: false }
}

fn setting(own: &str) -> Scene {
    let owner = format!(r#"{{"type":"tenant","id":"{}"}}"#, Uuid(1));
    Scene::new(
        200,
        format!(r#"{{"name":"x","own":{own},"effective":{{"owner":{owner},"value":7,"lock":false}}}}"#),
    )
}

fn run(change: Change<Setting>, scenes: Vec<Scene>) -> (Outcome<Setting>, Scripted, Vec<Phase>) {
    let (connection, script) = connect(scenes);
    let phases = RefCell::new(Vec::new());
    let outcome = now(change.run(&connection, &|phase| phases.borrow_mut().push(phase)));
    (outcome, script, phases.into_inner())
}

fn written(scenes: Vec<Scene>) -> (Outcome<Setting>, Scripted) {
    let (outcome, script, _) = run(set(key(), None, own(json!(7))), scenes);
    (outcome, script)
}

fn lost() -> Scene {
    Scene::failure(TransportFailure::Unreachable)
}

fn is_looked_up(outcome: &Outcome<Setting>) -> bool {
    matches!(outcome, Outcome::Done(Done { known: Known::LookedUp(_), .. }))
}

#[test]
fn a_write_reads_first_and_sends_all_three_fields() {
    let change = set(key(), None, own(json!(7)));
    assert_eq!((change.about().action, change.about().name.as_deref()), (Action::Replace, Some("a/b 50%")));
    let (outcome, script, phases) = run(change, vec![setting("null"), setting(MINE)]);
    let Outcome::Done(done) = outcome else { panic!("{outcome:?}") };
    assert_eq!((done.known, done.verified), (Known::Answered, Verified::Yes));
    assert_eq!(phases, [Phase::Checking, Phase::Sending]);
    let put = &script.requests()[1];
    let path = format!("/p/api/2/applications/{}/settings/tenants/{}/a%2Fb%2050%25", APPLICATION.0, Uuid(1));
    assert_eq!(put.url, path);
    assert_eq!(put.body.as_ref().unwrap().0, br#"{"value":7,"lock":false,"exclusive":false}"#);
}

#[test]
fn a_change_in_between_stops_the_write() {
    let (outcome, script) = written(vec![setting(OTHERS)]);
    let Outcome::ChangedBefore(Some(now)) = outcome else { panic!("{outcome:?}") };
    assert_eq!(now.own.unwrap().value, value(json!(8)));
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn refusals_are_told() {
    for status in [403, 404, 415] {
        let (outcome, _) = written(vec![setting("null"), Scene::new(status, "")]);
        assert!(matches!(&outcome, Outcome::Refused(error) if error.status() == Some(status)), "{outcome:?}");
    }
    // Nothing is sent where the setting may not be read.
    let (outcome, script) = written(vec![Scene::new(403, "")]);
    assert!(matches!(outcome, Outcome::Refused(_)) && script.requests().len() == 1);
}

#[test]
fn after_a_lost_answer_the_setting_is_looked_up() {
    let then = |scene: Scene| written(vec![setting("null"), lost(), scene]).0;
    assert!(is_looked_up(&then(setting(MINE))));
    assert_eq!(then(setting("null")).ending(), Ending::NotSeen);
    assert!(matches!(then(setting(OTHERS)), Outcome::ChangedAfter(Some(_))));
    let Outcome::Unknown(unread) = then(Scene::new(403, "")) else { panic!() };
    assert!(matches!(&unread.seen, Seen::Unread(error) if error.status() == Some(403)));
    // Whoever is signed out has to sign in, and looks again then.
    let who = || Scene::new(401, "");
    let (connection, _) = connect(vec![setting("null"), lost(), who(), who()]);
    connection.set_check(crate::request::Call::request(&crate::vendors::acronis::settings::Read(key())));
    let out = now(set(key(), None, own(json!(7))).run(&connection, &|_| ()));
    assert!(out.signed_out().is_some() && out.can_look() && out.ending() == Ending::Unknown);
    // It may be out of sight.
    assert!(matches!(then(Scene::new(404, "")), Outcome::Unknown(Unknown { seen: Seen::Nothing, .. })));
}

#[test]
fn what_was_not_seen_is_looked_for_again_and_not_sent_again() {
    let scenes = ["null", "null", MINE].map(setting);
    let scenes = [setting("null"), lost()].into_iter().chain(scenes).collect();
    let (connection, script) = connect(scenes);
    let phases = RefCell::new(Vec::new());
    let tell = |phase| phases.borrow_mut().push(phase);
    let mut outcome = now(set(key(), None, own(json!(7))).run(&connection, &tell));
    for _ in 0..2 {
        let Outcome::Unknown(unknown) = &outcome else { panic!("{outcome:?}") };
        assert_eq!((outcome.ending(), &unknown.seen), (Ending::NotSeen, &Seen::NotYet));
        assert!(unknown.lost.outcome() == crate::error::Outcome::Unknown);
        assert!(outcome.can_look() && outcome.signed_out().is_none());
        outcome = now(outcome.take_again().unwrap().look(&connection, &tell));
    }
    assert!(is_looked_up(&outcome), "{outcome:?}");
    assert_eq!(phases.borrow()[2..], [Phase::LookingUp; 3]);
    let methods: Vec<_> = script.requests().iter().map(|one| one.method.as_str().to_owned()).collect();
    assert_eq!(methods, ["GET", "PUT", "GET", "GET", "GET"]);
}

#[test]
fn returning_is_looked_up_too() {
    let shown = || Some(own(json!(7)));
    let go = |scenes| run(return_to_inherited(key(), shown()), scenes).0;
    let done = go(vec![setting(MINE), Scene::new(204, "")]);
    assert!(matches!(&done, Outcome::Done(done) if done.verified == Verified::NotChecked), "{done:?}");
    assert!(matches!(go(vec![setting("null")]), Outcome::ChangedBefore(_)));
    assert!(is_looked_up(&go(vec![setting(MINE), lost(), setting("null")])));
    assert_eq!(go(vec![setting(MINE), lost(), setting(MINE)]).ending(), Ending::NotSeen);
}

#[test]
fn an_answer_with_another_value_is_told() {
    let (outcome, _) = written(vec![setting("null"), setting(OTHERS)]);
    let Outcome::Done(done) = outcome else { panic!("{outcome:?}") };
    assert_eq!(
        (done.verified, done.object.unwrap().own.unwrap().value),
        (Verified::Differs, value(json!(8)))
    );
    // An answer that cannot be read was a yes all the same.
    let (outcome, _) = written(vec![setting("null"), Scene::new(200, "p")]);
    let Outcome::Done(done) = outcome else { panic!("{outcome:?}") };
    assert!(matches!(done.known, Known::Unreadable(_)) && done.verified == Verified::NotChecked);
}

#[test]
fn what_is_read_back_counts() {
    for (is_so, expected) in
        [(Ok(true), Verified::Yes), (Ok(false), Verified::Differs), (Err(()), Verified::NotChecked)]
    {
        let change = return_to_inherited(key(), None).read_back(move |connection| {
            Box::pin(async move {
                let seen = connection.call(&crate::vendors::acronis::settings::Read(key())).await?;
                Ok(seen.own.is_none() == is_so.unwrap_or_default())
            })
        });
        let back = if is_so.is_ok() { setting("null") } else { Scene::new(403, "") };
        let (outcome, script, phases) = run(change, vec![setting("null"), Scene::new(204, ""), back]);
        let Outcome::Done(done) = outcome else { panic!("{outcome:?}") };
        assert_eq!((done.verified, script.requests().len()), (expected, 3));
        assert_eq!(phases, [Phase::Checking, Phase::Sending, Phase::ReadingBack]);
    }
}

#[test]
fn a_change_is_undone_by_its_inverse() {
    let mut change = set(key(), Some(own(json!(8))), own(json!(7)));
    let inverse = change.take_inverse().unwrap();
    let (outcome, ..) = run(change, vec![setting(OTHERS), setting(MINE)]);
    let (outcome, script, _) = run(inverse.of(&outcome).unwrap(), vec![setting(MINE), setting(OTHERS)]);
    assert!(matches!(outcome, Outcome::Done(_)));
    let put = &script.requests()[1];
    assert_eq!(put.body.as_ref().unwrap().0, br#"{"value":8,"lock":false,"exclusive":false}"#);
    // What was inherited before is inherited again.
    let mut change = set(key(), None, own(json!(7)));
    let inverse = change.take_inverse().unwrap();
    let (outcome, ..) = run(change, vec![setting("null"), setting(MINE)]);
    assert_eq!(inverse.of(&outcome).unwrap().about().action, Action::Delete);
    // What was not done is not undone, and neither is a return from nothing.
    let mut change = set(key(), None, own(json!(7)));
    let inverse = change.take_inverse().unwrap();
    let (outcome, ..) = run(change, vec![setting("null"), Scene::new(403, "")]);
    assert!(inverse.of(&outcome).is_none());
    let mut change = return_to_inherited(key(), None);
    let inverse = change.take_inverse().unwrap();
    let (outcome, ..) = run(change, vec![setting("null"), Scene::new(204, "")]);
    assert!(inverse.of(&outcome).is_none());
}
