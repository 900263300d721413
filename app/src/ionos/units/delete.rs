//! Deleting a backup unit: what goes with it, and its name to be sure.

use std::rc::Rc;

use leptos::prelude::*;
use tenantry_core::ionos::BackupUnit;
use tenantry_core::ionos::changes::units as changes;
use tenantry_core::write::Action;

use crate::i18n::t;
use crate::ionos::tasks::tasks;
use crate::mount::PANEL_TITLE;
use crate::resource::context::PageContext;
use crate::resource::delete::Delete;
use crate::writes::OutcomeListener;

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
        page.mount.give_back(PANEL_TITLE);
    });
    let (session, before) = (page.session, unit.clone());
    let follow: OutcomeListener<BackupUnit> =
        Rc::new(move |outcome| tasks(session).follow(session, Action::Delete, outcome, Some(&before)));
    view! {
        <Delete page=page name=name change=move || changes::delete(unit.clone()) always=follow done=done leave=leave>
            <WhatGoes/>
        </Delete>
    }
}

/// What the API deletes together with a unit (reference: Backup Service, `backupunitsDelete`).
#[component]
pub fn WhatGoes() -> impl IntoView {
    let all = [t("io.delete_plans"), t("io.delete_backups"), t("io.delete_backup_user"), t("io.delete_unit")];
    view! {
        <p>{t("io.delete_what")}</p>
        <ul class="tn-bullets">{all.map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
        <p><strong>{t("io.delete_final")}</strong></p>
    }
}
