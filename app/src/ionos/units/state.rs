//! The state of a backup unit: as the API says it, and the write that is being carried out.

use leptos::prelude::*;
use tenantry_core::ionos::rules::{Reason, can_write};
use tenantry_core::ionos::{BackupUnit, State};

use crate::i18n::t;
use crate::ionos::tasks::{stage, tasks};
use crate::ionos::words::reason;
use crate::resource::context::PageContext;
use crate::ui::{Badge, Tone};

/// The state as text.
pub fn state_word(unit: &BackupUnit) -> String {
    unit.state().map(|state| state.as_str().to_owned()).unwrap_or_default()
}

/// Why a write of a unit has to wait: one is under way, by this tab or by anybody.
pub fn busy(page: PageContext, unit: &BackupUnit) -> Option<String> {
    let running = tasks(page.session).of(&unit.id).map(|_| Reason::Busy);
    running.or_else(|| can_write(unit).err()).map(|why| reason(&why))
}

/// The state as the API says it, and the write that is being carried out.
#[component]
pub fn StateBadge(
    /// The page.
    page: PageContext,
    /// The unit.
    unit: BackupUnit,
) -> impl IntoView {
    let said = unit.state().map(|state| state.as_str().to_owned());
    let tone = match unit.state() {
        Some(State::Available) => Tone::Good,
        Some(State::Busy) => Tone::Warn,
        _ => Tone::Plain,
    };
    let id = unit.id.clone();
    let tasks = tasks(page.session);
    let task =
        move || tasks.of(&id).map(|task| view! { " " <Badge tone=Tone::Warn text=stage(task.stage).0/> });
    let incomplete =
        unit.is_incomplete().then(|| view! { " " <Badge tone=Tone::Warn text=t("io.incomplete")/> });
    view! {
        {said.map(|said| view! { <Badge tone=tone text=said/> })}
        {task}
        {incomplete}
    }
}
