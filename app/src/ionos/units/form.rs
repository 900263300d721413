//! Creating a backup unit, or changing its password and e-mail address.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::ionos::changes::units as changes;
use tenantry_core::ionos::rules::{Reason, can_be_email, can_take_name};
use tenantry_core::ionos::{BackupUnit, BackupUnitChange, NewBackupUnit};
use tenantry_core::write::{Action, Outcome};

use crate::i18n::{t, tf};
use crate::ionos::password::Password;
use crate::ionos::route::UNITS;
use crate::ionos::tasks::tasks;
use crate::ionos::words;
use crate::resource::context::PageContext;
use crate::resource::fields::Field;
use crate::resource::form::Form;
use crate::resource::form_dialog::FormDialog;

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
    let action = match (is_new, replaces) {
        (true, _) => Action::Create,
        (_, true) => Action::Replace,
        _ => Action::Change,
    };
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
        let (action, before) = (action, unit.get_value());
        let change = || {
            let secret = password.value.get();
            let password = (!secret.is_empty()).then(|| Secret::new(secret));
            let email = Some(email.value.get()).filter(|email| !email.is_empty());
            match unit.get_value() {
                None => {
                    let known = names.with_value(|units| units.iter().map(|unit| unit.id.clone()).collect());
                    changes::create(NewBackupUnit { name: name.value.get(), password, email }, known)
                }
                Some(before) if replaces => changes::replace(before, BackupUnitChange { password, email }),
                Some(before) => {
                    // A change says only what differs.
                    let email = email.filter(|email| before.email() != Some(email));
                    changes::change(before, BackupUnitChange { password, email })
                }
            }
        };
        let session = page.session;
        let follow = move |outcome: &Outcome<BackupUnit>| {
            tasks(session).follow(session, action, outcome, before.as_ref());
        };
        form.send(change, follow, move |unit| {
            password.value.set(String::new());
            leave.run(());
            if is_new {
                page.go(UNITS, unit.as_ref().map(|unit| unit.id.as_str()));
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
