//! Tasks through the whole chain, against scripts and a clock that does not wait.

use std::cell::RefCell;

use super::*;
use crate::clock::{Clock, TestClock};
use crate::connection::Connection;
use crate::transport::{Scene, Scripted};
use crate::vendors::ionos::tests::{UNIT, connect, id, now};

fn unit(state: &str, etag: &str) -> String {
    format!(
        r#"{{"id":"{UNIT}","metadata":{{"state":"{state}","etag":"{etag}"}},"properties":{{"name":"Mail"}}}}"#
    )
}

fn status(word: &str) -> Scene {
    Scene::new(200, format!(r#"{{"metadata":{{"status":"{word}","message":"m-{word}"}}}}"#))
}

fn broken() -> Scene {
    Scene::new(500, r#"{"httpStatus":500,"messages":[{"errorCode":"300","message":"no"}]}"#)
}

fn missing() -> Scene {
    Scene::new(404, r#"{"httpStatus":404,"messages":[{"errorCode":"309","message":"gone"}]}"#)
}

fn task(action: Action) -> Task {
    let before: BackupUnit = serde_json::from_str(&unit("AVAILABLE", "e1")).unwrap();
    let location = Location::Request(RequestId::new("r-1").unwrap());
    Task { etag_before: before.etag().map(str::to_owned), ..Task::accepted(action, &before, location, 0.0) }
}

/// Where a task comes to, and what was asked until then.
fn end(task: Task, scenes: Vec<Scene>) -> (Task, Scripted, TestClock, Connection) {
    let (connection, script, clock) = connect(scenes);
    let task = RefCell::new(task);
    now(run(&connection, &task, |_| ()));
    (task.into_inner(), script, clock, connection)
}

#[test]
fn from_queued_to_done_with_growing_waits() {
    let scenes = vec![status("QUEUED"), status("RUNNING"), status("PONDERING"), status("DONE")];
    let (task, script, clock, _) = end(task(Action::Create), scenes);
    assert_eq!((task.stage, task.said.as_deref()), (Stage::Done, Some("DONE")));
    assert_eq!(task.message.as_deref(), Some("m-DONE"));
    let urls: Vec<_> = script.requests().into_iter().map(|one| one.url).collect();
    assert_eq!(urls, ["/proxy/ionos/cloudapi/v6/requests/r-1/status"; 4]);
    assert!((clock.now_ms() - (1_000.0 + 1_000.0 + 1_500.0 + 2_250.0)).abs() < 1.0, "{}", clock.now_ms());
}

#[test]
fn a_failed_request_says_why() {
    let (task, ..) = end(task(Action::Change), vec![status("RUNNING"), status("FAILED")]);
    assert_eq!((task.stage, task.message.as_deref()), (Stage::Failed, Some("m-FAILED")));
    assert!(!task.locks(&id()));
}

#[test]
fn retry_after_is_honoured() {
    let later = status("RUNNING").header("retry-after", "40");
    let busy = Scene::new(503, "<html>").header("retry-after", "70");
    let scenes = vec![later, busy, Scene::new(200, unit("BUSY", "e1")), status("DONE")];
    let (task, script, clock, _) = end(task(Action::Create), scenes);
    assert_eq!((task.stage, script.requests().len()), (Stage::Done, 4));
    assert!(clock.now_ms() > 110_000.0, "{}", clock.now_ms());
}

#[test]
fn a_unit_that_is_ready_counts_where_the_status_hangs() {
    let busy = || Scene::new(200, unit("BUSY", "e1"));
    let ready = |etag: &str| Scene::new(200, unit("AVAILABLE", etag));
    // A create needs no more than the unit's word.
    let (made, ..) = end(task(Action::Create), vec![broken(), ready("e1")]);
    assert_eq!(made.stage, Stage::DoneUnread);
    assert!(made.stage.to_string().contains("could not be read"));
    // A change is believed once something has changed, or has been at work, or stays idle.
    let (changed, ..) = end(task(Action::Change), vec![broken(), ready("e2")]);
    let (worked, ..) = end(task(Action::Change), vec![broken(), busy(), broken(), ready("e1")]);
    let idle = vec![broken(), ready("e1"), broken(), ready("e1"), broken(), ready("e1")];
    let (idle, script, ..) = end(task(Action::Replace), idle);
    assert_eq!([changed.stage, worked.stage, idle.stage], [Stage::DoneUnread; 3]);
    assert_eq!(script.requests().len(), 6);
    // A delete is done when the unit is gone, and was not when it is there still.
    let (deleted, ..) = end(task(Action::Delete), vec![broken(), busy(), broken(), missing()]);
    let (kept, ..) = end(task(Action::Delete), vec![broken(), busy(), broken(), ready("e1")]);
    assert_eq!((deleted.stage, kept.stage), (Stage::DoneUnread, Stage::Failed));
}

#[test]
fn a_status_that_stands_still_is_doubted() {
    let mut scenes: Vec<Scene> = (0..10).map(|_| status("RUNNING")).collect();
    scenes.push(Scene::new(200, unit("AVAILABLE", "e1")));
    let (task, script, clock, _) = end(task(Action::Create), scenes);
    // After a minute the unit is asked too; here it says that it is ready.
    assert_eq!(task.stage, Stage::DoneUnread);
    assert!(clock.now_ms() > 60_000.0 && script.requests().last().unwrap().url.ends_with(UNIT));
}

#[test]
fn a_status_that_never_ends_is_given_up() {
    let both = [status("RUNNING"), Scene::new(200, unit("BUSY", "e1"))];
    let endless: Vec<Scene> = std::iter::repeat_n(both, 200).flatten().collect();
    let mut early: Vec<Scene> = (0..8).map(|_| status("RUNNING")).collect();
    early.extend(endless);
    let (mut task, script, clock, connection) = end(task(Action::Create), early);
    assert_eq!(task.stage, Stage::GaveUp);
    assert!(task.stage.to_string().contains("may still be"));
    assert!(clock.now_ms() >= PATIENCE_MS && clock.now_ms() < PATIENCE_MS + 60_000.0);
    let asked = script.requests().len();
    assert!(asked < 100, "{asked} requests");
    // Somebody wants to wait on.
    task.wait_on(clock.now_ms());
    let task = RefCell::new(task);
    now(ask(&connection, &task));
    assert!(script.requests().len() == asked + 1 && !task.borrow().stage.is_final());
}

#[test]
fn a_foreign_link_is_not_followed_but_the_unit_is() {
    let link = "https://evil.example/cloudapi/v6/requests/r-1/status";
    let scenes = vec![Scene::new(200, unit("BUSY", "e1")), Scene::new(200, unit("AVAILABLE", "e2"))];
    let (connection, script, _) = connect(scenes);
    let before: BackupUnit = serde_json::from_str(&unit("AVAILABLE", "e1")).unwrap();
    let location = Location::read(&connection, link);
    let task = RefCell::new(Task::accepted(Action::Change, &before, location, 0.0));
    assert_eq!(task.borrow().unreadable, Some(Unreadable::Elsewhere(link.to_owned())));
    now(run(&connection, &task, |_| ()));
    assert_eq!(task.borrow().stage, Stage::DoneUnread);
    assert!(script.requests().iter().all(|one| one.url.ends_with(UNIT)));
}

#[test]
fn a_unit_that_somebody_else_deleted_ends_the_waiting() {
    let gone = vec![broken(), missing(), missing(), missing()];
    let (task, ..) = end(task(Action::Change), gone);
    assert_eq!(task.stage, Stage::Gone);
    // One that is being made may not be there yet.
    let scenes = vec![broken(), missing(), Scene::new(200, unit("AVAILABLE", "e1"))];
    let (made, ..) = end(super::tests::task(Action::Create), scenes);
    assert_eq!(made.stage, Stage::DoneUnread);
}

#[test]
fn a_reload_loses_nothing_and_waits_for_the_sign_in() {
    let (connection, script, clock) = connect(vec![status("RUNNING"), status("DONE")]);
    let task = RefCell::new(task(Action::Create));
    clock.advance(2_000.0);
    now(ask(&connection, &task));
    let text = serde_json::to_string(&*task.borrow()).unwrap();
    assert!(!text.contains("s3cret") && !text.contains("YUBiLmV4YW1wbGU6"));
    let mut kept: Task = serde_json::from_str(&text).unwrap();
    assert_eq!(kept, *task.borrow());
    assert!(kept.locks(&id()) && kept.age_ms(5_000.0) > 4_999.0);
    // Nobody is signed in any more.
    now(connection.sign_out()).unwrap();
    clock.advance(60_000.0);
    let again = RefCell::new(kept.clone());
    now(run(&connection, &again, |_| ()));
    assert_eq!((again.borrow().next(clock.now_ms()), script.requests().len()), (Next::SignIn, 1));
    kept = again.into_inner();
    kept.signed_in(clock.now_ms());
    let (password, username) = (crate::secret::Secret::new("s3cret"), "a@b.example".to_owned());
    now(connection.sign_in(crate::connection::Credentials::Basic { username, password })).unwrap();
    let again = RefCell::new(kept);
    now(run(&connection, &again, |_| ()));
    assert_eq!(again.borrow().stage, Stage::Done);
    // What was kept is as hostile as any input.
    for bad in [text.replace("r-1", ".."), text.replace("\"create\"", "\"explode\""), "{}".to_owned()] {
        assert!(serde_json::from_str::<Task>(&bad).is_err(), "{bad}");
    }
}

#[test]
fn a_task_ends_in_the_words_of_every_write() {
    use crate::write::Ending;
    let table = [
        (Stage::Accepted, None),
        (Stage::Queued, None),
        (Stage::Running, None),
        (Stage::Done, Some(Ending::Done)),
        (Stage::DoneUnread, Some(Ending::Done)),
        (Stage::Failed, Some(Ending::NotDone)),
        (Stage::Gone, Some(Ending::ChangedAfter)),
        (Stage::GaveUp, Some(Ending::Unknown)),
    ];
    for (stage, ending) in table {
        assert_eq!((stage.ending(), stage.is_final()), (ending, ending.is_some()), "{stage}");
    }
}
