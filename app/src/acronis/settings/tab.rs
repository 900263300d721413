//! The Settings tab: the table on the left, the chosen setting on the right.

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::below::Below;
use super::compare::Compare;
use super::context::SettingsContext;
use super::inspector::Inspector;
use super::panel::Panel;
use super::read;
use super::rows::Row;
use super::table::Table;
use super::toolbar::Toolbar;
use super::verification::Verifications;
use crate::acronis::context::AcronisContext;
use crate::i18n::t;
use crate::ui::task::LatestTask;
use crate::ui::{FaultNotice, Keyed, Remote};

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
    page.session.when_back(move || {
        if listed.with_untracked(|listed| matches!(listed, Remote::Failed { .. })) {
            reload.run(());
        }
    });
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
        notes.into_iter().map(|note| view! { <p class="tn-note" prop:textContent=note></p> }).collect_view()
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
    let panel = Keyed::new();
    let side = move || {
        // A reading that says the same of the setting may follow a change above it.
        readings.track();
        let row = chosen.get()?;
        let key = row.key();
        Some(panel.draw(key, view! { <Side page=page row=row/> }))
    };
    let class = move || if chosen.with(Option::is_some) { "tn-set tn-set--chosen" } else { "tn-set" };
    view! {
        <div class=class>
            <section class="tn-set__main" aria-label=t("tab.settings")>
                <Verifications acronis=acronis/>
                <Show when=move || state.get() != (false, false)><Toolbar page=page/></Show>
                <div class="tn-set__pair">
                    <div class="tn-set__body">
                        {fault}
                        <div class="tn-set__notes">{notes}</div>
                        {main}
                    </div>
                    {side}
                </div>
            </section>
        </div>
    }
}

/// The chosen setting: the explanation, or what applies below. Both look at the same reading.
#[component]
fn Side(page: SettingsContext, row: Row) -> impl IntoView {
    let node = Memo::new(move |_| page.tenants.with(|tree| tree.find(page.tenant)));
    let below = Memo::new(move |_| page.view.with(|view| view.below));
    let row = StoredValue::new(row);
    let inspector = Memo::new_with_compare(
        move |_| {
            let row = row.get_value();
            let inspector = Inspector::begin(page.state(), &row, node.get()?);
            inspector.column().borrow_mut().put(inspector.node, &row.setting);
            inspector.lay_out();
            Some(inspector)
        },
        |_, _| true,
    );
    move || {
        let (row, inspector) = (row.get_value(), inspector.get());
        match below.get() {
            true => view! { <Below page=page row=row inspector=inspector/> }.into_any(),
            false => view! { <Panel page=page row=row inspector=inspector/> }.into_any(),
        }
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
