//! Deleting a backup unit: what goes with it, and its name to be sure.

use leptos::prelude::*;
use tenantry_core::ionos::rules::DELETED_WITH_UNIT;
use tenantry_core::ionos::tasks::Action;
use tenantry_core::ionos::{BackupUnit, ResponseOptions, backup_units};

use super::form::unchanged;
use crate::i18n::{t, tf};
use crate::resource::context::PageContext;
use crate::resource::form::{Failure, Field, FormDialog, Submission};
use crate::ui::focus::focus_if_idle;

/// The dialog.
#[component]
pub fn UnitDelete(
    /// What every screen needs.
    page: PageContext,
    /// The unit.
    unit: BackupUnit,
    /// Closes the dialog.
    leave: Callback<()>,
) -> impl IntoView {
    let name = unit.name().unwrap_or(unit.id.as_str()).to_owned();
    let (typed, submission) = (RwSignal::new(String::new()), Submission::new(page.session));
    let title = tf("io.delete_title", &[("name", &name)]);
    let label = tf("io.delete_type", &[("name", &name)]);
    let reason =
        Signal::derive(move || typed.with(|typed| *typed != name).then(|| t("io.type_name").to_owned()));
    let unit = StoredValue::new(unit);
    let send = Callback::new(move |()| {
        submission.send(&[], delete(page, unit.get_value()), move |()| {
            leave.run(());
            focus_if_idle("tn-detail-title");
        });
    });
    view! {
        <FormDialog page=page title=title words=t("io.delete") submission=submission send=send leave=leave reason=reason dangerous=true>
            <WhatGoes/>
            <Field label=label id="tn-delete-name" value=typed wrong=Signal::derive(|| None::<String>)/>
        </FormDialog>
    }
}

/// What the API deletes together with a unit.
#[component]
pub fn WhatGoes() -> impl IntoView {
    view! {
        <p>{t("io.delete_what")}</p>
        <ul class="tn-bullets">{DELETED_WITH_UNIT.map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
        <p><strong>{t("io.delete_final")}</strong></p>
    }
}

/// Deletes a unit, and has that followed in the task centre.
pub async fn delete(page: PageContext, unit: BackupUnit) -> Result<(), Failure> {
    unchanged(page, &unit).await?;
    let call = backup_units::Delete { id: unit.id.clone(), options: ResponseOptions::default() };
    let answer = page.session.connection().call_full(&call).await?;
    page.session.tasks.accepted(page.session, Action::Delete, &answer, &unit, Some(&unit));
    Ok(())
}
