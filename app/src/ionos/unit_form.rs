//! Creating a backup unit, or changing its password and e-mail address.

use leptos::prelude::*;
use tenantry_core::connection::Full;
use tenantry_core::ionos::requests::Location;
use tenantry_core::ionos::rules::{can_be_email, can_take_name};
use tenantry_core::ionos::tasks::{Action, Task};
use tenantry_core::ionos::{BackupUnit, BackupUnitChange, NewBackupUnit, Shown, backup_units};
use tenantry_core::{Error, Secret};

use super::desk::Desk;
use super::form::{self, Buttons, Field, Refused};
use crate::i18n::{t, tf};
use crate::routing::Section;
use crate::tasks::begun;
use crate::ui::focus::focus;
use crate::ui::task::Slot;
use crate::ui::{FaultNotice, Modal};

const FIELDS: [&str; 3] = ["name", "password", "email"];

/// The form. `before` is the unit that is changed, and whether all of it is replaced; without one a unit is made.
#[component]
pub fn UnitForm(
    /// What every screen needs.
    desk: Desk,
    /// The unit that is changed, and whether it is replaced as a whole.
    before: Option<(BackupUnit, bool)>,
    /// The units that are there, whose names are taken.
    names: Vec<BackupUnit>,
    /// Whether the form is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let is_new = before.is_none();
    let replaces = before.as_ref().is_some_and(|(_, replaces)| *replaces);
    let unit = before.map(|(unit, _)| unit);
    let email_before = unit.as_ref().and_then(|unit| unit.email()).unwrap_or_default().to_owned();
    let (name, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let email = RwSignal::new(email_before.clone());
    let refused = RwSignal::new(Refused::default());
    let (busy, tried) = (RwSignal::new(false), RwSignal::new(false));
    let names = StoredValue::new(names);
    let wrong = move |field: &'static str, local: Option<String>| {
        refused.with(|refused| refused.about(field)).or_else(|| local.filter(|_| tried.get()))
    };
    let wrong_name = move || {
        let found = is_new
            .then(|| names.with_value(|names| name.with(|name| can_take_name(name, names).err())))
            .flatten();
        found.map(|reason| form::reason(&reason))
    };
    let wrong_email = move || {
        let needed = is_new || replaces;
        email.with(|email| match email.is_empty() && !needed {
            true => None,
            false => can_be_email(email).err().map(|reason| form::reason(&reason)),
        })
    };
    let wrong_password = move || {
        let needed = is_new || replaces;
        (needed && password.with(String::is_empty)).then(|| t("signin.required").to_owned())
    };
    let nothing = {
        move || {
            !is_new
                && !replaces
                && password.with(String::is_empty)
                && email.with(|email| *email == email_before)
        }
    };
    let reason = Signal::derive(move || {
        desk.frozen().map(str::to_owned).or_else(|| nothing().then(|| t("edit.same").to_owned()))
    });
    let slot = Slot::new();
    let unit = StoredValue::new(unit);
    let send = Callback::new(move |()| {
        tried.set(true);
        refused.set(Refused::default());
        let faults = [wrong_name(), wrong_email(), wrong_password()];
        if busy.get_untracked() || reason.get_untracked().is_some() || faults.iter().any(Option::is_some) {
            return;
        }
        busy.set(true);
        let secret = password.get_untracked();
        let password_sent = (!secret.is_empty()).then(|| Secret::new(secret));
        let email_sent = Some(email.get_untracked()).filter(|email| !email.is_empty());
        let name = name.get_untracked();
        slot.run(async move {
            let before = unit.get_value();
            let write =
                Write { before: before.as_ref(), replaces, name, password: password_sent, email: email_sent };
            match write.send(desk).await {
                Ok(task) => {
                    password.set(String::new());
                    let id = task.unit.to_string();
                    desk.account.tasks.follow(desk.account, begun(task, before.as_ref(), desk.account));
                    open.set(false);
                    if is_new {
                        desk.go(Section::Units, Some(&id));
                    }
                    focus(if is_new { "tn-create" } else { "tn-change" });
                }
                Err(error) => {
                    refused.set(Refused::of(&error, desk.account, &FIELDS));
                    busy.set(false);
                }
            }
        });
    });
    let leave = Callback::new(move |()| {
        open.set(false);
        focus(if is_new { "tn-create" } else { "tn-change" });
    });
    let what = unit
        .with_value(|unit| unit.as_ref().and_then(|unit| unit.name().map(str::to_owned)))
        .unwrap_or_default();
    let title = match (is_new, replaces) {
        (true, _) => t("io.create_unit").to_owned(),
        (_, true) => tf("io.replace_title", &[("name", &what)]),
        _ => tf("io.change_title", &[("name", &what)]),
    };
    let words = if is_new {
        t("io.create")
    } else if replaces {
        t("io.replace")
    } else {
        t("edit.save")
    };
    view! {
        <Modal title=title leave=leave save=send>
            {replaces.then(|| view! { <p class="tn-note">{t("io.replace_note")}</p> })}
            {is_new.then(|| view! {
                <Field label=t("io.name") id="tn-unit-name" value=name wrong=Signal::derive(move || wrong("name", wrong_name()))/>
                <p class="tn-faint">{t("io.name_note")}</p>
            })}
            <Password password=password wrong=Signal::derive(move || wrong("password", wrong_password())) kept={!is_new && !replaces}/>
            <Field label=t("io.email") id="tn-unit-email" kind="email" value=email wrong=Signal::derive(move || wrong("email", wrong_email()))/>
            {move || refused.with(|refused| refused.fault.clone()).map(|fault| view! { <FaultNotice fault=fault/> })}
            <Buttons leave=leave send=send words=words busy=busy reason=reason/>
        </Modal>
    }
}

/// What is written.
struct Write<'a> {
    before: Option<&'a BackupUnit>,
    replaces: bool,
    name: String,
    password: Option<Secret>,
    email: Option<String>,
}

impl Write<'_> {
    async fn send(self, desk: Desk) -> Result<Task, Error> {
        let (connection, shown) = (desk.account.connection(), Shown::default());
        let Write { before, replaces, name, password, email } = self;
        let (action, answer) = match before {
            None => {
                let unit = NewBackupUnit { name, password, email };
                (Action::Create, connection.call_full(&backup_units::Create { unit, shown }).await?)
            }
            Some(before) => {
                let (id, change) = (before.id.clone(), BackupUnitChange { password, email });
                match replaces {
                    true => (
                        Action::Replace,
                        connection.call_full(&backup_units::Replace { id, change, shown }).await?,
                    ),
                    false => (
                        Action::Change,
                        connection.call_full(&backup_units::Change { id, change, shown }).await?,
                    ),
                }
            }
        };
        let location = Location::of(&connection, &answer);
        let Full { value, .. } = answer;
        Ok(Task::accepted(action, &value, location, connection.clock().now_ms()))
    }
}

/// The password, with how strong it is and a generator.
#[component]
fn Password(
    password: RwSignal<String>,
    #[prop(into)] wrong: Signal<Option<String>>,
    kept: bool,
) -> impl IntoView {
    let seen = RwSignal::new(false);
    let strength = move || password.with(|password| strength(password));
    let generate = move |_| {
        if let Some(made) = generate() {
            password.set(made);
            seen.set(true);
        }
    };
    let label = if kept { t("io.new_password") } else { t("io.password") };
    view! {
        <div class="tn-formfield">
            <label for="tn-unit-password">{label}</label>
            <div class="tn-password">
                <input id="tn-unit-password" class="tn-input" autocomplete="new-password" spellcheck="false"
                    type=move || if seen.get() { "text" } else { "password" }
                    prop:value=move || password.get() on:input=move |event| password.set(event_target_value(&event))
                    aria-invalid=move || wrong.with(Option::is_some).to_string() aria-describedby="tn-unit-password-note"/>
                <button type="button" class="tn-button" aria-pressed=move || seen.get().to_string() on:click=move |_| seen.update(|seen| *seen = !*seen)>{t("io.show")}</button>
                <button type="button" class="tn-button" on:click=generate>{t("io.generate")}</button>
            </div>
            <p class="tn-faint" role="status">{strength}</p>
            <p id="tn-unit-password-note" class="tn-formfield__wrong">{move || wrong.get()}</p>
            {kept.then(|| view! { <p class="tn-faint">{t("io.password_kept")}</p> })}
        </div>
    }
}

/// How strong a password is, by its length and the kinds of letters in it.
fn strength(password: &str) -> &'static str {
    let kinds: [fn(char) -> bool; 4] = [
        |one| one.is_lowercase(),
        |one| one.is_uppercase(),
        |one| one.is_ascii_digit(),
        |one| !one.is_alphanumeric(),
    ];
    let used = kinds.iter().filter(|kind| password.chars().any(**kind)).count();
    match (password.chars().count(), used) {
        (0, _) => "",
        (0..=9, _) | (_, 1) => t("io.weak"),
        (10..=13, _) | (_, 2) => t("io.fair"),
        _ => t("io.strong"),
    }
}

/// Letters that are not mistaken for one another; 64 of them, so that each is as likely.
const LETTERS: &[u8; 64] = b"abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_+=!?#";

/// A password of 20 letters from the browser's own generator; none where there is none.
fn generate() -> Option<String> {
    let mut bytes = [0u8; 20];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(
        bytes
            .iter()
            .filter_map(|byte| LETTERS.get(usize::from(byte % 64)))
            .map(|byte| char::from(*byte))
            .collect(),
    )
}
