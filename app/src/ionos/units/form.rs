//! Creating a backup unit, or changing its password and e-mail address.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::ionos::rules::{can_be_email, can_take_name};
use tenantry_core::ionos::tasks::Action;
use tenantry_core::ionos::{
    BackupUnit, BackupUnitChange, NewBackupUnit, ResponseOptions, UnitId, backup_units,
};

use crate::i18n::{t, tf};
use crate::ionos::password::Password;
use crate::resource::context::PageContext;
use crate::resource::form::{self, Failure, Field, FormDialog, Submission};
use crate::routing::Section;

const FIELDS: [&str; 3] = ["name", "password", "email"];

/// The form. `before` is the unit that is changed, and whether all of it is replaced; without one a unit is made.
#[component]
pub fn UnitForm(
    /// What every screen needs.
    page: PageContext,
    /// The unit that is changed, and whether it is replaced as a whole.
    before: Option<(BackupUnit, bool)>,
    /// The units that are there, whose names are taken.
    names: Vec<BackupUnit>,
    /// Closes the form.
    leave: Callback<()>,
) -> impl IntoView {
    let is_new = before.is_none();
    let replaces = before.as_ref().is_some_and(|(_, replaces)| *replaces);
    let unit = before.map(|(unit, _)| unit);
    let email_before = unit.as_ref().and_then(|unit| unit.email()).unwrap_or_default().to_owned();
    // The API cannot take an address away: an empty one would not be sent.
    let had_email = !email_before.is_empty();
    let (name, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let email = RwSignal::new(email_before.clone());
    let (submission, tried) = (Submission::new(page.session), RwSignal::new(false));
    submission.watch("name", name);
    submission.watch("password", password);
    submission.watch("email", email);
    let names = StoredValue::new(names);
    let wrong = move |field: &'static str, local: Option<String>| {
        submission.about(field).or_else(|| local.filter(|_| tried.get()))
    };
    let wrong_name = move || {
        let found = is_new
            .then(|| names.with_value(|names| name.with(|name| can_take_name(name, names).err())))
            .flatten();
        found.map(|reason| form::reason(&reason))
    };
    let wrong_email = move || {
        let needed = is_new || replaces || had_email;
        email.with(|email| match email.is_empty() && !needed {
            true => None,
            false => can_be_email(email).err().map(|reason| form::reason(&reason)),
        })
    };
    let wrong_password = move || {
        let needed = is_new || replaces;
        (needed && password.with(String::is_empty)).then(|| t("signin.required").to_owned())
    };
    let as_before = move || password.with(String::is_empty) && email.with(|email| *email == email_before);
    let unsaved = {
        let as_before = as_before.clone();
        Signal::derive(move || !as_before() || !name.with(String::is_empty))
    };
    let reason =
        Signal::derive(move || (!is_new && !replaces && as_before()).then(|| t("edit.same").to_owned()));
    let unit = StoredValue::new(unit);
    let send = Callback::new(move |()| {
        tried.set(true);
        let faults = untrack(|| [wrong_name(), wrong_email(), wrong_password()]);
        if faults.iter().any(Option::is_some) {
            return;
        }
        let secret = password.get_untracked();
        let write = Write {
            before: unit.get_value(),
            replaces,
            name: name.get_untracked(),
            password: (!secret.is_empty()).then(|| Secret::new(secret)),
            email: Some(email.get_untracked()).filter(|email| !email.is_empty()),
        };
        submission.send(&FIELDS, write.send(page), move |id| {
            password.set(String::new());
            leave.run(());
            if is_new {
                page.go(Section::Units, Some(id.as_str()));
                page.read_again();
            }
        });
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
        <FormDialog page=page title=title words=words submission=submission send=send leave=leave unsaved=unsaved reason=reason>
            {replaces.then(|| view! { <p class="tn-note">{t("io.replace_note")}</p> })}
            {is_new.then(|| view! {
                <Field label=t("io.name") id="tn-unit-name" value=name wrong=Signal::derive(move || wrong("name", wrong_name()))/>
                <p class="tn-faint">{t("io.name_note")}</p>
            })}
            <Password password=password wrong=Signal::derive(move || wrong("password", wrong_password())) kept={!is_new && !replaces}/>
            <Field label=t("io.email") id="tn-unit-email" kind="email" value=email wrong=Signal::derive(move || wrong("email", wrong_email()))/>
        </FormDialog>
    }
}

/// What is written.
struct Write {
    before: Option<BackupUnit>,
    replaces: bool,
    name: String,
    password: Option<Secret>,
    email: Option<String>,
}

impl Write {
    /// Sends it, and has it followed in the task centre.
    async fn send(self, page: PageContext) -> Result<UnitId, Failure> {
        let (connection, options) = (page.session.connection(), ResponseOptions::default());
        let Write { before, replaces, name, password, email } = self;
        let (action, answer) = match &before {
            None => {
                let unit = NewBackupUnit { name, password, email };
                (Action::Create, connection.call_full(&backup_units::Create { unit, options }).await?)
            }
            Some(before) => {
                unchanged(page, before).await?;
                // A change says only what differs; a replacement says all.
                let email = email.filter(|email| replaces || before.email() != Some(email));
                let (id, change) = (before.id.clone(), BackupUnitChange { password, email });
                match replaces {
                    true => (
                        Action::Replace,
                        connection.call_full(&backup_units::Replace { id, change, options }).await?,
                    ),
                    false => (
                        Action::Change,
                        connection.call_full(&backup_units::Change { id, change, options }).await?,
                    ),
                }
            }
        };
        page.session.tasks.accepted(page.session, action, &answer, &answer.value, before.as_ref());
        Ok(answer.value.id)
    }
}

/// Whether a unit is still what was shown.
pub async fn unchanged(page: PageContext, before: &BackupUnit) -> Result<(), Failure> {
    let read = backup_units::Read { id: before.id.clone(), options: ResponseOptions::default() };
    let is_same = |now: &BackupUnit| now.properties == before.properties && now.etag() == before.etag();
    form::unchanged(page, read, is_same).await
}
