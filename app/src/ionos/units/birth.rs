//! A backup unit that was created here and that the API does not show: it is being made, it cannot be seen yet, or it
//! could not be made.

use leptos::prelude::*;
use tenantry_core::ionos::UnitId;
use tenantry_core::ionos::tasks::{Action, Stage, Task};

use crate::i18n::{t, tf};
use crate::ionos::tasks::{Draft, stage, tasks};
use crate::resource::awaited::Awaited;
use crate::resource::context::PageContext;
use crate::resource::recent::Entry;
use crate::ui::loaded::LoadStatus;
use crate::ui::{Badge, Icon, IconName, format};

/// The task that makes a unit, where it was made here. Followed.
pub fn creation(page: PageContext, unit: &UnitId) -> Option<Task> {
    tasks(page.session).last(unit).filter(|task| task.action == Action::Create)
}

/// What is known of a unit that the API does not show.
#[component]
pub fn Birth(
    /// The page.
    page: PageContext,
    /// The task that makes it.
    task: Task,
    /// How far the reading of the unit is.
    status: LoadStatus,
    /// Opens the form with what was entered.
    again: Callback<Draft>,
) -> impl IntoView {
    let age = format::ago(task.started_ms, js_sys::Date::now());
    let aged = |key: &str| tf(key, &[("age", &age)]);
    let (session, kept) = (page.session, StoredValue::new(task.clone()));
    let badge = view! { <p><Badge tone=stage(task.stage).1 text=stage(task.stage).0/></p> };
    match task.stage {
        Stage::Failed => {
            let said =
                task.message.map(|said| view! { <p>{t("fault.said")} " " <q dir="auto">{said}</q></p> });
            let retry = move |_| again.run(kept.with_value(|task| tasks(session).draft(task)));
            view! {
                <div class="tn-notice tn-notice--bad" role="alert">
                    <Icon name=IconName::Warning/>
                    <div class="tn-notice__words">
                        <p class="tn-notice__title">{t("birth.failed")}</p>
                        {said}
                        <button id=page.mount.id("tn-create-again") type="button" class="tn-button" disabled=move || page.frozen().is_some() on:click=retry>{t("birth.again")}</button>
                    </div>
                </div>
            }
            .into_any()
        }
        Stage::NotSeen | Stage::GaveUp => {
            let look = move |_| {
                tasks(session).wait_on(session, kept.get_value());
                status.reload.run(());
            };
            view! {
                {badge}
                <p role="status">{aged("birth.not_seen")}</p>
                <p><button type="button" class="tn-button" on:click=look>{t("tasks.wait_on")}</button></p>
            }
            .into_any()
        }
        Stage::Done | Stage::DoneUnread => {
            let entry = Entry {
                kind: "backupunit",
                id: task.unit.to_string(),
                name: task.name.unwrap_or_default(),
                is_made: true,
                at_ms: task.heard_ms,
            };
            let entries = Signal::stored(vec![entry]);
            view! { {badge} <Awaited page=page entries=entries words=["birth.done", "birth.done"] loaded=status at_once=true/> }.into_any()
        }
        Stage::Accepted | Stage::Queued | Stage::Running => {
            view! { {badge} <p role="status">{aged("birth.running")}</p> }.into_any()
        }
    }
}
