//! What a replacement sends: everything that was read, unread and unknown fields included, and only what was edited is
//! another. And what is told of an answer that shows other values than were sent.

use serde_json::{Map, Value, json};

use super::shares::Pair;
use super::{groups, members, shares, units, users};
use crate::secret::Secret;
use crate::transport::Scene;
use crate::vendors::ionos::tests::{UNIT, connect, now};
use crate::vendors::ionos::*;
use crate::write::{Change, Outcome};

/// What every object may hold beside what this version knows.
fn unknown() -> Value {
    json!({ "future": "kept", "futureFlag": true, "futureNull": null, "futureText": "true", "futureMap": { "a": [1] } })
}

fn user() -> Value {
    json!({ "firstname": "F", "lastname": "L", "email": "a@b.example", "administrator": true, "forceSecAuth": true,
        "secAuthActive": true, "active": true, "s3CanonicalUserId": "s3" })
}

fn group() -> Value {
    let mut told: Map<String, Value> =
        Privilege::ALL.iter().map(|one| (one.as_str().to_owned(), true.into())).collect();
    told.insert("name".to_owned(), "G".into());
    told.into()
}

fn share() -> Value {
    json!({ "editPrivilege": true, "sharePrivilege": true })
}

fn unit() -> Value {
    json!({ "name": "Mail", "email": "a@b.example" })
}

fn object<T: serde::de::DeserializeOwned>(id: &str, properties: &Value) -> T {
    serde_json::from_value(json!({ "id": id, "properties": properties })).unwrap()
}

fn pair() -> Pair {
    Pair { group: GroupId::new("g").unwrap(), resource: ResourceId::new("r").unwrap(), name: None }
}

/// The properties that a change sends, where the object is what it was when it is read again.
fn sent<T: 'static + std::fmt::Debug>(change: Change<T>, id: &str, properties: &Value) -> Map<String, Value> {
    let metadata = json!({ "state": "AVAILABLE" });
    let answer = json!({ "id": id, "metadata": metadata, "properties": properties }).to_string();
    let answer = || Scene::new(200, answer.clone());
    // A unit that does not tell all of itself is looked for in the list as well.
    let (connection, script, _) = connect(vec![answer(), answer(), answer()]);
    let outcome = now(change.run(&connection, &|_| ()));
    let body = script.requests().last().and_then(|one| one.body.clone());
    let body = body.unwrap_or_else(|| panic!("{outcome:?}"));
    let body: Value = serde_json::from_slice(&body.0).unwrap();
    serde_json::from_value(body["properties"].clone()).unwrap()
}

type Replacing = fn(&Value) -> Option<Map<String, Value>>;

/// Each kind of object: its properties, and what one edit of it would send; `None` where it cannot be sent.
fn replacements() -> [(&'static str, Value, Replacing, &'static [&'static str]); 4] {
    let replace_user: Replacing = |told| {
        let before: User = object("u", told);
        let change = UserChange { lastname: "X".to_owned(), ..UserChange::of(before.properties.as_ref()?)? };
        Some(sent(users::replace(before, change), "u", told))
    };
    let replace_group: Replacing = |told| {
        let before: Group = object("g", told);
        let properties = before.properties.as_ref()?;
        let write = GroupWrite::new("X".to_owned(), &properties.privileges, &properties.told).ok()?;
        Some(sent(groups::replace(before, write), "g", told))
    };
    let replace_share: Replacing = |told| {
        let before = object::<GroupShare>("r", told).properties?;
        let SharePrivileges { edit, share } = before.privileges;
        let privileges = SharePrivileges { edit: Some(!edit?), share: Some(share?) };
        Some(sent(shares::change(pair(), before, privileges), "r", told))
    };
    let replace_unit: Replacing = |told| {
        let (password, email) = (Some(Secret::new("p")), Some("x@b.example".to_owned()));
        let change = BackupUnitChange { password, email };
        Some(sent(units::replace(object(UNIT, told), change), UNIT, told))
    };
    [
        ("user", user(), replace_user, &["lastname"]),
        ("group", group(), replace_group, &["name"]),
        ("share", share(), replace_share, &["editPrivilege"]),
        ("unit", unit(), replace_unit, &["email", "password"]),
    ]
}

fn with(properties: &Value, more: &Value) -> Value {
    let mut all = properties.as_object().unwrap().clone();
    all.extend(more.as_object().unwrap().clone());
    all.into()
}

#[test]
fn what_was_read_goes_back_and_only_what_was_edited_is_another() {
    for (kind, properties, replace, edited) in replacements() {
        let told = with(&properties, &unknown());
        let body = replace(&told).expect(kind);
        for (name, value) in told.as_object().unwrap() {
            match name.as_str() {
                // The contract has them in answers alone, or as read-only.
                "s3CanonicalUserId" => assert!(!body.contains_key(name), "{kind}"),
                "name" if kind == "unit" => assert!(!body.contains_key(name), "{kind}"),
                name if edited.contains(&name) => assert_ne!(body.get(name), Some(value), "{kind}.{name}"),
                name => assert_eq!(body.get(name), Some(value), "{kind}.{name}"),
            }
        }
    }
}

#[test]
fn a_value_as_text_is_what_it_says() {
    for (kind, properties, replace, edited) in replacements() {
        for (name, value) in properties.as_object().unwrap() {
            let Some(flag) = value.as_bool().filter(|_| !edited.contains(&name.as_str())) else { continue };
            let text = Value::from(flag.to_string());
            let body = replace(&with(&properties, &json!({ (name.as_str()): text }))).expect(kind);
            assert_eq!(body.get(name), Some(&text), "{kind}.{name}");
        }
    }
}

#[test]
fn what_is_not_known_is_not_sent_as_no() {
    for (kind, properties, replace, edited) in replacements() {
        for name in properties.as_object().unwrap().keys() {
            let is_flag = properties[name].is_boolean();
            for odd in [Value::Null, json!({}), json!([]), "maybe".into()] {
                let told = with(&properties, &json!({ (name.as_str()): odd }));
                let body = replace(&told);
                // A flag that nobody knows is not sent at all.
                assert!(!is_flag || body.is_none(), "{kind}.{name} {odd}: {body:?}");
                let told = body.as_ref().and_then(|body| body.get(name));
                let is_edited = edited.contains(&name.as_str());
                assert!(is_edited || told.is_none_or(|told| *told == odd), "{kind}.{name}: {told:?}");
            }
            let mut missing = properties.as_object().unwrap().clone();
            missing.remove(name);
            let body = replace(&missing.into());
            assert!(!is_flag || body.is_none(), "{kind} without {name}: {body:?}");
        }
    }
}

#[test]
fn an_explicit_choice_takes_the_place_of_what_is_not_known() {
    let told = with(&group(), &json!({ "createPcc": null, "reserveIp": "maybe" }));
    let before: Group = object("g", &told);
    let properties = before.properties.clone().unwrap();
    let mut privileges = properties.privileges.clone();
    let refused = GroupWrite::new("G".to_owned(), &privileges, &properties.told).unwrap_err();
    assert_eq!(refused, [Privilege::ReserveIp, Privilege::CreatePcc]);
    refused.into_iter().for_each(|one| privileges.set(one, true));
    let write = GroupWrite::new("G".to_owned(), &privileges, &properties.told).unwrap();
    let change = groups::replace(before, write);
    let body = sent(change, "g", &told);
    assert_eq!((&body["createPcc"], &body["reserveIp"]), (&true.into(), &true.into()));
}

/// A change, the object of before where it is read again, and the answer that says what was sent.
type Case = (&'static str, fn() -> Box<dyn FnOnce(Vec<Scene>) -> bool>, Option<Value>, Value);

fn run<T: 'static>(change: Change<T>) -> Box<dyn FnOnce(Vec<Scene>) -> bool> {
    Box::new(move |scenes| {
        let (connection, ..) = connect(scenes);
        let outcome: Outcome<T> = now(change.run(&connection, &|_| ()));
        assert!(outcome.ending().is_done());
        outcome.differs()
    })
}

fn changes() -> Vec<Case> {
    let object = |id: &str, properties: Value| json!({ "id": id, "metadata": { "state": "AVAILABLE" }, "properties": properties });
    vec![
        (
            "create user",
            || {
                let user =
                    UserChange::of(self::object::<User>("u", &user()).properties.as_ref().unwrap()).unwrap();
                run(users::create(NewUser { password: Secret::new("p"), user }, Vec::new()))
            },
            None,
            object("u", user()),
        ),
        (
            "replace user",
            || {
                let before: User = self::object("u", &user());
                let told = UserChange::of(before.properties.as_ref().unwrap()).unwrap();
                run(users::replace(before, UserChange { lastname: "X".to_owned(), ..told }))
            },
            Some(object("u", user())),
            object("u", with(&user(), &json!({ "lastname": "X" }))),
        ),
        (
            "create group",
            || {
                let privileges = Privilege::ALL.into_iter().collect();
                run(groups::create(
                    GroupWrite::new("G".to_owned(), &privileges, &Properties::default()).unwrap(),
                    Vec::new(),
                ))
            },
            None,
            object("g", group()),
        ),
        (
            "replace group",
            || {
                let before: Group = self::object("g", &group());
                let told = before.properties.clone().unwrap();
                let write = GroupWrite::new("X".to_owned(), &told.privileges, &told.told).unwrap();
                run(groups::replace(before, write))
            },
            Some(object("g", group())),
            object("g", with(&group(), &json!({ "name": "X" }))),
        ),
        (
            "add share",
            || run(shares::add(pair(), SharePrivileges { edit: Some(true), share: Some(true) })),
            None,
            object("r", share()),
        ),
        (
            "change share",
            || {
                let before = self::object::<GroupShare>("r", &share()).properties.unwrap();
                run(shares::change(pair(), before, SharePrivileges { edit: Some(false), share: None }))
            },
            Some(object("r", share())),
            object("r", with(&share(), &json!({ "editPrivilege": false }))),
        ),
        (
            "create unit",
            || {
                let unit = NewBackupUnit {
                    name: "Mail".to_owned(),
                    password: Some(Secret::new("p")),
                    email: Some("a@b.example".to_owned()),
                };
                run(units::create(unit, Vec::new()))
            },
            None,
            object(UNIT, unit()),
        ),
        (
            "change unit",
            || {
                let email = Some("x@b.example".to_owned());
                run(units::change(self::object(UNIT, &unit()), BackupUnitChange { password: None, email }))
            },
            Some(object(UNIT, unit())),
            object(UNIT, with(&unit(), &json!({ "email": "x@b.example" }))),
        ),
        (
            "replace unit",
            || {
                let (password, email) = (Some(Secret::new("p")), Some("x@b.example".to_owned()));
                run(units::replace(self::object(UNIT, &unit()), BackupUnitChange { password, email }))
            },
            Some(object(UNIT, unit())),
            object(UNIT, with(&unit(), &json!({ "email": "x@b.example" }))),
        ),
        (
            "add member",
            || run(members::add(GroupId::new("g").unwrap(), UserId::new("u").unwrap(), None)),
            None,
            object("u", user()),
        ),
    ]
}

#[test]
fn an_answer_with_another_value_is_told() {
    for (name, change, before, answer) in changes() {
        let said = |status: u16, answer: &Value| {
            let scene = |status, value: &Value| Scene::new(status, value.to_string());
            let scenes = before.iter().map(|before| scene(200, before)).chain([scene(status, answer)]);
            change()(scenes.collect())
        };
        for status in [200, 202] {
            assert!(!said(status, &answer), "{name} {status}");
            assert!(!said(status, &json!({ "id": answer["id"] })), "{name} {status}: nothing told");
            assert!(
                said(status, &json!({ "id": "another", "properties": answer["properties"] }))
                    || before.is_none(),
                "{name}: another object"
            );
        }
        // A member's own properties are none of the write's.
        let written = answer["properties"].as_object().unwrap().keys();
        for property in written.filter(|one| name != "add member" && *one != "s3CanonicalUserId") {
            // What cannot be written is not what was meant.
            if name.ends_with("unit") && property == "name" && !name.starts_with("create") {
                continue;
            }
            let other = match &answer["properties"][property] {
                Value::Bool(flag) => (!flag).into(),
                _ => "other".into(),
            };
            let mut odd = answer.clone();
            odd["properties"][property] = other;
            for status in [200, 202] {
                assert!(said(status, &odd), "{name} {status}: {property}");
            }
            odd["properties"][property] = Value::Null;
            assert!(!said(200, &odd), "{name}: {property} not told");
        }
        // What is accepted may be told as it was until it is carried out; what is done may not.
        if let Some(before) = &before {
            assert_eq!((said(200, before), said(202, before)), (true, !name.ends_with("unit")), "{name}");
        }
    }
}
