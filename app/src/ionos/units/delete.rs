//! Deleting a backup unit: what goes with it, and its name to be sure.

use leptos::prelude::*;
use tenantry_core::ionos::rules::DELETED_WITH_UNIT;
use tenantry_core::ionos::tasks::Action;
use tenantry_core::ionos::{BackupUnit, ResponseOptions, backup_units};

use super::form::unchanged;
use crate::i18n::t;
use crate::ionos::tasks::tasks;
use crate::resource::context::PageContext;
use crate::resource::delete::Delete;
use crate::resource::submission::Failure;

/// The dialog.
#[component]
pub fn UnitDelete(
    /// The page.
    page: PageContext,
    /// The unit.
    unit: BackupUnit,
    /// Closes the dialog.
    leave: Callback<()>,
) -> impl IntoView {
    let name = unit.name().unwrap_or(unit.id.as_str()).to_owned();
    let done = Callback::new(move |()| {
        leave.run(());
        page.mount.focus_if_idle("tn-detail-title");
    });
    view! {
        <Delete page=page name=name write=move || delete(page, unit.clone()) done=done leave=leave>
            <WhatGoes/>
        </Delete>
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
    tasks(page.session).accepted(page.session, Action::Delete, &answer, &unit, Some(&unit));
    Ok(())
}
