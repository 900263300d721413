//! The typed client against the sandbox: every operation of the contract, called and answered 2xx, and what the
//! accounts that misbehave lead to.

// Clippy allows these in functions marked as tests, and not in those that they share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod in_process;

use std::cell::{Cell, RefCell};

use in_process::{CarriedOut, connect, now};
use tenantry_core::Secret;
use tenantry_core::connection::{Connection, Credentials, Full};
use tenantry_core::error::{Error, Outcome};
use tenantry_core::ionos::backup_units::{Change, Create, Delete, List, Read, Replace, SsoUrl};
use tenantry_core::ionos::envelope::Envelope;
use tenantry_core::ionos::reach::{Target, Why, gather, who_can_reach};
use tenantry_core::ionos::requests::Location;
use tenantry_core::ionos::rules::{Unauthorized, can_open, needs_contract_number, why_unauthorized};
use tenantry_core::ionos::tasks::{self, Action, Stage, Task};
use tenantry_core::ionos::*;
use tenantry_core::request::Call;
use tenantry_sandbox::ionos::accounts::Account;
use tenantry_sandbox::{Sandbox, Settings};

struct Console {
    connection: Connection,
    carried_out: CarriedOut,
}

fn console(account: &str) -> Console {
    // Two of the accounts break the contract on purpose; the sandbox's own check leaves them alone.
    let sandbox = Sandbox::new(Settings { check: true, tenants: 1, ..Settings::default() });
    let account = Account::find(account).unwrap();
    let password = Secret::new(account.secret(sandbox.settings.seed));
    let credentials = Credentials::Basic { username: account.login.to_owned(), password };
    let (connection, carried_out) = connect(sandbox, ("ionos", "/cloudapi/v6"), credentials);
    Console { connection, carried_out }
}

fn options() -> ResponseOptions {
    ResponseOptions::default()
}

impl Console {
    fn call<C: Call>(&self, call: &C) -> C::Answer {
        now(self.connection.call(call)).unwrap()
    }

    fn refused<C: Call>(&self, call: &C) -> Error {
        now(self.connection.call(call)).err().unwrap()
    }

    fn first(&self) -> BackupUnit {
        self.call(&List { options: ResponseOptions::depth(1) }).items.items.remove(0)
    }

    /// Follows a write to its end.
    fn follow<T>(&self, action: Action, unit: &BackupUnit, answer: &Full<T>) -> Task {
        let location = Location::of(&self.connection, answer);
        let mut task = Task::accepted(action, unit, location, self.connection.clock().now_ms());
        task.etag_before = unit.etag().map(str::to_owned);
        let task = RefCell::new(task);
        now(tasks::run(&self.connection, &task, |_| ()));
        task.into_inner()
    }

    fn write<C: Call>(&self, action: Action, unit: &BackupUnit, call: &C) -> Task {
        let answer = now(self.connection.call_full(call)).unwrap();
        assert_eq!(answer.status, 202);
        self.follow(action, unit, &answer)
    }

    /// Makes a unit and waits until it is there.
    fn make(&self, name: &str) -> BackupUnit {
        let (password, email) = (Some(Secret::new("pw")), Some("unit@x.example".to_owned()));
        let unit = NewBackupUnit { name: name.to_owned(), password, email };
        let answer = now(self.connection.call_full(&Create { unit, options: options() })).unwrap();
        assert_eq!(answer.value.state(), Some(&State::Busy));
        let task = self.follow(Action::Create, &answer.value, &answer);
        assert_eq!(task.stage, Stage::Done);
        self.call(&Read { id: answer.value.id, options: options() })
    }

    fn units(&self) {
        let unit = self.make("Typed1");
        assert_eq!((unit.state(), unit.email()), (Some(&State::Available), Some("unit@x.example")));
        let change = |email: &str| BackupUnitChange { password: None, email: Some(email.to_owned()) };
        let id = || unit.id.clone();
        let patch = Change { id: id(), change: change("patched@x.example"), options: options() };
        assert_eq!(self.write(Action::Change, &unit, &patch).stage, Stage::Done);
        let put = Replace {
            id: id(),
            change: change("put@x.example"),
            told: Properties::default(),
            options: options(),
        };
        assert_eq!(self.write(Action::Replace, &unit, &put).stage, Stage::Done);
        let read = self.call(&Read { id: id(), options: options() });
        assert_eq!(read.email(), Some("put@x.example"));
        assert_ne!(read.etag(), unit.etag());
        let sso = self.call(&SsoUrl { id: id(), options: options() });
        assert!(can_open(&sso.sso_url) && !format!("{sso:?}").contains("https"));
        assert_eq!(
            self.write(Action::Delete, &read, &Delete { id: id(), options: options() }).stage,
            Stage::Done
        );
        assert!(self.refused(&Read { id: id(), options: options() }).is_not_found());
    }

    fn users(&self) -> UserId {
        let page =
            self.call(&users::List { offset: Some(2), limit: Some(3), options: ResponseOptions::depth(1) });
        assert_eq!((page.items.items.len(), page.offset, page.has_more()), (3, Some(2), true));
        let user = UserChange {
            firstname: "Åsa".to_owned(),
            lastname: "O'Neil <b>".to_owned(),
            email: "asa@x.example".to_owned(),
            ..UserChange::default()
        };
        let password = Secret::new("begin");
        let made = self.call(&users::Create { user: users_new(password, &user), options: options() });
        let blocked = UserChange { active: Some(false), force_sec_auth: true, ..user };
        let id = || made.id.clone();
        let changed = self.call(&users::Replace { id: id(), user: blocked, options: options() });
        assert_eq!((changed.is_blocked(), changed.is_administrator()), (Some(true), Some(false)));
        let read = self.call(&users::Read { id: id(), options: ResponseOptions::depth(2) });
        let entities = read.entities.unwrap();
        assert_eq!((entities.owns.unwrap().items.items.len(), read.properties), (0, changed.properties));
        assert!(self.call(&users::Groups { id: id(), options: options() }).items.items.is_empty());
        assert!(self.call(&users::Owns { id: id(), options: options() }).items.items.is_empty());
        made.id
    }

    fn groups(&self, user: &UserId) -> GroupId {
        let listed = self.call(&groups::List { options: ResponseOptions::depth(2) }).items;
        assert!(listed.bad.is_empty() && listed.items.iter().all(|group| group.properties.is_some()));
        let privileges: Privileges =
            [Privilege::CreateBackupUnit, Privilege::ReserveIp].into_iter().collect();
        let write = |privileges: &Privileges, told: &Properties| {
            GroupWrite::new("Typed \"group\" & more".to_owned(), privileges, told).unwrap()
        };
        let group = write(&privileges, &Properties::default());
        let made = self.call(&groups::Create { group, options: options() });
        let properties = made.properties.clone().unwrap();
        let mut told = properties.privileges;
        assert_eq!((told.count(), told.get(Privilege::CreatePcc)), (2, Some(false)));
        told.set(Privilege::ReserveIp, false);
        let (group, id) = (write(&told, &properties.told), || made.id.clone());
        let changed = self.call(&groups::Replace { id: id(), group, options: options() });
        assert_eq!(changed.properties.unwrap().privileges.count(), 1);
        let member = members::Add { group: id(), user: user.clone(), options: options() };
        assert_eq!(self.call(&member).id, *user);
        assert_eq!(self.call(&members::List { group: id(), options: options() }).items.items.len(), 1);
        assert_eq!(self.call(&groups::Read { id: id(), options: options() }).name(), made.name());
        made.id
    }

    fn shares(&self, group: &GroupId, unit: &BackupUnit) {
        let (group, resource) = (|| group.clone(), || ResourceId::from(&unit.id));
        let (edit, nothing) = (SharePrivileges { edit: Some(true), share: None }, SharePrivileges::default());
        let add = shares::Add { group: group(), resource: resource(), privileges: edit, options: options() };
        assert_eq!(self.call(&add).privileges().unwrap().edit, Some(true));
        assert_eq!(self.refused(&add).status(), Some(422));
        let share = SharePrivileges { edit: None, share: Some(true) };
        let change = shares::Change {
            group: group(),
            resource: resource(),
            privileges: share,
            told: Properties::default(),
            options: options(),
        };
        assert_eq!(now(self.connection.call_full(&change)).unwrap().status, 202);
        let empty = shares::Change { privileges: nothing, ..change };
        let answer = now(self.connection.call_full(&empty)).unwrap();
        let both = Some(SharePrivileges { edit: Some(true), share: Some(true) });
        assert_eq!((answer.status, answer.value.privileges()), (200, both));
        let read = shares::Read { group: group(), resource: resource(), options: options() };
        assert_eq!(self.call(&read).privileges(), both);
        assert_eq!(
            self.call(&shares::List { group: group(), options: ResponseOptions::depth(1) }).items.items.len(),
            1
        );
        assert_eq!(
            self.call(&groups::Resources { id: group(), options: ResponseOptions::depth(1) })
                .items
                .items
                .len(),
            1
        );
        self.reach(unit);
        self.call(&shares::Remove { group: group(), resource: resource(), options: options() });
        assert!(self.refused(&read).is_not_found());
    }

    /// The new member is among those who can reach the unit, and all of them for a reason that is true.
    fn reach(&self, unit: &BackupUnit) {
        let target = Target::from(unit);
        let directory = now(gather(&self.connection, &target)).unwrap();
        let reach = who_can_reach(&target, &directory);
        assert!(reach.unread.is_empty(), "{:?}", reach.unread);
        let member = reach.people.iter().find(|one| one.user.email() == Some("asa@x.example")).unwrap();
        let [Why::Share { name, privileges, .. }] = member.why.as_slice() else { panic!("{:?}", member.why) };
        assert_eq!(name.as_deref(), Some("Typed \"group\" & more"));
        assert_eq!(privileges.and_then(|one| one.share), Some(true));
        assert!(member.can_edit() && member.is_blocked() == Some(true));
        let has =
            |why: &dyn Fn(&Why) -> bool| reach.people.iter().filter(|one| one.why.iter().any(why)).count();
        let administrators =
            directory.users.iter().filter(|one| one.is_administrator() == Some(true)).count();
        assert_eq!(has(&|why| *why == Why::Administrator), administrators);
        assert_eq!(has(&|why| *why == Why::Owner { told: true }), 1);
    }

    fn resources(&self, unit: &BackupUnit) {
        let all = self.call(&resources::List { options: ResponseOptions::depth(1) }).items;
        assert!(all.bad.is_empty() && all.items.iter().all(|one| one.properties.is_some()));
        let counted = Cell::new(0);
        for kind in ResourceType::ALL {
            let found = self.call(&resources::OfType { kind: kind.clone(), options: options() }).items.items;
            assert!(found.iter().all(|one| one.kind.as_ref() == Some(&kind)));
            counted.set(counted.get() + found.len());
        }
        assert_eq!(counted.get(), all.items.len());
        let (kind, id) = (ResourceType::Backupunit, ResourceId::from(&unit.id));
        let one = self.call(&resources::Read { kind, id, options: ResponseOptions::depth(1) });
        assert_eq!(one.properties.unwrap().name.as_deref(), unit.name());
    }
}

fn users_new(password: Secret, user: &UserChange) -> NewUser {
    NewUser { password, user: user.clone() }
}

#[test]
fn every_operation_is_called_and_answered() {
    let console = console("ionos-own-3");
    console.units();
    let unit = console.first();
    let user = console.users();
    let group = console.groups(&user);
    console.shares(&group, &unit);
    console.resources(&unit);
    console.call(&members::Remove { group: group.clone(), user: user.clone(), options: options() });
    console.call(&groups::Delete { id: group, options: options() });
    console.call(&users::Delete { id: user, options: options() });
    let vendor = tenantry_contracts::Vendor::Ionos.contract();
    let mut expected: Vec<&str> = vendor.vendor_operations().map(|one| one.id.as_str()).collect();
    assert_eq!(expected.len(), 31);
    expected.push("requestsStatusGet");
    expected.sort_unstable();
    let carried_out = console.carried_out.borrow();
    assert_eq!(carried_out.iter().copied().collect::<Vec<_>>(), expected);
    assert!(console.connection.rate_limit().is_some_and(|limit| limit.remaining.is_some()));
}

#[test]
fn what_is_wrong_in_a_form_is_told_by_field() {
    let console = console("ionos-own-4");
    let taken = console.first().name().unwrap().to_owned();
    for (name, email, field) in [
        ("two words", "a@x.example", "name"),
        ("Büro", "a@x.example", "name"),
        (taken.as_str(), "a@x.example", "name"),
        ("Fine1", "no address", "email"),
    ] {
        let unit = NewBackupUnit {
            name: name.to_owned(),
            password: Some(Secret::new("p")),
            email: Some(email.to_owned()),
        };
        let error = console.refused(&Create { unit, options: options() });
        let sorted = Envelope::of(&error).unwrap().by_field(&["name", "email", "password"]);
        let fields: Vec<&str> = sorted.fields.iter().map(|(field, _)| *field).collect();
        assert_eq!((error.status(), fields), (Some(422), vec![field]), "{name} {email}");
    }
}

#[test]
fn accounts_that_misbehave() {
    let change = |console: &Console| {
        let unit = console.first();
        let change = BackupUnitChange { password: None, email: Some("new@x.example".to_owned()) };
        (Change { id: unit.id.clone(), change, options: options() }, unit)
    };
    for (account, stage) in [
        ("ionos-failed", Stage::Failed),
        ("ionos-endless", Stage::GaveUp),
        ("ionos-hang", Stage::DoneUnread),
        ("ionos-foreign-location", Stage::DoneUnread),
    ] {
        let console = console(account);
        let (call, unit) = change(&console);
        let task = console.write(Action::Change, &unit, &call);
        assert_eq!(task.stage, stage, "{account}: {task:?}");
        assert_eq!(task.unreadable.is_some(), account == "ionos-foreign-location");
    }
    let html = console("ionos-503-html");
    let error = html.refused(&change(&html).0);
    assert_eq!((error.status(), error.outcome()), (Some(503), Outcome::Unknown));
    let gone = console("ionos-gone");
    let unit = gone.first();
    gone.call(&Read { id: unit.id.clone(), options: options() });
    assert!(gone.refused(&Delete { id: unit.id, options: options() }).is_not_found());
    let odd = console("ionos-bad-items").call(&List { options: ResponseOptions::depth(1) }).items;
    let incomplete = odd.items.iter().filter(|unit| unit.is_incomplete()).count();
    assert_eq!((odd.bad.len(), incomplete), (0, 1));
}

#[test]
fn who_asks_and_for_which_contract() {
    let two_factor = console("ionos-2fa");
    let error = two_factor.refused(&List { options: options() });
    let why = why_unauthorized(two_factor.connection.signed_in_with(), &error);
    assert_eq!(why, Some(Unauthorized::TwoFactor));
    let multi = console("ionos-multi");
    assert!(needs_contract_number(&multi.refused(&List { options: options() })));
    let count = |number: &str| {
        contract_number::choose(&multi.connection, ContractNumber::parse(number).ok());
        multi.call(&List { options: options() }).items.items.len()
    };
    assert!(count("31884391") > count("32090117"));
    contract_number::choose(&multi.connection, ContractNumber::parse("1").ok());
    assert!(multi.refused(&List { options: options() }).is_forbidden());
    let member = console("ionos-member");
    assert!(member.refused(&users::List::default()).is_forbidden());
}
