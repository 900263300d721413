//! Deleting a backup unit: what goes with it, and its name to be sure.

use leptos::prelude::*;
use tenantry_core::ionos::rules::DELETED_WITH_UNIT;
use tenantry_core::ionos::tasks::Action;
use tenantry_core::ionos::{BackupUnit, Shown, backup_units};

use super::form::unchanged;
use crate::i18n::{t, tf};
use crate::ionos::desk::Desk;
use crate::ionos::form::{Failure, Field, FormDialog, Sending};
use crate::ui::focus::settle;

/// The dialog.
#[component]
pub fn UnitDelete(
    /// What every screen needs.
    desk: Desk,
    /// The unit.
    unit: BackupUnit,
    /// Closes the dialog.
    leave: Callback<()>,
) -> impl IntoView {
    let name = unit.name().unwrap_or(unit.id.as_str()).to_owned();
    let (typed, sending) = (RwSignal::new(String::new()), Sending::new(desk.account));
    let title = tf("io.delete_title", &[("name", &name)]);
    let label = tf("io.delete_type", &[("name", &name)]);
    let reason =
        Signal::derive(move || typed.with(|typed| *typed != name).then(|| t("io.type_name").to_owned()));
    let unit = StoredValue::new(unit);
    let send = Callback::new(move |()| {
        sending.send(&[], delete(desk, unit.get_value()), move |()| {
            leave.run(());
            settle("tn-detail-title");
        });
    });
    view! {
        <FormDialog desk=desk title=title words=t("io.delete") sending=sending send=send leave=leave reason=reason dangerous=true>
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
pub async fn delete(desk: Desk, unit: BackupUnit) -> Result<(), Failure> {
    unchanged(desk, &unit).await?;
    let call = backup_units::Delete { id: unit.id.clone(), shown: Shown::default() };
    let answer = desk.account.connection().call_full(&call).await?;
    desk.account.tasks.accepted(desk.account, Action::Delete, &answer, &unit, Some(&unit));
    Ok(())
}
