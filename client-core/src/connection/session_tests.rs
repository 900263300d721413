//! How long a session lasts: tokens that are renewed, 401s that are one operation's own, and the session's own check.

use std::rc::Rc;
use std::task::{Context, Poll};

use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, join_all};

use super::tests::{ME, TOKEN, client, connect, now};
use super::*;
use crate::clock::TestClock;
use crate::error::{Outcome, TransportFailure};
use crate::secret::Secret;
use crate::transport::{HttpAnswer, HttpRequest, Scene, Scripted, Transport};
use crate::uuid::Uuid;
use crate::vendors::acronis::settings::{Delete, Key};
use crate::vendors::acronis::tenants::Read;
use crate::vendors::acronis::users::Me;
use crate::vendors::acronis::{ApplicationId, TenantId};

fn read() -> Read {
    Read { id: TenantId(Uuid(1)), embed_path: false, allow_deleted: false }
}

fn delete() -> Delete {
    let (application, tenant) = (ApplicationId(Uuid(1)), TenantId(Uuid(2)));
    Delete(Key { application, tenant, name: "x".to_owned() })
}

fn urls(script: &Scripted) -> Vec<String> {
    script.requests().iter().map(|one| one.url.trim_start_matches("/p/api/2").to_owned()).collect()
}

/// Signed in by a pasted token, with `GET /users/me` for the session's own check.
fn checked(scenes: Vec<Scene>) -> (Connection, Scripted, TestClock) {
    let (connection, script, clock) = connect(scenes);
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    connection.set_check(crate::request::Call::request(&Me));
    (connection, script, clock)
}

/// Answers a moment after it was asked, so that others can ask meanwhile.
struct Late(Scripted);

impl Transport for Late {
    fn send(&self, request: HttpRequest) -> LocalBoxFuture<'static, Result<HttpAnswer, TransportFailure>> {
        let (answer, mut is_late) = (self.0.send(request), true);
        Box::pin(async move {
            let moment = |_: &mut Context<'_>| match std::mem::take(&mut is_late) {
                true => Poll::Pending,
                false => Poll::Ready(()),
            };
            std::future::poll_fn(moment).await;
            answer.await
        })
    }
}

fn checked_late(scenes: Vec<Scene>) -> (Connection, Scripted, TestClock) {
    let (usual, ..) = connect(Vec::new());
    let (script, clock) = (Scripted::new(scenes), TestClock::default());
    let late = Rc::new(Late(script.clone()));
    let connection = Connection::new(usual.config().clone(), "https://console", late, Rc::new(clock.clone()));
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    connection.set_check(crate::request::Call::request(&Me));
    (connection, script, clock)
}

fn refused() -> Scene {
    Scene::new(401, "{}")
}

#[test]
fn a_401_is_the_operations_own_until_the_check_says_401_too() {
    let answers = |status| vec![refused(), Scene::new(status, ME)];
    for status in [200, 403, 404, 500] {
        let (connection, script, _) = checked(answers(status));
        let error = now(connection.call(&read())).unwrap_err();
        assert_eq!((error.status(), error.needs_sign_in()), (Some(401), false), "{status}");
        assert_eq!(script.requests().len(), 2, "{status}");
    }
    let (connection, script, _) = checked(answers(401));
    let error = now(connection.call(&read())).unwrap_err();
    assert!(matches!(error, Error::Expired { .. }) && error.needs_sign_in(), "{error:?}");
    assert_eq!(urls(&script)[1], "/users/me");
    // A write that was refused so has changed nothing.
    let (connection, ..) = checked(answers(401));
    let error = now(connection.call(&delete())).unwrap_err();
    assert_eq!((error.outcome(), error.status()), (Outcome::NotSent, Some(401)));
    // The check itself needs no other.
    let (connection, script, _) = checked(vec![refused()]);
    assert!(now(connection.call(&Me)).unwrap_err().needs_sign_in());
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn one_check_serves_all_that_were_refused() {
    let (connection, script, clock) =
        checked_late(vec![refused(), Scene::new(200, ME), refused(), refused()]);
    for _ in 0..2 {
        let read = read();
        let mut call = Box::pin(connection.call(&read));
        let error = loop {
            if let Some(outcome) = call.as_mut().now_or_never() {
                break outcome.unwrap_err();
            }
        };
        assert!(!error.needs_sign_in());
    }
    assert_eq!(urls(&script).iter().filter(|url| *url == "/users/me").count(), 1);
    // Later it is asked again: once for all who want to know at the same time.
    clock.advance(60_000.0);
    let is_check = |url: &String| url == "/users/me";
    let before = urls(&script).iter().filter(|url| is_check(url)).count();
    let refused = crate::request::Call::request(&read());
    let mut all = Box::pin(join_all([connection.is_alive(&refused), connection.is_alive(&refused)]));
    let answers = loop {
        if let Some(answers) = all.as_mut().now_or_never() {
            break answers;
        }
    };
    assert_eq!(answers, [Some(false), Some(false)]);
    assert_eq!(urls(&script).iter().filter(|url| is_check(url)).count(), before + 1);
}

#[test]
fn what_can_be_renewed_is_renewed_and_repeated_once() {
    let scenes =
        vec![Scene::new(200, TOKEN), refused(), refused(), Scene::new(200, TOKEN), Scene::new(204, "")];
    let (connection, script, _) = connect(scenes);
    now(connection.sign_in(client())).unwrap();
    connection.set_check(crate::request::Call::request(&Me));
    now(connection.call(&delete())).unwrap();
    assert_eq!(script.requests().len(), 5);
    // Where the server gives no new token, the sign-in has expired.
    let scenes =
        vec![Scene::new(200, TOKEN), refused(), refused(), Scene::new(401, r#"{"error":"invalid_client"}"#)];
    let (connection, ..) = connect(scenes);
    now(connection.sign_in(client())).unwrap();
    connection.set_check(crate::request::Call::request(&Me));
    assert!(matches!(now(connection.call(&delete())), Err(Error::Expired { .. })));
}

#[test]
fn a_short_life_costs_few_requests() {
    let life = |token: &str, life: &str| {
        Scene::new(200, format!(r#"{{"access_token":"{token}","expires_in":{life}}}"#).as_str())
    };
    let me = || Scene::new(200, ME);
    let (connection, script, clock) =
        connect(vec![life("A", "\"20\""), me(), me(), me(), life("B", "20"), me(), me()]);
    now(connection.sign_in(client())).unwrap();
    for wait in [5_000.0, 5_000.0, 7_000.0, 2_000.0, 1_000.0] {
        clock.advance(wait);
        now(connection.call(&Me)).unwrap();
    }
    let tokens = urls(&script).iter().filter(|url| *url == "/idp/token").count();
    assert_eq!((tokens, script.requests().len()), (2, 7));
}

#[test]
fn lives_that_cannot_be_meant_are_not_said() {
    for answer in [
        r#"{"access_token":"A","expires_in":0}"#,
        r#"{"access_token":"A","expires_in":"-5"}"#,
        r#"{"access_token":"A","expires_in":"soon","expires_on":null}"#,
        r#"{"access_token":"A","expires_in":{}}"#,
    ] {
        let (connection, script, _) =
            connect(vec![Scene::new(200, answer), Scene::new(200, ME), Scene::new(200, ME)]);
        now(connection.sign_in(client())).unwrap();
        now(connection.call(&Me)).unwrap();
        now(connection.call(&Me)).unwrap();
        assert_eq!(script.requests().len(), 3, "{answer}");
    }
    // The time itself, where no life is told.
    let answer = r#"{"access_token":"A","expires_on":"100"}"#;
    let (connection, ..) = connect(vec![Scene::new(200, answer)]);
    now(connection.sign_in(client())).unwrap();
    let runs_out =
        |connection: &Connection| now(connection.access_token()).and_then(|token| token.runs_out_ms);
    assert_eq!(runs_out(&connection), Some(100_000.0));
}

#[test]
fn only_access_tokens_are_handed_on() {
    let handed = |credentials| {
        let (connection, ..) = connect(vec![Scene::new(200, TOKEN)]);
        now(connection.sign_in(credentials)).unwrap();
        now(connection.access_token()).map(|token| token.access.expose().to_owned())
    };
    let secret = || Secret::new("s3cret");
    assert_eq!(handed(client()).as_deref(), Some("T1"));
    assert_eq!(handed(Credentials::Bearer(secret())).as_deref(), Some("s3cret"));
    assert_eq!(handed(Credentials::Basic { username: "u".to_owned(), password: secret() }), None);
    assert_eq!(handed(Credentials::Prefixed { prefix: "Token".to_owned(), token: secret() }), None);
}

#[test]
fn a_clients_id_and_secret_are_trimmed() {
    let (connection, script, _) = connect(vec![Scene::new(200, TOKEN)]);
    let secret = Secret::new(" s3cret\r\n");
    now(connection.sign_in(Credentials::Client { id: "\tme ".to_owned(), secret })).unwrap();
    assert_eq!(script.requests()[0].authorization.as_ref().unwrap().expose(), "Basic bWU6czNjcmV0");
}

#[test]
fn retry_after_may_be_a_date() {
    let wait = |headers: &[(&str, &str)]| {
        let busy = headers.iter().fold(Scene::new(429, ""), |scene, (name, value)| scene.header(name, value));
        let (connection, ..) = checked(vec![busy]);
        match now(connection.call(&delete())).unwrap_err() {
            Error::Http { retry_after_s, .. } => retry_after_s,
            other => panic!("{other:?}"),
        }
    };
    let at = ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT");
    assert_eq!(wait(&[at, ("date", "Sun, 06 Nov 1994 08:49:30 GMT")]), Some(7.0));
    assert_eq!(wait(&[at, ("date", "Sun, 06 Nov 1994 08:50:00 GMT")]), Some(0.0));
    assert_eq!(wait(&[("retry-after", "Thu, 01 Jan 1970 00:00:09 GMT")]), Some(9.0));
    assert_eq!(wait(&[("retry-after", "soon")]), None);
    assert_eq!(wait(&[("retry-after", " 3 ")]), Some(3.0));
    assert_eq!(wait(&[("retry-after", "inf")]), None);
}
