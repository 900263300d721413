//! The Settings tab: the table on the left, the chosen setting on the right.

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::below::Below;
use super::compare::Compare;
use super::context::SettingsContext;
use super::panel::Panel;
use super::read;
use super::table::Table;
use super::toolbar::Toolbar;
use crate::acronis::context::AcronisContext;
use crate::i18n::t;
use crate::ui::task::LatestTask;
use crate::ui::{FaultNotice, Remote};

/// The Settings tab.
#[component]
pub fn SettingsTab(
    /// The screen.
    page: AcronisContext,
    /// The tenant.
    id: Uuid,
) -> impl IntoView {
    let (listed, latest) = (RwSignal::new(Remote::Loading), LatestTask::new());
    let readings = RwSignal::new(0_u32);
    let acronis = page.state();
    let reload = Callback::new(move |()| {
        latest.run(async move {
            let outcome = read::settings(acronis, id).await;
            listed.update(|listed| *listed = listed.after(outcome));
            readings.update(|count| *count = count.wrapping_add(1));
        });
    });
    reload.run(());
    let page = SettingsContext::new(page, id, listed, reload);
    let view = page.view;
    let chosen = Memo::new(move |_| {
        let key = view.with(|view| view.chosen.clone())?;
        page.rows().into_iter().find(|row| row.key() == key)
    });
    let with = Memo::new(move |_| view.with(|view| view.with));
    let fault = move || match listed.get() {
        Remote::Failed { fault, .. } => Some(view! { <FaultNotice fault=fault retry=reload/> }),
        _ => None,
    };
    let notes = move || {
        let notes =
            listed.with(|listed| listed.value().map(|listed| listed.notes.clone()).unwrap_or_default());
        notes.into_iter().map(|note| view! { <p class="tn-note">{note}</p> }).collect_view()
    };
    // What could not be read is not said to be empty.
    let state = Memo::new(move |_| {
        listed.with(|listed| (matches!(listed, Remote::Loading), listed.value().is_some()))
    });
    let main = move || match (with.get(), state.get()) {
        (_, (true, _)) => view! { <Loading/> }.into_any(),
        (_, (false, false)) => ().into_any(),
        (Some(other), _) => view! { <Compare page=page other=other/> }.into_any(),
        (None, _) => view! { <Table page=page/> }.into_any(),
    };
    let below = Memo::new(move |_| view.with(|view| view.below));
    let side = move || {
        // A reading that says the same of the setting may follow a change above it.
        readings.track();
        let row = chosen.get()?;
        Some(match below.get() {
            true => view! { <Below page=page row=row/> }.into_any(),
            false => view! { <Panel page=page row=row/> }.into_any(),
        })
    };
    let class = move || if chosen.with(Option::is_some) { "tn-set tn-set--chosen" } else { "tn-set" };
    view! {
        <div class=class>
            <section class="tn-set__main" aria-label=t("tab.settings")>
                <Show when=move || state.get() != (false, false)><Toolbar page=page/></Show>
                {fault}
                <div class="tn-set__notes">{notes}</div>
                {main}
            </section>
            {side}
        </div>
    }
}

#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="tn-set__loading" role="status" aria-label=t("settings.loading")>
            {(0..10).map(|_| view! { <span class="tn-skeleton"></span> }).collect_view()}
        </div>
    }
}
