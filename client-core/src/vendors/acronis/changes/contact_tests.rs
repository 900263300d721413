//! Changes of contacts, each against a scripted server.

use serde_json::{Value, json};

use super::contacts::{create, delete, update};
use crate::error::TransportFailure;
use crate::transport::{Scene, Scripted};
use crate::uuid::Uuid;
use crate::vendors::acronis::testing::{connect, now};
use crate::vendors::acronis::{
    Contact, ContactEdit, ContactField, ContactId, ContactTexts, ContactType, NewContact, TenantId,
};
use crate::write::{Change, Done, Known, Outcome, Seen, Unknown, Verified};

const TENANT: TenantId = TenantId(Uuid(1));

fn json_of(id: u128, phone: &str) -> Value {
    json!({
        "id": Uuid(id).to_string(), "tenant_id": TENANT.to_string(), "user_id": null, "types": ["billing"],
        "email": "A@b.example", "firstname": "Ana", "lastname": null, "phone": phone,
        "updated_at": "2020-05-19T11:50:00",
    })
}

fn contact(id: u128, phone: &str) -> Contact {
    serde_json::from_value(json_of(id, phone)).unwrap()
}

fn told(id: u128, phone: &str) -> Scene {
    Scene::new(200, json_of(id, phone).to_string())
}

fn lost() -> Scene {
    Scene::failure(TransportFailure::Unreachable)
}

fn run(change: Change<Contact>, scenes: Vec<Scene>) -> (Outcome<Contact>, Scripted) {
    let (connection, script) = connect(scenes);
    (now(change.run(&connection, &|_| ())), script)
}

fn edit(phone: &str) -> ContactEdit {
    let texts = ContactTexts::from([(ContactField::Phone, phone.to_owned())]);
    ContactEdit::of(&contact(7, "1"), &["billing".to_owned()], texts).unwrap()
}

fn updated(scenes: Vec<Scene>) -> (Outcome<Contact>, Scripted) {
    run(update(ContactId(Uuid(7)), contact(7, "1"), edit("2")), scenes)
}

fn body(script: &Scripted, at: usize) -> Value {
    serde_json::from_slice(&script.requests()[at].body.as_ref().unwrap().0).unwrap()
}

fn is_looked_up(outcome: &Outcome<Contact>) -> bool {
    matches!(outcome, Outcome::Done(Done { known: Known::LookedUp(_), .. }))
}

#[test]
fn an_update_reads_first_and_sends_what_was_edited() {
    let (outcome, script) = updated(vec![told(7, "1"), told(7, "2")]);
    let Outcome::Done(done) = outcome else { panic!("{outcome:?}") };
    assert_eq!((done.known, done.verified), (Known::Answered, Verified::Yes));
    assert_eq!(body(&script, 1), json!({"phone": "2"}));
    assert!(script.requests()[1].url.ends_with(&format!("/contacts/{}", Uuid(7))));
}

#[test]
fn a_change_in_between_stops_it() {
    let mut by_others = json_of(7, "1");
    by_others["city"] = "Vigo".into();
    by_others["lastname"] = "Sanz".into();
    let (outcome, script) = updated(vec![Scene::new(200, by_others.to_string())]);
    assert!(matches!(outcome, Outcome::ChangedBefore(Some(_))), "{outcome:?}");
    assert_eq!(script.requests().len(), 1);
    // Another date alone, or a null in the place of an empty text, is no change.
    let mut same = json_of(7, "1");
    same["updated_at"] = "2024-05-19T11:50:00".into();
    same["lastname"] = "".into();
    assert!(matches!(updated(vec![Scene::new(200, same.to_string()), told(7, "2")]).0, Outcome::Done(_)));
}

#[test]
fn an_answer_that_took_more_away_is_told() {
    let mut emptied = json_of(7, "2");
    emptied["firstname"] = Value::Null;
    let (outcome, _) = updated(vec![told(7, "1"), Scene::new(200, emptied.to_string())]);
    assert!(outcome.differs(), "{outcome:?}");
}

#[test]
fn a_lost_update_is_looked_up() {
    let then = |scene: Scene| updated(vec![told(7, "1"), lost(), scene]).0;
    assert!(is_looked_up(&then(told(7, "2"))));
    assert!(matches!(then(told(7, "1")), Outcome::Unknown(Unknown { seen: Seen::NotYet, .. })));
    assert!(matches!(then(told(7, "3")), Outcome::ChangedAfter(Some(_))));
    assert!(matches!(then(Scene::new(404, "")), Outcome::ChangedAfter(None)));
    assert!(matches!(then(Scene::new(403, "")), Outcome::Unknown(_)));
    for status in [400, 403, 409] {
        let (outcome, _) = updated(vec![told(7, "1"), Scene::new(status, "")]);
        assert!(matches!(&outcome, Outcome::Refused(error) if error.status() == Some(status)), "{outcome:?}");
    }
}

#[test]
fn an_update_is_undone_by_its_inverse() {
    let mut change = update(ContactId(Uuid(7)), contact(7, "1"), edit("2"));
    let inverse = change.take_inverse().unwrap();
    let (outcome, _) = run(change, vec![told(7, "1"), told(7, "2")]);
    let (outcome, script) = run(inverse.of(&outcome).unwrap(), vec![told(7, "2"), told(7, "1")]);
    assert!(matches!(outcome, Outcome::Done(_)));
    assert_eq!(body(&script, 1), json!({"phone": "1"}));
}

fn new() -> NewContact {
    let texts = ContactTexts::from([
        (ContactField::Email, "a@b.example".to_owned()),
        (ContactField::FirstName, "Ana".to_owned()),
    ]);
    NewContact::new(TENANT, vec![ContactType::Billing], texts).unwrap()
}

fn ids(list: &[u128]) -> Scene {
    let ids: Vec<String> = list.iter().map(|one| Uuid(*one).to_string()).collect();
    Scene::new(200, json!({ "items": ids }).to_string())
}

#[test]
fn a_new_contact_sends_what_was_entered_and_what_has_to_be_there() {
    let mut answer = json_of(7, "");
    answer["email"] = "a@b.example".into();
    let (outcome, script) = run(create(new(), Vec::new()), vec![Scene::new(201, answer.to_string())]);
    let Outcome::Done(done) = outcome else { panic!("{outcome:?}") };
    assert_eq!(done.verified, Verified::Yes);
    let sent = json!({
        "tenant_id": TENANT.to_string(), "types": ["billing"], "email": "a@b.example", "firstname": "Ana", "lastname": null,
    });
    assert_eq!(body(&script, 0), sent);
    answer["types"] = json!(["technical"]);
    let (outcome, _) = run(create(new(), Vec::new()), vec![Scene::new(201, answer.to_string())]);
    assert!(outcome.differs(), "{outcome:?}");
}

#[test]
fn a_lost_creation_is_looked_for_among_what_was_not_there() {
    let rows = |list: &[Value]| Scene::new(200, json!({ "items": list }).to_string());
    let known = || vec![ContactId(Uuid(6))];
    let then =
        |scenes: Vec<Scene>| run(create(new(), known()), [lost()].into_iter().chain(scenes).collect()).0;
    // The address is the same however it is capitalised; the server keeps it as it was sent.
    let mut made = json_of(7, "");
    made["email"] = "a@b.example".into();
    assert!(is_looked_up(&then(vec![ids(&[6, 7]), rows(&[json_of(6, ""), made])])));
    assert!(matches!(
        then(vec![ids(&[6]), rows(&[json_of(6, "")])]),
        Outcome::Unknown(Unknown { seen: Seen::NotYet, .. })
    ));
    assert!(matches!(then(vec![ids(&[6, 7]), rows(&[json_of(6, "")])]), Outcome::Unknown(_)));
    let mut others = json_of(7, "");
    others["types"] = json!(["technical"]);
    assert!(matches!(
        then(vec![ids(&[6, 7]), rows(&[json_of(6, ""), others])]),
        Outcome::ChangedAfter(Some(_))
    ));
}

#[test]
fn a_deletion_is_looked_up() {
    let go = |scenes: Vec<Scene>| run(delete(ContactId(Uuid(7)), &contact(7, "1")), scenes).0;
    assert!(matches!(go(vec![told(7, "1"), Scene::new(204, "")]), Outcome::Done(_)));
    assert!(matches!(go(vec![told(7, "2")]), Outcome::ChangedBefore(_)));
    assert!(is_looked_up(&go(vec![told(7, "1"), lost(), Scene::new(404, "")])));
    assert!(matches!(
        go(vec![told(7, "1"), lost(), told(7, "1")]),
        Outcome::Unknown(Unknown { seen: Seen::NotYet, .. })
    ));
    let mut gone = json_of(7, "1");
    gone["deleted_at"] = "2026-05-19T11:50:00".into();
    assert!(is_looked_up(&go(vec![told(7, "1"), lost(), Scene::new(200, gone.to_string())])));
}
