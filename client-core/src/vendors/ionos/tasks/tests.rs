//! Tasks through the whole chain, against scripts and a clock that does not wait.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;

use super::*;
use crate::clock::{Clock, TestClock};
use crate::connection::Connection;
use crate::error::TransportFailure;
use crate::transport::{HttpAnswer, HttpRequest, Scene, Scripted, Transport};
use crate::vendors::ionos::tests::{UNIT, connect, connect_to, id, now};

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

fn listed(units: &[String]) -> Scene {
    Scene::new(200, format!(r#"{{"items":[{}]}}"#, units.join(",")))
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
    // Each second at first, then ever more seldom with the age.
    assert!((clock.now_ms() - 4_000.0).abs() < 1.0, "{}", clock.now_ms());
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
    let at_work = unit("BUSY", "e1");
    let scenes = vec![later, busy, Scene::new(200, at_work.clone()), listed(&[at_work]), status("DONE")];
    let (later, script, clock, _) = end(task(Action::Change), scenes);
    assert_eq!((later.stage, script.requests().len()), (Stage::Done, 5));
    assert!(clock.now_ms() > 110_000.0, "{}", clock.now_ms());
    // A date counts from the answer's own, by whatever clock the server goes.
    let at = |told: &str| status("RUNNING").header("retry-after", told);
    let dated = at("Sun, 06 Nov 1994 08:50:17 GMT").header("date", "Sun, 06 Nov 1994 08:49:37 GMT");
    for (scene, seconds) in [(dated, 40.0), (at("Thu, 01 Jan 1970 00:00:41 GMT"), 40.0), (at("soon"), 1.0)] {
        let (done, _, clock, _) = end(task(Action::Change), vec![scene, status("DONE")]);
        assert_eq!((done.stage, clock.now_ms()), (Stage::Done, 1_000.0 + seconds * 1_000.0));
    }
}

#[test]
fn a_finished_unit_is_held_against_what_was_meant() {
    let meant =
        |email: &str| serde_json::from_str(&format!(r#"{{"name":"Mail","email":"{email}"}}"#)).unwrap();
    let ready = |email: &str| {
        let unit = unit("AVAILABLE", "e2")
            .replace(r#""name":"Mail""#, &format!(r#""name":"Mail","email":"{email}""#));
        Scene::new(200, unit)
    };
    let done = |then: Vec<Scene>| {
        let change = Task { meant: meant("new@b.example"), ..task(Action::Change) };
        let (task, script, ..) = end(change, std::iter::once(status("DONE")).chain(then).collect());
        (task.stage, task.unlike, script.requests().len())
    };
    assert_eq!(done(vec![ready("new@b.example")]), (Stage::Done, Vec::new(), 2));
    // For a moment it may be shown as it was.
    assert_eq!(done(vec![ready("old@b.example"), ready("new@b.example")]), (Stage::Done, Vec::new(), 3));
    let (stage, unlike, asked) = done((0..4).map(|_| ready("old@b.example")).collect());
    assert_eq!((stage, asked), (Stage::Done, 5));
    let unlike: Vec<_> = unlike.iter().map(|one| [&*one.property, &*one.sent, &*one.found]).collect();
    assert_eq!(unlike, [["email", "new@b.example", "old@b.example"]]);
    // What is not told, or cannot be read, differs in nothing.
    assert_eq!(done((0..4).map(|_| Scene::new(200, unit("AVAILABLE", "e2"))).collect()).1, Vec::new());
    assert_eq!(done((0..4).map(|_| Scene::new(403, "")).collect()).1, Vec::new());
    // Where the unit itself said that it is done, that is what is looked at first.
    let change = Task { meant: meant("new@b.example"), ..task(Action::Change) };
    let (task, script, ..) = end(change, vec![broken(), ready("new@b.example")]);
    assert_eq!((task.stage, task.unlike.len(), script.requests().len()), (Stage::DoneUnread, 0, 2));
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
    let idle: Vec<Scene> = (0..40).flat_map(|_| [broken(), ready("e1")]).collect();
    let (idle, _, clock, _) = end(task(Action::Replace), idle);
    assert_eq!([changed.stage, worked.stage, idle.stage], [Stage::DoneUnread; 3]);
    assert!(clock.now_ms() >= 30_000.0, "the write may not have begun: {}", clock.now_ms());
    // A delete is done when the unit is gone, and was not when it is there still, for a good while.
    let (deleted, ..) = end(task(Action::Delete), vec![broken(), busy(), broken(), missing()]);
    let kept: Vec<Scene> =
        [broken(), busy()].into_iter().chain((0..40).flat_map(|_| [broken(), ready("e1")])).collect();
    let (kept, _, clock, _) = end(task(Action::Delete), kept);
    assert_eq!((deleted.stage, kept.stage), (Stage::DoneUnread, Stage::Failed));
    assert!(clock.now_ms() >= 30_000.0, "{}", clock.now_ms());
}

#[test]
fn a_status_that_stands_still_is_doubted() {
    let mut scenes: Vec<Scene> = (0..40).map(|_| status("RUNNING")).collect();
    let at = statuses_before_doubt();
    scenes.insert(at, Scene::new(200, unit("AVAILABLE", "e1")));
    let (task, script, clock, _) = end(task(Action::Create), scenes);
    // After a minute the unit is asked too; here it says that it is ready.
    assert_eq!(task.stage, Stage::DoneUnread);
    assert!(clock.now_ms() > 60_000.0 && script.requests().last().unwrap().url.ends_with(UNIT));
}

#[test]
fn a_status_that_never_ends_is_given_up() {
    let busy = || Scene::new(200, unit("BUSY", "e1"));
    let list = || listed(&[unit("BUSY", "e1")]);
    let endless = (0..200).flat_map(|_| [busy(), list(), status("RUNNING")]);
    let mut early: Vec<Scene> = (0..statuses_before_doubt()).map(|_| status("RUNNING")).collect();
    early.extend(endless);
    let (mut task, script, clock, connection) = end(task(Action::Create), early);
    assert_eq!(task.stage, Stage::GaveUp);
    assert!(task.stage.to_string().contains("may still be"));
    assert!(clock.now_ms() >= PATIENCE_MS && clock.now_ms() < PATIENCE_MS + 60_000.0);
    let asked = script.requests().len();
    assert!(asked < 150, "{asked} requests");
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

/// How many statuses are read in the first minute.
fn statuses_before_doubt() -> usize {
    let (connection, script, clock) = connect((0..40).map(|_| status("RUNNING")).collect());
    let task = RefCell::new(task(Action::Create));
    while !matches!(task.borrow().next(clock.now_ms()), Next::AskUnit(_)) {
        now(ask(&connection, &task));
        clock.advance(100.0);
    }
    script.requests().len()
}

/// A server that answers by what is asked for and when.
struct Server(TestClock, Habit);

/// When the request's status and when the unit can be read, and what the status says then.
#[derive(Clone, Copy, Debug)]
struct Habit {
    status_from_ms: f64,
    word: &'static str,
    unit_from_ms: f64,
    only_listed: bool,
}

impl Transport for Server {
    fn send(&self, request: HttpRequest) -> LocalBoxFuture<'static, Result<HttpAnswer, TransportFailure>> {
        let (now_ms, habit) = (self.0.now_ms(), self.1);
        let there = (now_ms >= habit.unit_from_ms).then(|| unit("AVAILABLE", "e2"));
        let scene = match request.url.split('?').next().unwrap_or_default() {
            url if url.ends_with("/status") && now_ms >= habit.status_from_ms => status(habit.word),
            url if url.ends_with("/backupunits") => listed(there.as_slice()),
            url if url.ends_with(UNIT) && !habit.only_listed => {
                there.map_or_else(missing, |unit| Scene::new(200, unit))
            }
            _ => missing(),
        };
        Scripted::new([scene]).send(request)
    }
}

/// How a task ends with such a server, and after how long.
fn end_with(action: Action, habit: Habit) -> (Task, f64) {
    let clock = TestClock::default();
    let server = Server(clock.clone(), habit);
    let (connection, clock) = connect_to(Rc::new(server), clock);
    let task = RefCell::new(task(action));
    now(run(&connection, &task, |_| ()));
    (task.into_inner(), clock.now_ms())
}

const NEVER: f64 = f64::INFINITY;

#[test]
fn nothing_that_was_accepted_is_said_to_be_gone() {
    let habit =
        |word, status_from_ms, unit_from_ms| Habit { word, status_from_ms, unit_from_ms, only_listed: false };
    for action in [Action::Create, Action::Change, Action::Replace] {
        for ms in [6_000.0, 45_000.0, 180_000.0, 500_000.0] {
            // Seen within a quarter of its age, half a minute at most.
            let late: f64 = ms + f64::min(ms * 0.6, 65_000.0);
            for (habit, expected) in [
                (habit("RUNNING", NEVER, ms), Stage::DoneUnread),
                (habit("DONE", ms, NEVER), Stage::Done),
                (habit("FAILED", ms, NEVER), Stage::Failed),
            ] {
                let (task, end_ms) = end_with(action, habit);
                assert_eq!(task.stage, expected, "{action:?} {habit:?}");
                assert!((ms..late).contains(&end_ms), "{action:?} {habit:?}: {end_ms}");
            }
        }
        // What is never seen is not said to be gone either, and somebody may look again.
        let (mut task, end_ms) = end_with(action, habit("RUNNING", NEVER, NEVER));
        assert_eq!((task.stage, task.stage.ending()), (Stage::NotSeen, Some(crate::write::Ending::NotSeen)));
        assert!((600_000.0..660_000.0).contains(&end_ms), "{end_ms}");
        task.wait_on(end_ms);
        assert_eq!(
            (task.stage, task.next(end_ms)),
            (Stage::Accepted, Next::AskStatus(RequestId::new("r-1").unwrap()))
        );
        // As long as the request is told to run, it is waited for.
        assert_eq!(end_with(action, habit("RUNNING", 0.0, NEVER)).0.stage, Stage::GaveUp);
    }
    // A unit that only the list shows.
    for action in [Action::Create, Action::Change] {
        let only_listed = Habit { only_listed: true, ..habit("RUNNING", NEVER, 45_000.0) };
        let (task, end_ms) = end_with(action, only_listed);
        assert_eq!(task.stage, Stage::DoneUnread);
        assert!(end_ms < 90_000.0, "{end_ms}");
    }
}

#[test]
fn a_delete_is_done_when_the_unit_is_missing() {
    let (task, script, ..) = end(task(Action::Delete), vec![missing(), missing()]);
    assert_eq!((task.stage, script.requests().len()), (Stage::DoneUnread, 2));
}

#[test]
fn a_unit_that_only_the_list_shows_rightly_is_found_there() {
    // Read alone it is busy for good; the list has it ready.
    let busy = || Scene::new(200, unit("BUSY", "e1"));
    let scenes = vec![missing(), busy(), listed(&[unit("AVAILABLE", "e1")])];
    assert_eq!(end(task(Action::Create), scenes).0.stage, Stage::DoneUnread);
    // Read alone it is missing.
    let scenes = vec![missing(), missing(), listed(&[unit("AVAILABLE", "e1")])];
    assert_eq!(end(task(Action::Create), scenes).0.stage, Stage::DoneUnread);
}

#[test]
fn too_many_requests_are_waited_for() {
    let scenes = vec![Scene::new(429, ""), Scene::new(429, "").header("retry-after", "60")];
    let (task, _, clock, _) = end(task(Action::Change), [scenes, vec![status("DONE")]].concat());
    assert_eq!(task.stage, Stage::Done);
    assert!(clock.now_ms() >= 70_000.0, "{}", clock.now_ms());
}

#[test]
fn many_tasks_keep_one_pace() {
    let (connection, script, clock) = connect((0..20).map(|_| status("DONE")).collect());
    let pace = Pace::default();
    for _ in 0..20 {
        let task = RefCell::new(task(Action::Change));
        now(run_among(&connection, &task, &pace, |_| ()));
    }
    assert_eq!(script.requests().len(), 20);
    assert!(clock.now_ms() >= 1_000.0 + 19.0 * 300.0, "{}", clock.now_ms());
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
        (Stage::NotSeen, Some(Ending::NotSeen)),
        (Stage::GaveUp, Some(Ending::Unknown)),
    ];
    for (stage, ending) in table {
        assert_eq!((stage.ending(), stage.is_final()), (ending, ending.is_some()), "{stage}");
    }
}
