//! Ways to sign in that stand on the interface without being built in: with a step in between, with a refresh
//! token, and with tokens of the page around the console.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, join};

use super::*;
use crate::channel::Channel;
use crate::clock::TestClock;
use crate::config::{Config, SignIn};
use crate::connection::{Connection, SignedIn};
use crate::error::{Outcome, TransportFailure};
use crate::transport::{Scene, Scripted};
use crate::vendors::acronis::users::Me;

const ME: &str = r#"{"id":"948efcf2-b740-4c40-bb2d-4e4a46adfd87","tenant_id":"0ef03214-6e47-4e50-87f2-a5955ba6095c","login":"a"}"#;

fn connect(sign_in: &str, scenes: Vec<Scene>) -> (Connection, Scripted, TestClock) {
    let text = format!(
        r#"{{"connections":[{{"id":"a","vendor":"acronis","label":"A","upstream":"https://host/api/2",
        "route":{{"kind":"path","prefix":"/p"}},"sign_in":[{sign_in}]}}]}}"#
    );
    let config = Config::parse(&text).unwrap().connections.remove(0);
    let (script, clock) = (Scripted::new(scenes), TestClock::default());
    let (transport, time) = (Rc::new(script.clone()), Rc::new(clock.clone()));
    (Connection::new(config, "https://console", transport, time), script, clock)
}

fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().unwrap()
}

fn authorizations(script: &Scripted) -> Vec<String> {
    let of = |one: &crate::transport::HttpRequest| one.authorization.as_ref().unwrap().expose().to_owned();
    script.requests().iter().map(of).collect()
}

/// Gives `P1`, `P2`, … each after a moment in which other requests go on.
fn page() -> (Supplied, Rc<RefCell<u32>>) {
    let asked = Rc::new(RefCell::new(0));
    let count = Rc::clone(&asked);
    let supplier = move || -> LocalBoxFuture<'static, _> {
        *count.borrow_mut() += 1;
        let token = Secret::new(format!("P{}", count.borrow()));
        let mut is_late = *count.borrow() > 1;
        let later = std::future::poll_fn(move |context| {
            context.waker().wake_by_ref();
            if std::mem::take(&mut is_late) { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
        });
        async move {
            later.await;
            Ok((token, None))
        }
        .boxed_local()
    };
    (Supplied::by(Rc::new(supplier)), asked)
}

#[test]
fn the_page_is_asked_once_for_all_who_were_refused() {
    let refused = || Scene::new(401, "");
    let scenes = vec![refused(), refused(), Scene::new(200, ME), Scene::new(200, ME)];
    let (connection, script, _) = connect(r#""bearer""#, scenes);
    let (supplied, asked) = page();
    assert_eq!(now(connection.begin(Rc::new(supplied))), Ok(None));
    assert_eq!(connection.signed_in_with(), Some(SignIn::Bearer));
    assert_eq!(connection.signed_in(), SignedIn::Renewing);
    let mut both = Box::pin(join(connection.call(&Me), connection.call(&Me)));
    // Once to be refused and to ask the page, once more when the page has answered.
    assert!(both.as_mut().now_or_never().is_none());
    let (one, other) = now(both);
    assert!(one.is_ok() && other.is_ok());
    assert_eq!(*asked.borrow(), 2, "one token for both");
    assert_eq!(authorizations(&script), ["Bearer P1", "Bearer P1", "Bearer P2", "Bearer P2"]);
}

#[test]
fn a_second_401_is_not_repeated_and_a_page_without_a_token_is_told() {
    let (connection, script, _) = connect(r#""bearer""#, vec![Scene::new(401, ""), Scene::new(401, "")]);
    let (supplied, asked) = page();
    now(connection.begin(Rc::new(supplied))).unwrap();
    let mut call = Box::pin(connection.call(&Me));
    assert!(call.as_mut().now_or_never().is_none());
    assert_eq!(now(call).unwrap_err().status(), Some(401));
    assert_eq!((script.requests().len(), *asked.borrow()), (2, 2));
    let refuse = Error::CannotSignIn { detail: "the page has no token" };
    let none: Supplier = Rc::new(move || std::future::ready(Err(refuse.clone())).boxed_local());
    let error = now(connection.begin(Rc::new(Supplied::by(none)))).unwrap_err();
    assert!(error.needs_sign_in());
    // Whoever was signed in before still is.
    assert_eq!(connection.signed_in(), SignedIn::Renewing);
    let odd: Supplier = Rc::new(|| std::future::ready(Ok((Secret::new("a\nb"), None))).boxed_local());
    assert!(now(connection.begin(Rc::new(Supplied::by(odd)))).is_err());
}

/// As an authorization code: a page to open, a code that comes back, and a refresh token that changes.
struct ByCode;

impl Grant for ByCode {
    fn kind(&self) -> SignIn {
        SignIn::Bearer
    }

    fn begin<'a>(&'a self, _: &'a Channel) -> Pending<'a, Begun> {
        let address = "https://vendor.example/authorize".to_owned();
        Box::pin(async { Ok(Begun::Open(Step { address, code: None })) })
    }

    fn complete<'a>(&'a self, _: &'a Channel, came_back: &'a Secret) -> Pending<'a, Token> {
        Box::pin(async {
            let refresh = Renewal::With(Secret::new(format!("{}1", came_back.expose())));
            Ok(Token::new("Bearer", Secret::new("T0"), refresh).until(Some(600_000.0)))
        })
    }

    fn renew<'a>(&'a self, channel: &'a Channel, token: &'a Token) -> Pending<'a, Token> {
        Box::pin(async {
            let Renewal::With(refresh) = &token.renewal else { panic!("not asked otherwise") };
            let access = Secret::new(format!("by {}", refresh.expose()));
            let next = Renewal::With(Secret::new(format!("{}1", refresh.expose())));
            Ok(Token::new("Bearer", access, next).until(Some(channel.clock().now_ms() + 600_000.0)))
        })
    }
}

#[test]
fn a_sign_in_with_a_step_in_between_renews_by_its_refresh_token() {
    let (connection, script, clock) = connect(r#""bearer""#, vec![Scene::new(200, ME); 3]);
    assert!(now(connection.complete(&Secret::new("code"))).is_err(), "nothing has begun");
    let step = now(connection.begin(Rc::new(ByCode))).unwrap().unwrap();
    assert_eq!(step.address, "https://vendor.example/authorize");
    assert_eq!(connection.signed_in(), SignedIn::No);
    now(connection.complete(&Secret::new("R"))).unwrap();
    assert!(now(connection.complete(&Secret::new("R"))).is_err(), "it is complete");
    for _ in 0..3 {
        now(connection.call(&Me)).unwrap();
        clock.advance(590_000.0);
    }
    assert_eq!(authorizations(&script), ["Bearer T0", "Bearer by R1", "Bearer by R11"]);
}

#[test]
fn scopes_and_addresses_of_the_configuration_are_used() {
    let sign_in = r#"{"kind":"client_credentials","client_id":"c","scopes":["one","two"],
        "token_url":"https://host/oauth/token","revoke_url":"https://host/oauth/revoke"}"#;
    let (connection, script, _) =
        connect(sign_in, vec![Scene::new(200, r#"{"access_token":"T"}"#), Scene::new(200, "")]);
    let secret = Secret::new("s");
    now(connection.sign_in(Credentials::Client { id: "c".to_owned(), secret })).unwrap();
    now(connection.sign_out()).unwrap();
    let sent = script.requests();
    assert_eq!((sent[0].url.as_str(), sent[1].url.as_str()), ("/p/oauth/token", "/p/oauth/revoke"));
    assert_eq!(sent[0].body.as_ref().unwrap().0, b"grant_type=client_credentials&scope=one%20two");
}

#[test]
fn a_sign_out_ends_what_was_begun() {
    let (connection, ..) = connect(r#""bearer""#, vec![]);
    now(connection.begin(Rc::new(ByCode))).unwrap();
    now(connection.sign_out()).unwrap();
    assert!(now(connection.complete(&Secret::new("R"))).is_err());
    assert_eq!(connection.signed_in(), SignedIn::No);
}

#[test]
fn a_token_that_nobody_got_changes_nothing_and_one_given_back_may_still_work() {
    let granted = || Scene::new(200, r#"{"access_token":"T"}"#);
    let lost = || Scene::failure(TransportFailure::TimedOut);
    let (connection, script, _) = connect(r#""client_credentials""#, vec![lost(), granted(), lost()]);
    let client = || Credentials::Client { id: "c".to_owned(), secret: Secret::new("s") };
    assert_eq!(now(connection.sign_in(client())).unwrap_err().outcome(), Outcome::Refused);
    now(connection.sign_in(client())).unwrap();
    assert_eq!(now(connection.sign_out()).unwrap_err().outcome(), Outcome::Unknown);
    assert_eq!(script.requests().len(), 3);
}
