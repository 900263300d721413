//! Creating a backup unit, or changing its password and e-mail address.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::ionos::changes::units as changes;
use tenantry_core::ionos::rules::{Reason, can_be_email, can_take_name};
use tenantry_core::ionos::{BackupUnit, BackupUnitChange, NewBackupUnit};
use tenantry_core::write::{Action, Outcome};

use crate::i18n::t;
use crate::ionos::password::{Password, PasswordSent};
use crate::ionos::route::UNITS;
use crate::ionos::tasks::{Draft, tasks};
use crate::ionos::words;
use crate::resource::context::PageContext;
use crate::resource::fields::Field;
use crate::resource::form::Form;
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

/// The form. `before` is the unit that is changed; without one a unit is made. What is changed is sent alone (`PATCH`): a
/// replacement would say no more, as nothing else of a unit can be written.
#[component]
pub fn UnitForm(
    /// The page.
    page: PageContext,
    /// The unit that is changed.
    before: Option<BackupUnit>,
    /// What a new unit begins with: entered before, for one that could not be made.
    #[prop(optional)]
    draft: Draft,
    /// The units that are there, whose names are taken.
    names: Vec<BackupUnit>,
    /// Closes the form.
    leave: Callback<()>,
) -> impl IntoView {
    let (is_new, unit) = (before.is_none(), before);
    let told_email = unit.as_ref().and_then(|unit| unit.email()).unwrap_or_default().to_owned();
    let email_before = if is_new { draft.email.clone() } else { told_email };
    // The API cannot take an address away: an empty one would not be sent.
    let had_email = !email_before.is_empty();
    let action = if is_new { Action::Create } else { Action::Change };
    let entered = draft.password.as_ref().map(Secret::expose);
    // A password that was entered before a reload is nowhere kept.
    let lacks_password = !draft.name.is_empty() && entered.is_none();
    let form = Form::new(page);
    let names = StoredValue::new(names);
    let words = |reason: Reason| words::reason(&reason);
    let name = form.text("name", &draft.name, move |name| {
        let taken = || names.with_value(|names| can_take_name(name, names).err());
        is_new.then(taken).flatten().map(words)
    });
    let email = form.text("email", &email_before, move |email| {
        let is_needed = is_new || had_email;
        if email.is_empty() && !is_needed { None } else { can_be_email(email).err().map(words) }
    });
    let password = form.text("password", entered.unwrap_or_default(), move |password| {
        (is_new && password.is_empty()).then(|| t("signin.required").to_owned())
    });
    let reason = Signal::derive(move || (!is_new && !form.is_unsaved()).then(|| t("edit.same").to_owned()));
    let (unit, sent) = (StoredValue::new(unit), PasswordSent::here());
    let failed = StoredValue::new(draft.failed);
    let send = Callback::new(move |()| {
        let (action, before) = (action, unit.get_value());
        let has_password = !password.value.with_untracked(String::is_empty);
        let change = || {
            let secret = password.value.get();
            let password = (!secret.is_empty()).then(|| Secret::new(secret));
            let email = Some(email.value.get()).filter(|email| !email.is_empty());
            match unit.get_value() {
                None => {
                    let known = names.with_value(|units| units.iter().map(|unit| unit.id.clone()).collect());
                    changes::create(NewBackupUnit { name: name.value.get(), password, email }, known)
                }
                Some(before) => {
                    // A change says only what differs.
                    let email = email.filter(|email| before.email() != Some(email));
                    changes::change(before, BackupUnitChange { password, email })
                }
            }
        };
        let session = page.session;
        let secret = password.value.get_untracked();
        let draft = is_new.then(|| Draft {
            name: name.value.get_untracked(),
            email: email.value.get_untracked(),
            password: (!secret.is_empty()).then(|| Secret::new(secret)),
            failed: failed.get_value(),
        });
        let follow = move |outcome: &Outcome<BackupUnit>| {
            draft.iter().for_each(|draft| tasks(session).keep_draft(outcome, draft));
            tasks(session).follow(session, action, outcome, before.as_ref());
        };
        form.send(change, follow, move |unit| {
            sent.note(has_password, unit.as_ref().map(|unit| unit.id.as_str()));
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
    let title = match is_new {
        true => t("io.create_unit").into(),
        false => Phrase::new("io.edit_title", &[("name", &what)]),
    };
    let words = if is_new { t("io.create") } else { t("edit.save") };
    view! {
        <FormDialog page=page title=title words=words form=form send=send leave=leave reason=reason>
            {is_new.then(|| view! {
                <Field label=t("io.name") id="tn-unit-name" field=name/>
                <p class="tn-faint">{t("io.name_note")}</p>
            })}
            {lacks_password.then(|| view! { <p class="tn-note">{t("birth.no_password")}</p> })}
            <Password field=password kept={!is_new}/>
            <Field label=t("io.email") id="tn-unit-email" kind="email" field=email/>
        </FormDialog>
    }
}
