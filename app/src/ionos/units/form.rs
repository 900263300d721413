//! Creating a backup unit, or changing its password and e-mail address.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::ionos::rules::{Reason, can_be_email, can_take_name};
use tenantry_core::ionos::tasks::Action;
use tenantry_core::ionos::{
    BackupUnit, BackupUnitChange, NewBackupUnit, ResponseOptions, UnitId, backup_units,
};

use crate::i18n::{t, tf};
use crate::ionos::password::Password;
use crate::ionos::route::UNITS;
use crate::ionos::tasks::tasks;
use crate::ionos::words;
use crate::resource::context::PageContext;
use crate::resource::fields::Field;
use crate::resource::form::Form;
use crate::resource::form_dialog::FormDialog;
use crate::resource::submission::{self, Failure};

/// The form. `before` is the unit that is changed, and whether all of it is replaced; without one a unit is made.
#[component]
pub fn UnitForm(
    /// The page.
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
    let form = Form::new(page);
    let names = StoredValue::new(names);
    let words = |reason: Reason| words::reason(&reason);
    let name = form.text("name", "", move |name| {
        let taken = || names.with_value(|names| can_take_name(name, names).err());
        is_new.then(taken).flatten().map(words)
    });
    let email = form.text("email", &email_before, move |email| {
        let is_needed = is_new || replaces || had_email;
        if email.is_empty() && !is_needed { None } else { can_be_email(email).err().map(words) }
    });
    let password = form.text("password", "", move |password| {
        ((is_new || replaces) && password.is_empty()).then(|| t("signin.required").to_owned())
    });
    let reason = Signal::derive(move || {
        (!is_new && !replaces && !form.is_unsaved()).then(|| t("edit.same").to_owned())
    });
    let unit = StoredValue::new(unit);
    let send = Callback::new(move |()| {
        let secret = password.value.get_untracked();
        let write = Write {
            before: unit.get_value(),
            replaces,
            name: name.value.get_untracked(),
            password: (!secret.is_empty()).then(|| Secret::new(secret)),
            email: Some(email.value.get_untracked()).filter(|email| !email.is_empty()),
        };
        form.send(write.send(page), move |id| {
            password.value.set(String::new());
            leave.run(());
            if is_new {
                page.go(UNITS, Some(id.as_str()));
                page.reload();
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
        <FormDialog page=page title=title words=words form=form send=send leave=leave reason=reason>
            {replaces.then(|| view! { <p class="tn-note">{t("io.replace_note")}</p> })}
            {is_new.then(|| view! {
                <Field label=t("io.name") id="tn-unit-name" field=name/>
                <p class="tn-faint">{t("io.name_note")}</p>
            })}
            <Password field=password kept={!is_new && !replaces}/>
            <Field label=t("io.email") id="tn-unit-email" kind="email" field=email/>
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
        tasks(page.session).accepted(page.session, action, &answer, &answer.value, before.as_ref());
        Ok(answer.value.id)
    }
}

/// Whether a unit is still what was shown.
pub async fn unchanged(page: PageContext, before: &BackupUnit) -> Result<(), Failure> {
    let read = backup_units::Read { id: before.id.clone(), options: ResponseOptions::default() };
    let is_same = |now: &BackupUnit| now.properties == before.properties && now.etag() == before.etag();
    submission::unchanged(page, read, is_same).await
}
