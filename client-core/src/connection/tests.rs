//! The chain: retry, refresh, what is sent and what never is.

use std::rc::Rc;

use futures_util::FutureExt;

use super::*;
use crate::clock::TestClock;
use crate::config::Config;
use crate::error::{BodyKind, Outcome, TransportFailure};
use crate::secret::Secret;
use crate::transport::{Scene, Scripted};
use crate::uuid::Uuid;
use crate::vendors::acronis::settings::{Delete, Key, Read as ReadSetting};
use crate::vendors::acronis::tenants::{Children, Read};
use crate::vendors::acronis::users::Me;
use crate::vendors::acronis::{ApplicationId, TenantId, tenants::ResolveIds};

pub(super) const ME: &str = r#"{"id":"948efcf2-b740-4c40-bb2d-4e4a46adfd87","tenant_id":"0ef03214-6e47-4e50-87f2-a5955ba6095c","login":"a"}"#;
pub(super) const TOKEN: &str =
    r#"{"access_token":"T1","token_type":"bearer","expires_in":600,"id_token":"x"}"#;
const SECOND: &str = r#"{"access_token":"T2","token_type":"bearer","expires_in":600,"id_token":"x"}"#;

pub(super) fn connect(scenes: Vec<Scene>) -> (Connection, Scripted, TestClock) {
    let text = r#"{"connections":[{"id":"a","vendor":"acronis","label":"A","upstream":"https://host/api/2","route":{"kind":"path","prefix":"/p"}}]}"#;
    let config = Config::parse(text).unwrap().connections.remove(0);
    let (script, clock) = (Scripted::new(scenes), TestClock::default());
    let connection =
        Connection::new(config, "https://console", Rc::new(script.clone()), Rc::new(clock.clone()));
    (connection, script, clock)
}

/// Everything here is ready at once: the script and the test clock never wait.
pub(super) fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().unwrap()
}

pub(super) fn client() -> Credentials {
    Credentials::Client { id: "me".to_owned(), secret: Secret::new("s3cret") }
}

#[test]
fn client_credentials_then_a_call() {
    let (connection, script, _) = connect(vec![Scene::new(200, TOKEN), Scene::new(200, ME)]);
    now(connection.sign_in(client())).unwrap();
    let me = now(connection.call(&Me)).unwrap();
    assert_eq!(me.login.as_deref(), Some("a"));
    let sent = script.requests();
    assert_eq!(sent[0].url, "/p/api/2/idp/token");
    assert_eq!(sent[0].authorization.as_ref().unwrap().expose(), "Basic bWU6czNjcmV0");
    assert_eq!(sent[0].body.as_ref().unwrap().0, b"grant_type=client_credentials");
    assert_eq!(
        (sent[1].url.as_str(), sent[1].authorization.as_ref().unwrap().expose()),
        ("/p/api/2/users/me", "Bearer T1")
    );
    assert!(!format!("{sent:?}").contains("s3cret"), "a secret was printed");
}

#[test]
fn a_refused_sign_in_says_what_the_server_said() {
    let refused = r#"{"error":"invalid_client","error_description":"Client authentication failed"}"#;
    let (connection, _, _) = connect(vec![Scene::new(401, refused)]);
    let error = now(connection.sign_in(client())).unwrap_err();
    let Error::SignInRefused { status: 401, vendor: Some(vendor) } = error else { panic!("{error:?}") };
    assert_eq!(
        (vendor.code.as_str(), vendor.message.as_str()),
        ("invalid_client", "Client authentication failed")
    );
    assert_eq!(connection.signed_in(), SignedIn::No);
    let error = now(connection.call(&Me)).unwrap_err();
    assert_eq!((error.needs_sign_in(), error.outcome()), (true, Outcome::NotSent));
}

#[test]
fn one_401_leads_to_one_refresh_and_one_repeat() {
    let scenes = vec![
        Scene::new(200, TOKEN),
        Scene::new(401, ""),
        Scene::new(200, SECOND),
        Scene::new(200, ME),
        Scene::new(401, ""),
        Scene::new(200, TOKEN),
        Scene::new(401, ""),
    ];
    let (connection, script, _) = connect(scenes);
    now(connection.sign_in(client())).unwrap();
    now(connection.call(&Me)).unwrap();
    assert_eq!(script.requests()[3].authorization.as_ref().unwrap().expose(), "Bearer T2");
    assert_eq!(now(connection.call(&Me)).unwrap_err().status(), Some(401));
    assert_eq!(script.requests().len(), 7);
}

#[test]
fn a_pasted_token_is_not_refreshed() {
    let (connection, script, _) = connect(vec![Scene::new(401, "")]);
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    assert_eq!(now(connection.call(&Me)).unwrap_err().status(), Some(401));
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn a_token_is_renewed_before_it_runs_out() {
    let (connection, script, clock) =
        connect(vec![Scene::new(200, TOKEN), Scene::new(200, SECOND), Scene::new(200, ME)]);
    now(connection.sign_in(client())).unwrap();
    clock.advance(580_000.0);
    now(connection.call(&Me)).unwrap();
    assert_eq!(script.requests()[2].authorization.as_ref().unwrap().expose(), "Bearer T2");
}

#[test]
fn reads_are_retried_after_passing_faults_and_wait_as_told() {
    let busy = Scene::new(429, "").header("retry-after", "3");
    let (connection, script, clock) = connect(vec![
        Scene::new(503, "<html>"),
        busy,
        Scene::failure(TransportFailure::Unreachable),
        Scene::new(200, ME),
    ]);
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    now(connection.call(&Me)).unwrap();
    assert_eq!(script.requests().len(), 4);
    assert!(clock.now_ms() > 3_000.0);
}

#[test]
fn retries_are_bounded_and_a_long_wait_is_told_instead() {
    let (connection, script, _) = connect(vec![Scene::new(502, "<html>"); 9]);
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    let error = now(connection.call(&Me)).unwrap_err();
    assert!(matches!(error, Error::Http { status: 502, body: BodyKind::Html, .. }), "{error:?}");
    assert_eq!(script.requests().len(), 4);
    let (connection, script, _) = connect(vec![Scene::new(429, "").header("retry-after", "3600")]);
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    let error = now(connection.call(&Me)).unwrap_err();
    assert!(matches!(error, Error::Http { retry_after_s: Some(3600.0), .. }));
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn writes_are_never_repeated_and_a_lost_answer_is_unknown() {
    for (scene, outcome) in [
        (Scene::failure(TransportFailure::Unreachable), Outcome::Unknown),
        (Scene::failure(TransportFailure::TimedOut), Outcome::Unknown),
        (Scene::new(503, ""), Outcome::Unknown),
        (Scene::new(429, ""), Outcome::Refused),
    ] {
        let (connection, script, _) = connect(vec![scene, Scene::new(200, "{}")]);
        now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
        let error = now(connection.call(&Delete(key()))).unwrap_err();
        assert_eq!((error.outcome(), script.requests().len()), (outcome, 1));
    }
    // A POST that only reads changes nothing, but it is not sent again by itself either.
    let (connection, script, _) = connect(vec![Scene::new(503, ""), Scene::new(200, "{}")]);
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    let error = now(connection.call(&ResolveIds { numbers: vec![1] })).unwrap_err();
    assert_eq!((error.outcome(), script.requests().len()), (Outcome::Refused, 1));
}

/// A firewall, a portal, a proxy: what they send says nothing of the object, of the account, or of a write.
#[test]
fn a_web_page_is_never_taken_for_an_answer() {
    let pages =
        ["<!doctype html><title>Sign in</title>", "\u{feff}\n <html>", "\r\n<?xml version=\"1.0\"?><html/>"];
    for (status, page) in
        [200, 202, 204, 401, 403, 404, 502].into_iter().flat_map(|status| pages.map(|page| (status, page)))
    {
        let signed_in = || {
            let (connection, _, _) = connect(vec![Scene::new(status, page); 8]);
            now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
            connection
        };
        let read = now(signed_in().call(&ReadSetting(key()))).unwrap_err();
        assert!(read.is_web_page(), "{status} {page:?}: {read:?}");
        assert!(!read.is_forbidden() && !read.is_not_found(), "{status}: {read:?}");
        assert_eq!(read.outcome(), Outcome::Refused, "{status}");
        let write = now(signed_in().call(&Delete(key()))).unwrap_err();
        let is_known = (400..500).contains(&status);
        assert_eq!(
            write.outcome(),
            if is_known { Outcome::Refused } else { Outcome::Unknown },
            "{status}: {write:?}"
        );
    }
}

fn key() -> Key {
    Key { application: ApplicationId(Uuid(1)), tenant: TenantId(Uuid(2)), name: "x".to_owned() }
}

#[test]
fn a_read_only_connection_sends_no_write_of_any_vendor() {
    use crate::catalogue::{Effect, acronis, cpm, ionos};
    let (connection, script, _) = connect(vec![Scene::new(200, "{}"); 1000]);
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    let send = |info| {
        let values: Vec<&str> = crate::catalogue::Info::path_parameters(info).map(|_| "x").collect();
        let Ok(request) = Request::dynamic(info, &values) else { return None };
        let before = script.requests().len();
        let answer = now(connection.send(&request)).map(|answer| answer.status);
        Some((answer, script.requests().len() - before))
    };
    let (mut refused, mut sent, mut pages) = (0, 0, 0);
    for info in [acronis::ALL, ionos::ALL, cpm::ALL].concat() {
        connection.set_read_only(true);
        let outcome = send(info);
        match info.effect {
            Effect::Read | Effect::Token => {
                sent += 1;
                assert_eq!(outcome, Some((Ok(200), 1)), "{}", info.id);
            }
            Effect::Page => pages += 1,
            Effect::Write => {
                refused += 1;
                let (answer, requests) = outcome.unwrap();
                let error = answer.unwrap_err();
                assert_eq!((&error, requests), (&Error::ReadOnly { operation: info.id }, 0));
                assert_eq!((error.outcome(), error.needs_sign_in()), (Outcome::NotSent, false));
                assert!(!info.method.is_read() && !error.is_passing());
                connection.set_read_only(false);
                assert_eq!(send(info), Some((Ok(200), 1)), "{}", info.id);
            }
        }
    }
    assert!(refused > 200 && sent > 200 && pages == 3, "{refused} {sent} {pages}");
}

#[test]
fn a_read_only_connection_signs_in_and_out() {
    let (connection, script, _) = connect(vec![Scene::new(200, TOKEN), Scene::new(200, "")]);
    connection.set_read_only(true);
    now(connection.sign_in(client())).unwrap();
    assert!(matches!(now(connection.call(&Delete(key()))), Err(Error::ReadOnly { .. })));
    now(connection.sign_out()).unwrap();
    assert_eq!(script.requests().len(), 2);
    assert!(connection.is_read_only());
}

#[test]
fn a_body_that_is_not_what_the_contract_says_names_the_place() {
    let (connection, _, _) = connect(vec![Scene::new(200, r#"{"tenant_id":7}"#), Scene::new(200, "nope")]);
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    let error = now(connection.call(&Me)).unwrap_err();
    assert!(
        matches!(&error, Error::Decode { path, operation: "users_me_get", .. } if path == "tenant_id"),
        "{error:?}"
    );
    assert!(matches!(now(connection.call(&Me)), Err(Error::Decode { .. })));
}

#[test]
fn sign_out_drops_and_revokes() {
    let (connection, script, _) = connect(vec![Scene::new(200, TOKEN), Scene::new(200, "{}")]);
    now(connection.sign_in(client())).unwrap();
    now(connection.sign_out()).unwrap();
    assert_eq!(script.requests()[1].url, "/p/api/2/idp/revoke_token");
    assert_eq!(connection.signed_in(), SignedIn::No);
    assert!(now(connection.call(&Me)).is_err());
    assert_eq!(script.requests().len(), 2);
}

#[test]
fn where_a_request_goes() {
    let (connection, _, _) = connect(Vec::new());
    let id = TenantId(Uuid(1));
    let request = crate::request::Call::request(&Children {
        id,
        order: Some("-name".to_owned()),
        allow_deleted: false,
    });
    let expected = "/p/api/2/tenants/00000000-0000-0000-0000-000000000001/children?order=-name";
    assert_eq!(connection.fetch_url(&request), expected);
    let read = crate::request::Call::request(&Read { id, embed_path: false, allow_deleted: true });
    assert!(connection.fetch_url(&read).ends_with("?allow_deleted=true"));
    let well_known =
        crate::request::Request::to(&crate::catalogue::acronis::WELL_KNOWN_OPENID_CONFIGURATION_GET, []);
    assert_eq!(
        connection.upstream_url(&well_known).to_string(),
        "https://host/.well-known/openid-configuration"
    );
    assert!(connection.follow("https://evil/x").is_err());
}
