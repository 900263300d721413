//! Every change of this vendor, each with the answers that a server or a proxy gives.

use std::cell::RefCell;

use super::shares::Pair;
use super::{groups, members, shares, units, users};
use crate::error::TransportFailure;
use crate::secret::Secret;
use crate::transport::{Scene, Scripted};
use crate::vendors::ionos::tasks::{Task, Unreadable};
use crate::vendors::ionos::tests::{UNIT, connect, id, now};
use crate::vendors::ionos::*;
use crate::write::{Action, Change, Done, Ending, Known, Outcome, Phase, Verified};

fn json(status: u16, text: impl Into<String>) -> Scene {
    Scene::new(status, text.into().into_bytes())
}

fn lost() -> Scene {
    Scene::failure(TransportFailure::Unreachable)
}

fn refused(status: u16) -> Scene {
    json(status, r#"{"httpStatus":422,"messages":[{"errorCode":"1","message":"no"}]}"#)
}

fn list(rows: &[String]) -> Scene {
    json(200, format!(r#"{{"items":[{}]}}"#, rows.join(",")))
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap()
}

/// How a change ended, what was asked for it, and the phases that were told.
fn run<T: 'static>(change: Change<T>, scenes: Vec<Scene>) -> (Outcome<T>, Scripted, Vec<Phase>) {
    let (connection, script, _) = connect(scenes);
    let phases = RefCell::new(Vec::new());
    let outcome = now(change.run(&connection, &|phase| phases.borrow_mut().push(phase)));
    (outcome, script, phases.into_inner())
}

/// Runs a change against each script, and holds how it ended and what was sent against what is expected.
fn table<T: 'static + std::fmt::Debug>(
    change: impl Fn() -> Change<T>,
    rows: Vec<(&str, Vec<Scene>, Ending, &str)>,
) {
    for (name, scenes, ending, methods) in rows {
        let (outcome, script, _) = run(change(), scenes);
        let sent: Vec<_> = script.requests().iter().map(|one| one.method.as_str().to_owned()).collect();
        assert_eq!((outcome.ending(), sent.join(" ").as_str()), (ending, methods), "{name}: {outcome:?}");
    }
}

fn verified<T>(outcome: &Outcome<T>) -> Option<Verified> {
    match outcome {
        Outcome::Done(done) => Some(done.verified),
        _ => None,
    }
}

fn unit(email: &str, state: &str, etag: &str) -> String {
    format!(
        r#"{{"id":"{UNIT}","metadata":{{"state":"{state}","etag":"{etag}"}},"properties":{{"name":"Mail","email":"{email}"}}}}"#
    )
}

fn before() -> BackupUnit {
    read(&unit("a@b.example", "AVAILABLE", "e1"))
}

fn same() -> Scene {
    json(200, unit("a@b.example", "AVAILABLE", "e1"))
}

fn accepted() -> Scene {
    let location = "https://api.ionos.com/cloudapi/v6/requests/r-1/status";
    json(202, unit("a@b.example", "BUSY", "e1")).header("location", location)
}

#[test]
fn a_unit_is_created() {
    let new = || NewBackupUnit {
        name: "mail".to_owned(),
        password: Some(Secret::new("hunter2")),
        email: Some("a@b.example".to_owned()),
    };
    let row = |state: &str| list(&[unit("a@b.example", state, "e1")]);
    table(
        || units::create(new(), Vec::new()),
        vec![
            ("accepted", vec![accepted()], Ending::Accepted, "POST"),
            ("refused", vec![refused(422)], Ending::Refused, "POST"),
            ("lost, ready", vec![lost(), row("AVAILABLE")], Ending::Done, "POST GET"),
            ("lost, at work", vec![lost(), row("BUSY")], Ending::Accepted, "POST GET"),
            ("lost, not seen", vec![json(503, "<p>"), list(&[])], Ending::NotSeen, "POST GET"),
            ("lost, odd rows", vec![lost(), list(&["7".to_owned()])], Ending::Unknown, "POST GET"),
            ("lost, no list", vec![lost(), refused(403)], Ending::Unknown, "POST GET"),
            ("odd answer", vec![json(202, "p")], Ending::Done, "POST"),
        ],
    );
    // A unit that was there before is not the new one.
    let (outcome, ..) = run(units::create(new(), vec![id()]), vec![lost(), row("AVAILABLE")]);
    assert_eq!(outcome.ending(), Ending::NotSeen);
    // The answer's head leads to the task; where it was lost, the unit itself does.
    let (outcome, ..) = run(units::create(new(), Vec::new()), vec![accepted()]);
    let Outcome::Accepted(heard) = outcome else { panic!("{outcome:?}") };
    let (connection, ..) = connect(Vec::new());
    let task = Task::of(&connection, Action::Create, &heard, None).unwrap();
    assert_eq!((task.request, task.unit), (Some(RequestId::new("r-1").unwrap()), id()));
    let (outcome, ..) = run(units::create(new(), Vec::new()), vec![lost(), row("BUSY")]);
    let Outcome::Accepted(found) = outcome else { panic!("{outcome:?}") };
    let task = Task::of(&connection, Action::Create, &found, None).unwrap();
    assert_eq!((task.request, task.unreadable, task.unit), (None, Some(Unreadable::Untold), id()));
    assert!(units::create(new(), Vec::new()).take_inverse().is_none());
}

#[test]
fn a_unit_is_changed() {
    let other = |state: &str| json(200, unit("new@b.example", state, "e2"));
    let email = || Some("new@b.example".to_owned());
    let only_listed = || list(&[unit("a@b.example", "AVAILABLE", "e1")]);
    let rows = |method: &'static str| {
        let sent = |tail: &str| -> &'static str { format!("GET {method}{tail}").leak() };
        let listed_first: &'static str = format!("GET GET {method}").leak();
        vec![
            ("accepted", vec![same(), accepted()], Ending::Accepted, sent("")),
            ("refused", vec![same(), refused(422)], Ending::Refused, sent("")),
            ("changed before", vec![other("AVAILABLE")], Ending::ChangedBefore, "GET"),
            ("gone before", vec![refused(404), list(&[])], Ending::Refused, "GET GET"),
            (
                "only in the list",
                vec![refused(404), only_listed(), accepted()],
                Ending::Accepted,
                listed_first,
            ),
            ("lost, done", vec![same(), lost(), other("AVAILABLE")], Ending::Done, sent(" GET")),
            (
                "lost, at work",
                vec![same(), lost(), other("BUSY"), list(&[])],
                Ending::Accepted,
                sent(" GET GET"),
            ),
            ("lost, not seen", vec![same(), lost(), same()], Ending::NotSeen, sent(" GET")),
            (
                "lost, something at work",
                vec![same(), lost(), json(200, unit("a@b.example", "BUSY", "e1")), list(&[])],
                Ending::Unknown,
                sent(" GET GET"),
            ),
            (
                "lost, something else",
                vec![same(), lost(), json(200, unit("x@b.example", "AVAILABLE", "e3"))],
                Ending::ChangedAfter,
                sent(" GET"),
            ),
            (
                "lost, gone",
                vec![same(), lost(), refused(404), list(&[])],
                Ending::ChangedAfter,
                sent(" GET GET"),
            ),
            (
                "lost, a proxy's 404",
                vec![same(), lost(), json(404, "<html>no")],
                Ending::Unknown,
                sent(" GET"),
            ),
        ]
    };
    let password = || Some(Secret::new("hunter2"));
    let change = || units::change(before(), BackupUnitChange { password: None, email: email() });
    table(change, rows("PATCH"));
    table(
        || units::replace(before(), BackupUnitChange { password: password(), email: email() }),
        rows("PUT"),
    );
    // A password cannot be looked up.
    table(
        || units::change(before(), BackupUnitChange { password: password(), email: None }),
        vec![("lost", vec![same(), lost()], Ending::Unknown, "GET PATCH")],
    );
    // The address of before comes back; a password does not.
    let (mut with, mut without) =
        (units::change(before(), BackupUnitChange { password: password(), email: email() }), change());
    assert!(with.take_inverse().is_none());
    let inverse = without.take_inverse().unwrap();
    let (outcome, ..) = run(without, vec![same(), lost(), other("AVAILABLE")]);
    let (outcome, script, _) = run(inverse.of(&outcome).unwrap(), vec![other("AVAILABLE"), accepted()]);
    assert_eq!(outcome.ending(), Ending::Accepted);
    assert_eq!(script.requests()[1].body.as_ref().unwrap().0, br#"{"email":"a@b.example"}"#);
}

#[test]
fn a_unit_is_deleted() {
    let busy = || json(200, unit("a@b.example", "BUSY", "e1"));
    let changed = || json(200, unit("a@b.example", "AVAILABLE", "e2"));
    table(
        || units::delete(before()),
        vec![
            ("accepted", vec![same(), json(202, "")], Ending::Accepted, "GET DELETE"),
            ("refused", vec![same(), refused(422)], Ending::Refused, "GET DELETE"),
            ("changed before", vec![changed()], Ending::ChangedBefore, "GET"),
            ("lost, gone", vec![same(), lost(), refused(404)], Ending::Done, "GET DELETE GET"),
            (
                "lost, at work",
                vec![same(), lost(), busy(), list(&[])],
                Ending::Accepted,
                "GET DELETE GET GET",
            ),
            ("lost, not seen", vec![same(), lost(), same()], Ending::NotSeen, "GET DELETE GET"),
            ("lost, changed", vec![same(), lost(), changed()], Ending::ChangedAfter, "GET DELETE GET"),
            ("lost, not told", vec![same(), lost(), refused(403)], Ending::Unknown, "GET DELETE GET"),
        ],
    );
}

#[test]
fn a_delete_is_followed_by_the_unit_of_before() {
    let (outcome, ..) = run(units::delete(before()), vec![same(), json(202, "")]);
    let Outcome::Accepted(accepted) = outcome else { panic!("{outcome:?}") };
    let (connection, ..) = connect(Vec::new());
    let task = Task::of(&connection, Action::Delete, &accepted, Some(&before())).unwrap();
    assert_eq!((task.unit, task.etag_before.as_deref()), (id(), Some("e1")));
    assert!(Task::of(&connection, Action::Delete, &accepted, None).is_none());
}

fn user(firstname: &str) -> String {
    format!(
        r#"{{"id":"u-1","properties":{{"firstname":"{firstname}","lastname":"L","email":"a@b.example","administrator":false,"forceSecAuth":false,"secAuthActive":false,"active":true}}}}"#
    )
}

fn wanted(firstname: &str, password: Option<&str>) -> user::UserChange {
    user::UserChange {
        firstname: firstname.to_owned(),
        lastname: "L".to_owned(),
        email: "a@b.example".to_owned(),
        active: Some(true),
        password: password.map(Secret::new),
        ..user::UserChange::default()
    }
}

#[test]
fn a_user_is_created() {
    let new = || NewUser { password: Secret::new("hunter2"), user: wanted("F", Some("hunter2")) };
    let create = || users::create(new(), Vec::new());
    table(
        create,
        vec![
            ("done", vec![json(202, user("F"))], Ending::Done, "POST"),
            ("refused", vec![refused(422)], Ending::Refused, "POST"),
            ("lost, done", vec![lost(), list(&[user("F")])], Ending::Done, "POST GET"),
            ("lost, another", vec![lost(), list(&[user("X")])], Ending::ChangedAfter, "POST GET"),
            ("lost, not seen", vec![lost(), list(&[])], Ending::NotSeen, "POST GET"),
            ("lost, no list", vec![lost(), refused(403)], Ending::Unknown, "POST GET"),
        ],
    );
    let known = vec![UserId::new("u-1").unwrap()];
    assert_eq!(
        run(users::create(new(), known), vec![lost(), list(&[user("F")])]).0.ending(),
        Ending::NotSeen
    );
    let mut change = create();
    let inverse = change.take_inverse().unwrap();
    let (outcome, ..) = run(change, vec![json(202, user("F"))]);
    assert_eq!(verified(&outcome), Some(Verified::Yes));
    let (_, script, _) = run(inverse.of(&outcome).unwrap(), vec![json(200, user("F")), json(202, "")]);
    assert!(script.requests()[1].url.ends_with("/um/users/u-1"));
}

#[test]
fn a_user_is_replaced() {
    let (old, new) = (|| json(200, user("F")), || json(202, user("G")));
    let replace = || users::replace(read(&user("F")), wanted("G", None));
    table(
        replace,
        vec![
            ("done", vec![old(), new()], Ending::Done, "GET PUT"),
            ("refused", vec![old(), refused(422)], Ending::Refused, "GET PUT"),
            ("changed before", vec![json(200, user("X"))], Ending::ChangedBefore, "GET"),
            ("lost, done", vec![old(), lost(), new()], Ending::Done, "GET PUT GET"),
            ("lost, not seen", vec![old(), lost(), old()], Ending::NotSeen, "GET PUT GET"),
            ("lost, another", vec![old(), lost(), json(200, user("X"))], Ending::ChangedAfter, "GET PUT GET"),
            ("lost, gone", vec![old(), lost(), refused(404)], Ending::ChangedAfter, "GET PUT GET"),
            ("lost, not told", vec![old(), lost(), refused(403)], Ending::Unknown, "GET PUT GET"),
        ],
    );
    table(
        || users::replace(read(&user("F")), wanted("F", Some("hunter2"))),
        vec![("a password cannot be looked up", vec![old(), lost()], Ending::Unknown, "GET PUT")],
    );
    let (outcome, _, phases) = run(replace(), vec![old(), json(202, user("X"))]);
    assert_eq!(
        (verified(&outcome), phases),
        (Some(Verified::Differs), vec![Phase::Checking, Phase::Sending])
    );
    let untold = run(replace(), vec![old(), json(202, r#"{"id":"u-1"}"#)]).0;
    assert_eq!(verified(&untold), Some(Verified::NotChecked));
    let mut change = replace();
    let inverse = change.take_inverse().unwrap();
    let (outcome, ..) = run(change, vec![old(), new()]);
    let (_, script, _) = run(inverse.of(&outcome).unwrap(), vec![new(), old()]);
    let body = script.requests()[1].body.clone().unwrap();
    assert!(String::from_utf8(body.0).unwrap().contains(r#""firstname":"F""#));
    assert!(users::replace(read(&user("F")), wanted("G", Some("hunter2"))).take_inverse().is_none());
}

#[test]
fn what_is_deleted_at_once_is_looked_up_by_its_absence() {
    let rows = |shown: String, other: String| {
        let same = || json(200, shown.clone());
        vec![
            ("done", vec![same(), json(202, "")], Ending::Done, "GET DELETE"),
            ("less is told", vec![json(200, r#"{"id":"x"}"#), json(202, "")], Ending::Done, "GET DELETE"),
            ("changed before", vec![json(200, other)], Ending::ChangedBefore, "GET"),
            ("gone before", vec![refused(404)], Ending::Refused, "GET"),
            ("refused", vec![same(), refused(422)], Ending::Refused, "GET DELETE"),
            ("lost, gone", vec![same(), lost(), refused(404)], Ending::Done, "GET DELETE GET"),
            ("lost, not seen", vec![same(), lost(), same()], Ending::NotSeen, "GET DELETE GET"),
            ("lost, not told", vec![same(), lost(), refused(403)], Ending::Unknown, "GET DELETE GET"),
        ]
    };
    table(|| users::delete(&read(&user("F"))), rows(user("F"), user("X")));
    table(|| groups::delete(&read(&group("G", true))), rows(group("G", true), group("G", false)));
    table(|| shares::remove(pair(), Some(told(true, false))), rows(share(true, false), share(true, true)));
    // What could not be read is not read again.
    table(|| shares::remove(pair(), None), vec![("done", vec![json(202, "")], Ending::Done, "DELETE")]);
}

fn group(name: &str, granted: bool) -> String {
    let others = Privilege::ALL.iter().filter(|one| **one != Privilege::ReserveIp);
    let others: String = others.map(|one| format!(r#""{}":false,"#, one.as_str())).collect();
    format!(
        r#"{{"id":"g-1","properties":{{{others}"name":"{name}","reserveIp":{granted},"createTeleporter":true}}}}"#
    )
}

fn group_write(name: &str, granted: bool) -> GroupWrite {
    let told = read::<Group>(&group(name, granted)).properties.unwrap();
    GroupWrite::new(name.to_owned(), &told.privileges, &told.told).unwrap()
}

#[test]
fn a_group_is_created() {
    let create = || groups::create(group_write("G", true), Vec::new());
    table(
        create,
        vec![
            ("done", vec![json(202, group("G", true))], Ending::Done, "POST"),
            ("refused", vec![refused(422)], Ending::Refused, "POST"),
            ("lost, done", vec![lost(), list(&[group("G", true)])], Ending::Done, "POST GET"),
            ("lost, another", vec![lost(), list(&[group("G", false)])], Ending::ChangedAfter, "POST GET"),
            ("lost, not seen", vec![lost(), list(&[group("H", true)])], Ending::NotSeen, "POST GET"),
            ("lost, odd rows", vec![lost(), list(&["7".to_owned()])], Ending::Unknown, "POST GET"),
        ],
    );
    let known = groups::create(group_write("G", true), vec![GroupId::new("g-1").unwrap()]);
    assert_eq!(run(known, vec![lost(), list(&[group("G", true)])]).0.ending(), Ending::NotSeen);
    let mut change = create();
    let inverse = change.take_inverse().unwrap();
    let (outcome, ..) = run(change, vec![json(202, group("G", true))]);
    assert_eq!(verified(&outcome), Some(Verified::Yes));
    assert_eq!(inverse.of(&outcome).unwrap().about().id.as_deref(), Some("g-1"));
}

#[test]
fn a_group_is_replaced() {
    let (old, new) = (|| json(200, group("G", true)), || json(202, group("G", false)));
    let replace = || groups::replace(read(&group("G", true)), group_write("G", false));
    table(
        replace,
        vec![
            ("done", vec![old(), new()], Ending::Done, "GET PUT"),
            ("refused", vec![old(), refused(422)], Ending::Refused, "GET PUT"),
            ("changed before", vec![json(200, group("X", true))], Ending::ChangedBefore, "GET"),
            ("lost, done", vec![old(), lost(), new()], Ending::Done, "GET PUT GET"),
            ("lost, not seen", vec![old(), lost(), old()], Ending::NotSeen, "GET PUT GET"),
            (
                "lost, another",
                vec![old(), lost(), json(200, group("X", true))],
                Ending::ChangedAfter,
                "GET PUT GET",
            ),
            ("lost, not told", vec![old(), lost(), refused(403)], Ending::Unknown, "GET PUT GET"),
        ],
    );
    // The server says yes and leaves a privilege as it was.
    assert_eq!(
        verified(&run(replace(), vec![old(), json(202, group("G", true))]).0),
        Some(Verified::Differs)
    );
    let mut change = replace();
    let inverse = change.take_inverse().unwrap();
    let (outcome, ..) = run(change, vec![old(), new()]);
    let (outcome, ..) = run(inverse.of(&outcome).unwrap(), vec![json(200, group("G", false)), old()]);
    assert_eq!(verified(&outcome), Some(Verified::Yes));
}

#[test]
fn a_member_is_added_and_removed() {
    let (group, user_id) = (|| GroupId::new("g-1").unwrap(), || UserId::new("u-1").unwrap());
    let (inside, outside) = (|| list(&[user("F")]), || list(&[]));
    table(
        || members::add(group(), user_id(), None),
        vec![
            ("done", vec![json(202, user("F"))], Ending::Done, "POST"),
            ("refused", vec![refused(422)], Ending::Refused, "POST"),
            ("lost, done", vec![lost(), inside()], Ending::Done, "POST GET"),
            ("lost, not seen", vec![lost(), outside()], Ending::NotSeen, "POST GET"),
            ("lost, odd rows", vec![lost(), list(&["7".to_owned()])], Ending::Unknown, "POST GET"),
        ],
    );
    table(
        || members::remove(group(), user_id(), None),
        vec![
            ("done", vec![inside(), json(202, "")], Ending::Done, "GET DELETE"),
            ("gone before", vec![outside()], Ending::ChangedBefore, "GET"),
            ("odd rows", vec![list(&["7".to_owned()]), json(202, "")], Ending::Done, "GET DELETE"),
            ("refused", vec![inside(), refused(404)], Ending::Refused, "GET DELETE"),
            ("lost, done", vec![inside(), lost(), outside()], Ending::Done, "GET DELETE GET"),
            ("lost, not seen", vec![inside(), lost(), inside()], Ending::NotSeen, "GET DELETE GET"),
            ("lost, not told", vec![inside(), lost(), refused(403)], Ending::Unknown, "GET DELETE GET"),
        ],
    );
    let mut change = members::remove(group(), user_id(), Some("a@b.example".to_owned()));
    let inverse = change.take_inverse().unwrap();
    let (outcome, ..) = run(change, vec![inside(), json(202, "")]);
    let (_, script, _) = run(inverse.of(&outcome).unwrap(), vec![json(202, user("F"))]);
    assert_eq!(script.requests()[0].body.as_ref().unwrap().0, br#"{"id":"u-1"}"#);
}

fn pair() -> Pair {
    let (group, resource) = (GroupId::new("g-1").unwrap(), ResourceId::new("r-1").unwrap());
    Pair { group, resource, name: Some("Mail".to_owned()) }
}

fn share(edit: bool, share: bool) -> String {
    format!(r#"{{"id":"r-1","properties":{{"editPrivilege":{edit},"sharePrivilege":{share}}}}}"#)
}

fn told(edit: bool, resharing: bool) -> ShareProperties {
    read::<GroupShare>(&share(edit, resharing)).properties.unwrap()
}

#[test]
fn a_share_is_added_and_changed() {
    let may = |edit: Option<bool>, share: Option<bool>| SharePrivileges { edit, share };
    let both = may(Some(true), Some(false));
    table(
        || shares::add(pair(), both),
        vec![
            ("done", vec![json(202, share(true, false))], Ending::Done, "POST"),
            ("refused", vec![refused(422)], Ending::Refused, "POST"),
            ("lost, done", vec![lost(), json(200, share(true, false))], Ending::Done, "POST GET"),
            ("lost, another", vec![lost(), json(200, share(true, true))], Ending::ChangedAfter, "POST GET"),
            ("lost, not seen", vec![lost(), refused(404)], Ending::NotSeen, "POST GET"),
            ("lost, not told", vec![lost(), refused(403)], Ending::Unknown, "POST GET"),
        ],
    );
    let old = || json(200, share(true, false));
    let change = || shares::change(pair(), told(true, false), may(Some(false), None));
    table(
        change,
        vec![
            ("done", vec![old(), json(202, share(false, false))], Ending::Done, "GET PUT"),
            ("changed before", vec![json(200, share(true, true))], Ending::ChangedBefore, "GET"),
            ("refused", vec![old(), refused(404)], Ending::Refused, "GET PUT"),
            ("lost, done", vec![old(), lost(), json(200, share(false, false))], Ending::Done, "GET PUT GET"),
            ("lost, not seen", vec![old(), lost(), old()], Ending::NotSeen, "GET PUT GET"),
            (
                "lost, another",
                vec![old(), lost(), json(200, share(true, true))],
                Ending::ChangedAfter,
                "GET PUT GET",
            ),
            ("lost, gone", vec![old(), lost(), refused(404)], Ending::ChangedAfter, "GET PUT GET"),
        ],
    );
    let mut change = change();
    let inverse = change.take_inverse().unwrap();
    let (outcome, ..) = run(change, vec![old(), json(202, share(false, false))]);
    let (_, script, _) = run(inverse.of(&outcome).unwrap(), vec![json(200, share(false, false)), old()]);
    assert_eq!(
        script.requests()[1].body.as_ref().unwrap().0,
        br#"{"properties":{"editPrivilege":true,"sharePrivilege":false}}"#
    );
    assert!(shares::change(pair(), ShareProperties::default(), both).take_inverse().is_none());
    let mut remove = shares::remove(pair(), Some(told(true, false)));
    let inverse = remove.take_inverse().unwrap();
    let (outcome, ..) = run(remove, vec![old(), json(202, "")]);
    assert_eq!(inverse.of(&outcome).unwrap().about().id.as_deref(), Some("g-1/r-1"));
}

#[test]
fn no_change_prints_what_it_sends() {
    let new = NewBackupUnit { name: "Mail".to_owned(), password: Some(Secret::new("hunter2")), email: None };
    let change = units::create(new, Vec::new());
    let text = format!("{change:?} {:?}", change.about());
    assert!(text.contains("Mail") && !text.contains("hunter2"), "{text}");
    // The object is told without its password, also where an answer repeats it.
    let leaks = unit("a@b.example", "BUSY", "e1").replace(r#""name""#, r#""password":"hunter2","name""#);
    let (outcome, ..) = run(change, vec![json(202, leaks)]);
    assert!(!format!("{outcome:?}").contains("hunter2"));
    assert!(matches!(outcome.map(drop), Outcome::Accepted(_)));
}

#[test]
fn a_lost_answer_is_named() {
    let scenes = vec![json(200, user("F")), lost(), refused(404)];
    let (outcome, _, phases) = run(users::delete(&read(&user("F"))), scenes);
    assert_eq!(phases, [Phase::Checking, Phase::Sending, Phase::LookingUp]);
    assert!(outcome.error().is_some() && outcome.object().is_none());
    let Outcome::Done(Done { known: Known::LookedUp(error), .. }) = outcome else { panic!() };
    assert_eq!(error.outcome(), crate::error::Outcome::Unknown);
}
