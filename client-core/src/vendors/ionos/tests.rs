//! Bad input, through the whole chain: each with the answer that a server or a proxy gives.

use std::rc::Rc;

use futures_util::FutureExt;

use super::backup_units::{Create, Delete, List, Read, Replace};
use super::envelope::Envelope;
use super::requests::Location;
use super::rules::{Unauthorized, needs_contract_number, why_unauthorized};
use super::*;
use crate::clock::{Clock, TestClock};
use crate::config::{Config, SignIn};
use crate::connection::{Connection, Credentials, SignedIn};
use crate::error::{BodyKind, Error, Outcome};
use crate::rate_limit::RateLimit;
use crate::secret::Secret;
use crate::transport::{Scene, Scripted, Transport};
use crate::write::batch::{Batch, ItemStatus, Next, Pause};
use crate::write::{Ending, Outcome as Written};

pub(super) const UNIT: &str = "15f67991-0f51-4efc-a8ad-ef1fb31a480c";

/// Signed in with a password, on a contract that the configuration names.
pub(super) fn connect(scenes: Vec<Scene>) -> (Connection, Scripted, TestClock) {
    let script = Scripted::new(scenes);
    let (connection, clock) = connect_to(Rc::new(script.clone()), TestClock::default());
    (connection, script, clock)
}

pub(super) fn connect_to(transport: Rc<dyn Transport>, clock: TestClock) -> (Connection, TestClock) {
    let text = r#"{"connections":[{"id":"i","vendor":"ionos","label":"I","upstream":"https://api.ionos.com/cloudapi/v6",
        "route":{"kind":"path","prefix":"/proxy/ionos"},"options":{"contract_number":31884391}}]}"#;
    let config = Config::parse(text).unwrap().connections.remove(0);
    let connection = Connection::new(config, "https://console", transport, Rc::new(clock.clone()));
    let (username, password) = ("a@b.example".to_owned(), Secret::new("s3cret"));
    now(connection.sign_in(Credentials::Basic { username, password })).unwrap();
    (connection, clock)
}

pub(super) fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().unwrap()
}

pub(super) fn id() -> UnitId {
    UnitId::new(UNIT).unwrap()
}

fn create(name: &str) -> Create {
    let (password, email) = (Some(Secret::new("hunter2")), Some("a@b.example".to_owned()));
    Create {
        unit: NewBackupUnit { name: name.to_owned(), password, email },
        options: ResponseOptions::default(),
    }
}

fn refused(status: u16, messages: &[&str]) -> Scene {
    let messages: Vec<_> =
        messages.iter().map(|one| serde_json::json!({ "errorCode": "121", "message": one })).collect();
    let body = serde_json::json!({ "httpStatus": status, "messages": messages });
    Scene::new(status, body.to_string())
}

#[test]
fn basic_asks_nobody_and_goes_with_every_request() {
    let (connection, script, _) = connect(vec![Scene::new(200, r#"{"items":[]}"#)]);
    assert_eq!((script.requests().len(), connection.signed_in()), (0, SignedIn::Renewing));
    assert_eq!(connection.signed_in_with(), Some(SignIn::Basic));
    now(connection.call(&List::default())).unwrap();
    let sent = &script.requests()[0];
    assert_eq!(sent.url, "/proxy/ionos/cloudapi/v6/backupunits");
    assert_eq!(sent.authorization.as_ref().unwrap().expose(), "Basic YUBiLmV4YW1wbGU6czNjcmV0");
    let number = ("x-contract-number", "31884391".to_owned());
    assert!(sent.headers.contains(&number), "{:?}", sent.headers);
    assert!(!format!("{sent:?}").contains("s3cret"));
}

#[test]
fn what_cannot_be_sent_is_told_before() {
    let (connection, script, _) = connect(Vec::new());
    for (username, password) in [("a:b", "p"), ("", "p"), ("a", "")] {
        let (username, password) = (username.to_owned(), Secret::new(password));
        let error = now(connection.sign_in(Credentials::Basic { username, password })).unwrap_err();
        assert_eq!((error.outcome(), error.needs_sign_in()), (Outcome::NotSent, true));
    }
    for token in ["", "a\nb", "tökén"] {
        let (prefix, token) = (String::new(), Secret::new(token));
        assert!(now(connection.sign_in(Credentials::Prefixed { prefix, token })).is_err());
    }
    assert!(script.requests().is_empty());
    // Whoever was signed in before still is.
    assert_eq!(connection.signed_in_with(), Some(SignIn::Basic));
}

#[test]
fn a_token_has_the_prefix_that_it_is_given() {
    for (prefix, expected) in [("", "T"), ("Bearer", "Bearer T"), ("Token", "Token T")] {
        let (connection, script, _) = connect(vec![Scene::new(200, r#"{"items":[]}"#)]);
        let credentials = Credentials::Prefixed { prefix: prefix.to_owned(), token: Secret::new("T") };
        now(connection.sign_in(credentials)).unwrap();
        now(connection.call(&List::default())).unwrap();
        assert_eq!(script.requests()[0].authorization.as_ref().unwrap().expose(), expected);
    }
}

#[test]
fn a_contract_number_is_the_calls_own_or_the_chosen_one() {
    let number = |text: &str| ContractNumber::parse(text).unwrap();
    let (connection, script, _) = connect(vec![Scene::new(200, r#"{"items":[]}"#); 4]);
    let own = ResponseOptions { contract_number: Some(number("7")), ..ResponseOptions::everything() };
    now(connection.call(&List { options: own })).unwrap();
    contract_number::choose(&connection, Some(number("8")));
    now(connection.call(&List::default())).unwrap();
    contract_number::choose(&connection, None);
    now(connection.call(&List::default())).unwrap();
    let said = script.requests();
    let of = |at: usize| {
        said[at].headers.iter().filter(|(name, _)| *name == "x-contract-number").collect::<Vec<_>>()
    };
    assert_eq!((of(0)[0].1.as_str(), of(0).len()), ("7", 1));
    assert_eq!((of(1)[0].1.as_str(), of(2).len()), ("8", 0));
    assert!(said[0].url.ends_with("/backupunits?pretty=false&depth=10"), "{}", said[0].url);
    let asked = refused(422, &["X-Contract-Number is required: this user has multiple contracts"]);
    let (connection, _, _) = connect(vec![asked, refused(422, &["[(root).properties.name] no"])]);
    assert!(needs_contract_number(&now(connection.call(&List::default())).unwrap_err()));
    assert!(!needs_contract_number(&now(connection.call(&List::default())).unwrap_err()));
}

#[test]
fn messages_of_422_find_their_fields() {
    let taken = "[(root).properties.name] a backup unit with the name 'Mail' already exists";
    let bad = "[(root).properties.email] 'x' is not a valid e-mail address";
    let (connection, script, _) = connect(vec![refused(422, &[taken, bad, "[VDC-1] quota"])]);
    let error = now(connection.call(&create("Mail"))).unwrap_err();
    assert_eq!((error.status(), error.outcome()), (Some(422), Outcome::Refused));
    let sorted = Envelope::of(&error).unwrap().by_field(&["name", "email", "password"]);
    assert_eq!(sorted.fields[0], ("name", "a backup unit with the name 'Mail' already exists".to_owned()));
    assert_eq!((sorted.fields[1].0, sorted.others.as_slice()), ("email", &["[VDC-1] quota".to_owned()][..]));
    let sent = script.requests()[0].body.clone().unwrap();
    assert_eq!(
        String::from_utf8_lossy(&sent.0),
        r#"{"properties":{"email":"a@b.example","name":"Mail","password":"hunter2"}}"#
    );
    assert!(!format!("{:?} {error:?}", create("Mail")).contains("hunter2"));
}

#[test]
fn a_page_of_html_keeps_its_status_and_a_write_is_not_sent_again() {
    let (connection, script, _) = connect(vec![Scene::new(503, "<!DOCTYPE html><h1>503</h1>")]);
    let error = now(connection.call(&create("Mail"))).unwrap_err();
    assert!(
        matches!(error, Error::Http { status: 503, body: BodyKind::Html, vendor: None, .. }),
        "{error:?}"
    );
    assert_eq!((error.outcome(), script.requests().len()), (Outcome::Unknown, 1));
    assert!(Envelope::of(&error).is_none());
}

#[test]
fn a_401_is_explained_by_how_somebody_signed_in() {
    let two_factor = "Basic Authentication is not available with 2-Factor Authentication";
    let table = [(two_factor, Unauthorized::TwoFactor), ("Unauthorized", Unauthorized::PasswordOrTwoFactor)];
    for (words, why) in table {
        let (connection, script, _) = connect(vec![refused(401, &[words])]);
        let error = now(connection.call(&List::default())).unwrap_err();
        assert_eq!(why_unauthorized(connection.signed_in_with(), &error), Some(why));
        assert_eq!((error.status(), script.requests().len()), (Some(401), 1));
    }
    let (connection, _, _) = connect(vec![refused(401, &["Unauthorized"]), refused(403, &["no"])]);
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    let explained = || {
        let error = now(connection.call(&List::default())).unwrap_err();
        why_unauthorized(connection.signed_in_with(), &error)
    };
    assert_eq!((explained(), explained()), (Some(Unauthorized::Token), None));
}

#[test]
fn an_entry_without_properties_is_kept_and_told() {
    let text = format!(
        r#"{{"id":"backupunits","type":"collection","items":[
        {{"id":"{UNIT}","properties":{{"name":"Mail","password":"leaked"}},"metadata":{{"state":"DREAMING"}}}},
        {{"id":"{UNIT}"}}, {{"properties":{{"name":"NoId"}}}}, 7]}}"#
    );
    let (connection, _, _) = connect(vec![Scene::new(200, text)]);
    let units = now(connection.call(&List::default())).unwrap();
    let incomplete: Vec<bool> = units.items.items.iter().map(BackupUnit::is_incomplete).collect();
    assert_eq!(incomplete, [false, true]);
    assert_eq!(units.items.bad.iter().map(|bad| bad.index).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(units.items.items[0].state(), Some(&State::Other("DREAMING".to_owned())));
    assert!(!format!("{units:?}").contains("leaked"), "a password was taken from an answer");
}

#[test]
fn children_may_be_no_objects() {
    let text = r#"{"id":"u","entities":{"owns":"[Circular Reference]","groups":{"items":[
        {"id":"g","properties":{"name":"G","reserveIp":true}},"[Circular Reference]"]}}}"#;
    let user: User = serde_json::from_str(text).unwrap();
    let entities = user.entities.unwrap();
    let groups = entities.groups.unwrap().items;
    assert_eq!((entities.owns, groups.items[0].name(), groups.bad.len()), (None, Some("G"), 1));
}

#[test]
fn a_unit_that_somebody_else_deleted_is_not_found() {
    let (connection, _, _) = connect(vec![refused(404, &["Resource does not exist"]); 2]);
    let read = now(connection.call(&Read { id: id(), options: ResponseOptions::default() })).unwrap_err();
    let (change, told) = (BackupUnitChange::default(), Properties::default());
    let put = Replace { id: id(), change, told, options: ResponseOptions::default() };
    let write = now(connection.call(&put)).unwrap_err();
    assert!(read.is_not_found() && write.is_not_found() && write.outcome() == Outcome::Refused);
}

#[test]
fn a_location_leads_to_a_request_or_nowhere() {
    let (connection, script, _) = connect(Vec::new());
    let read = |link: &str| Location::read(&connection, link);
    let request = Location::Request(RequestId::new("r-1").unwrap());
    for good in [
        "https://api.ionos.com/cloudapi/v6/requests/r-1/status",
        "/proxy/ionos/cloudapi/v6/requests/r-1/status",
        "https://console/proxy/ionos/cloudapi/v6/requests/r-1/status?x=1",
    ] {
        assert_eq!(read(good), request, "{good}");
    }
    for bad in [
        "https://evil.example/cloudapi/v6/requests/r-1/status",
        "https://api.ionos.com.evil.example/cloudapi/v6/requests/r-1/status",
        "https://user@api.ionos.com/cloudapi/v6/requests/r-1/status",
        "http://api.ionos.com/cloudapi/v6/requests/r-1/status",
        "https://api.ionos.com/cloudapi/v6/backupunits/r-1",
        "https://api.ionos.com/cloudapi/v6/requests/%2e%2e/status",
        "https://api.ionos.com/cloudapi/v6/requests//status",
        "javascript:alert(1)",
        "",
    ] {
        assert!(matches!(read(bad), Location::Refused(_)), "{bad}");
    }
    assert!(script.requests().is_empty());
}

#[test]
fn the_head_of_an_answer_is_there_where_it_is_wanted() {
    let scene = Scene::new(202, "")
        .header("location", "https://evil.example/x")
        .header("x-ratelimit-remaining", "3")
        .header("x-ratelimit-limit", "60")
        .header("x-ratelimit-burst", "10");
    let (connection, _, _) = connect(vec![scene]);
    assert_eq!(connection.rate_limit(), None);
    let answer =
        now(connection.call_full(&Delete { id: id(), options: ResponseOptions::default() })).unwrap();
    assert_eq!((answer.status, answer.header("location")), (202, Some("https://evil.example/x")));
    assert!(matches!(Location::of(&connection, &answer), Location::Refused(_)));
    let limit = RateLimit { remaining: Some(3), limit: Some(60), burst: Some(10) };
    assert_eq!(connection.rate_limit(), Some(limit));
    now(connection.sign_out()).unwrap();
    assert_eq!((connection.rate_limit(), connection.signed_in_with()), (None, None));
}

fn people(ids: std::ops::Range<u32>, rest: &str) -> Scene {
    let items: Vec<_> = ids.map(|id| serde_json::json!({ "id": format!("u{id}") })).collect();
    Scene::new(200, format!(r#"{{"items":{}{rest}}}"#, serde_json::json!(items)))
}

#[test]
fn a_list_of_pages_ends_and_says_how() {
    use crate::paging::Extent::{Cut, Repeated, SoFar, Whole};
    let next = r#","offset":"0","limit":"100","_links":{"next":"https://api.ionos.com/cloudapi/v6/um/users?offset=0"}"#;
    let last = r#","_links":{"self":"x"}"#;
    let mut cut: Vec<Scene> = (0..200).map(|page| people(page * 100..page * 100 + 100, next)).collect();
    cut.push(people(0..1, last));
    let table: [(&str, Vec<Scene>, _); 7] = [
        ("one page", vec![people(0..3, last)], (3, 1, Whole)),
        ("full pages", vec![people(0..100, next), people(100..150, last)], (150, 2, Whole)),
        ("the offset is ignored", vec![people(0..100, next); 1000], (100, 2, Repeated)),
        ("a short list comes again", vec![people(0..40, next); 1000], (40, 2, Repeated)),
        ("a link behind the last page", vec![people(0..40, next), people(0..0, next)], (40, 2, Whole)),
        (
            "no links, and the offset is ignored",
            vec![people(0..100, r#","limit":100"#); 9],
            (100, 2, Repeated),
        ),
        ("more than is read", cut, (10_000, 100, Cut)),
    ];
    for (what, scenes, (rows, requests, extent)) in table {
        let (connection, script, _) = connect(scenes);
        let told = std::cell::RefCell::new(Vec::new());
        let tell = |so_far: &users::All| told.borrow_mut().push((so_far.users.len(), so_far.extent));
        let all = now(users::by_pages(&connection, ResponseOptions::depth(1), tell)).unwrap();
        assert_eq!(
            (all.users.len(), script.requests().len(), all.extent),
            (rows, requests, extent),
            "{what}"
        );
        assert!(told.borrow().iter().all(|(rows, extent)| *rows > 0 && *extent == SoFar), "{what}");
        assert_eq!((told.borrow().len(), all.is_whole()), (requests - 1, extent == Whole), "{what}");
    }
    // Where no request is left, the next page waits for its turn.
    let spent = people(0..100, next).header("x-ratelimit-remaining", "0").header("x-ratelimit-limit", "60");
    let (connection, _, clock) = connect(vec![spent, people(100..101, last)]);
    now(users::all(&connection, ResponseOptions::depth(1))).unwrap();
    assert!(clock.now_ms() >= 1_000.0, "{}", clock.now_ms());
}

#[test]
fn a_list_without_items_is_not_an_empty_one() {
    for answer in ["{}", r#"{"items":null}"#, r#"{"items":{}}"#, "[]", "null"] {
        let (connection, ..) = connect(vec![Scene::new(200, answer)]);
        let error = now(connection.call(&List::default())).unwrap_err();
        assert!(matches!(error, Error::Decode { .. }), "{answer}: {error:?}");
    }
}

fn busy_for(seconds: &str) -> Scene {
    refused(429, &["too many requests"]).header("retry-after", seconds)
}

#[test]
fn too_many_requests_stop_a_series_and_nothing_is_sent_twice() {
    let done = || Scene::new(202, format!(r#"{{"id":"{UNIT}"}}"#));
    let busy = busy_for("2").header("x-ratelimit-remaining", "0");
    let (connection, script, _) =
        connect(vec![done(), busy, done(), refused(422, &["taken"]), Scene::new(503, "<p>")]);
    let mut batch = Batch::new(["A", "B", "C", "D"]);
    let step = |batch: &mut Batch<&'static str>, now_ms: f64| {
        let next = batch.advance(now_ms);
        if let Next::Send(at) = next {
            let outcome = Written::from(now(connection.call(&create(batch.items()[at].0))));
            batch.ended(at, now_ms, &outcome, connection.rate_limit());
        }
        next
    };
    assert_eq!((step(&mut batch, 0.0), step(&mut batch, 0.0)), (Next::Send(0), Next::Send(1)));
    assert_eq!(step(&mut batch, 9_000.0), Next::Paused { by: Pause::Server, until_ms: 2_000.0 });
    assert_eq!((batch.paused(), batch.has_to_wait(1_999.0)), (Some(Pause::Server), true));
    assert!(!batch.has_to_wait(2_000.0));
    assert_eq!(script.requests().len(), 2);
    // Kept, and taken up again.
    let text = serde_json::to_string(&batch).unwrap();
    let kept: Batch<String> = serde_json::from_str(&text).unwrap();
    assert_eq!(kept.items()[1].1, ItemStatus::Waiting);
    batch.go_on();
    assert_eq!(step(&mut batch, 1_000.0), Next::Wait { until_ms: 2_000.0 });
    for at in 1..4 {
        assert_eq!(step(&mut batch, 9_000.0 * at as f64), Next::Send(at));
    }
    assert_eq!(step(&mut batch, 99_000.0), Next::Ended);
    let status: Vec<_> = batch.items().iter().map(|(_, status)| status.clone()).collect();
    let ended = |ending, said: Option<&str>| ItemStatus::Ended {
        ending,
        said: said.map(str::to_owned),
        differs: false,
        looked_up: false,
        can_look: false,
    };
    assert_eq!(status[..2], [ended(Ending::Done, None), ended(Ending::Done, None)]);
    assert_eq!(status[2], ended(Ending::Refused, Some("taken")));
    assert_eq!(status[3].ending(), Some(Ending::Unknown));
    // What was refused is sent again when that is asked for; what nobody knows of is not.
    batch.retry();
    batch.stop();
    assert!(matches!(batch.advance(99_000.0), Next::Paused { by: Pause::Somebody, .. }));
    batch.go_on();
    assert_eq!((batch.advance(99_000.0), batch.advance(99_000.0)), (Next::Send(2), Next::Ended));
    // Whoever is signed out has sent nothing, and nobody is made to wait for ever.
    let who = || refused(401, &["who?"]);
    let (connection, ..) = connect(vec![who(), who(), busy_for("999999999")]);
    connection.set_check(crate::request::Call::request(&super::backup_units::Probe));
    let mut out = Batch::new(["A", "B"]);
    for expected in [Pause::SignIn, Pause::Server] {
        out.go_on();
        assert_eq!(out.advance(0.0), Next::Send(0));
        let outcome = Written::from(now(connection.call(&create("A"))));
        out.ended(0, 0.0, &outcome, None);
        assert!(
            matches!(out.advance(0.0), Next::Paused { by, until_ms } if by == expected && until_ms < 1e6)
        );
        assert_eq!(out.count(|one| *one == ItemStatus::Waiting), 2);
    }
    let mut cut = Batch::new(["A"]);
    assert_eq!(cut.advance(0.0), Next::Send(0));
    cut.take_up();
    assert_eq!(cut.items()[0].1.ending(), Some(Ending::Unknown));
}

/// Sets each property of an object in turn, however deep, to what cannot be read, and reads it.
fn odd<T: serde::de::DeserializeOwned>(text: &str) {
    fn places(value: &serde_json::Value, above: &str, found: &mut Vec<String>) {
        for (key, value) in value.as_object().into_iter().flatten().filter(|(key, _)| *key != "id") {
            let place = format!("{above}/{key}");
            places(value, &place, found);
            found.push(place);
        }
    }
    let whole: serde_json::Value = serde_json::from_str(text).unwrap();
    let mut found = Vec::new();
    places(&whole, "", &mut found);
    for place in found {
        for odd in ["null", "7", "\"maybe\"", "{}", "[]", "[null]", "true"] {
            let mut object = whole.clone();
            *object.pointer_mut(&place).unwrap() = serde_json::from_str(odd).unwrap();
            let read = serde_json::from_value::<T>(object);
            // A list without its items tells nothing.
            assert!(read.is_ok() || place == "/items", "{place} {odd}: {:?}", read.err());
        }
    }
}

#[test]
fn nothing_odd_hides_the_object_that_it_stands_in() {
    odd::<BackupUnit>(fuzz::UNIT);
    odd::<User>(fuzz::PERSON);
    odd::<Collection<GroupShare>>(fuzz::PAGE);
    odd::<Group>(fuzz::GROUP);
    odd::<Resource>(
        r#"{"id":"r","type":"k8s","href":"h","metadata":{"createdBy":"a"},"properties":{"name":"N",
        "secAuthProtection":true},"entities":{"groups":{"items":[{"id":"g"}]}}}"#,
    );
    odd::<GroupShare>(
        r#"{"id":"s","type":"resource","properties":{"editPrivilege":true,"sharePrivilege":false}}"#,
    );
}
