//! The state of a backup unit: as the API says it, and the write that is being carried out.

use leptos::prelude::*;
use tenantry_core::ionos::rules::{Reason, can_write};
use tenantry_core::ionos::tasks::Action;
use tenantry_core::ionos::{BackupUnit, State};

use crate::i18n::t;
use crate::ionos::tasks::{stage, tasks};
use crate::ionos::words::reason;
use crate::resource::context::PageContext;
use crate::ui::{Badge, Tone};

/// The state as text, where it is told.
pub fn state_word(unit: &BackupUnit) -> Option<String> {
    unit.state().map(|state| state.as_str().to_owned())
}

/// Why a write of a unit has to wait: one is under way, by this tab or by anybody.
pub fn busy(page: PageContext, unit: &BackupUnit) -> Option<String> {
    if is_deleted(page, unit) {
        return Some(t("birth.deleted").to_owned());
    }
    let running = tasks(page.session).of(&unit.id).map(|_| Reason::Busy);
    running.or_else(|| can_write(unit).err()).map(|why| reason(&why))
}

/// Whether it was deleted from here: a list may show it for a while.
fn is_deleted(page: PageContext, unit: &BackupUnit) -> bool {
    let last = tasks(page.session).last(&unit.id);
    last.is_some_and(|task| task.action == Action::Delete && task.stage.is_done())
}

/// The state as the API says it, and the write that is being carried out.
#[component]
pub fn StateBadge(
    /// The page.
    page: PageContext,
    /// The unit.
    unit: BackupUnit,
) -> impl IntoView {
    let said = state_word(&unit).unwrap_or_else(|| t("io.untold_state").to_owned());
    let tone = match unit.state() {
        Some(State::Available) => Tone::Good,
        Some(State::Busy) => Tone::Warn,
        _ => Tone::Plain,
    };
    let id = unit.id.clone();
    let tasks = tasks(page.session);
    let task =
        move || tasks.of(&id).map(|task| view! { " " <Badge tone=Tone::Warn text=stage(task.stage).0/> });
    let one = unit.clone();
    let deleted = move || {
        is_deleted(page, &one).then(|| view! { " " <Badge tone=Tone::Warn text=t("birth.deleted")/> })
    };
    let incomplete =
        unit.is_incomplete().then(|| view! { " " <Badge tone=Tone::Warn text=t("io.incomplete")/> });
    view! {
        <Badge tone=tone text=said/>
        {task}
        {deleted}
        {incomplete}
    }
}
