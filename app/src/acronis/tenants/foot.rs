//! The foot of the tree: how many of the tenants are here, why not all of them, and what can be done.

use std::time::Duration;

use leptos::prelude::*;
use tenantry_core::acronis::tenancy::{Report, TenantChange};

use super::loading;
use super::store::LoadState;
use crate::acronis::context::AcronisContext;
use crate::acronis::list::counted as counted_changes;
use crate::i18n::{t, tf, tn};
use crate::ui::text::visible;
use crate::ui::{Badge, Fault, Icon, IconName, Live, Name, Quote, Tone, format};

/// How many have come is read out where it stands still this long, not with each page.
const PAUSE_MS: u32 = 2_500;

/// So many tenants are named of those that a refresh has changed.
const NAMED: usize = 20;

/// The foot of the tree.
#[component]
pub fn Foot(
    /// The screen.
    page: AcronisContext,
) -> impl IntoView {
    let store = page.tenants;
    let state = move || match store.state.get() {
        LoadState::Idle => ().into_any(),
        LoadState::Loading => view! { <Loading page=page/> }.into_any(),
        LoadState::Stopped => view! { <Partial page=page fault=None/> }.into_any(),
        LoadState::Failed(fault) => view! { <Partial page=page fault=Some(fault)/> }.into_any(),
        LoadState::Complete { report, at_ms, refreshing, stale } => {
            view! { <Complete page=page report=report at_ms=at_ms refreshing=refreshing stale=stale/> }
                .into_any()
        }
    };
    view! { <div class="tn-tree__foot">{state}</div> }
}

fn counted(page: AcronisContext) -> String {
    let count = page.tenants.count();
    tn("tree.count", count, &format::number(count))
}

#[component]
fn Loading(page: AcronisContext) -> impl IntoView {
    let so_far = move || tf("tree.so_far", &[("count", &counted(page))]);
    view! {
        <progress class="tn-progress" aria-label=t("tree.loading")></progress>
        <div class="tn-tree__line">
            <Live text=Signal::derive(so_far) pause_ms=PAUSE_MS/>
            <button type="button" class="tn-button tn-button--small" on:click=move |_| loading::stop(page.state())>{t("tree.stop")}</button>
        </div>
    }
}

#[component]
fn Partial(page: AcronisContext, fault: Option<Fault>) -> impl IntoView {
    let why = fault.as_ref().map_or_else(|| t("tree.stopped").to_owned(), |fault| fault.title.clone());
    let label =
        if page.tenants.paused.with_value(Option::is_some) { t("tree.go_on") } else { t("tree.again") };
    view! {
        <div class="tn-tree__line">
            <Badge tone=Tone::Warn text=t("tree.partial")/>
            <span prop:textContent=move || counted(page)></span>
            <button type="button" class="tn-button tn-button--small" on:click=move |_| loading::load_all(page.state()) prop:textContent=label></button>
        </div>
        <p class="tn-tree__why" role="status" prop:textContent=tf("tree.because", &[("why", &why)])></p>
        // Where nothing came, the pane above says it whole.
        {fault.filter(|_| page.tenants.peek(|tree, _| !tree.is_empty())).map(|fault| view! {
            <details class="tn-tree__why">
                <summary>{t("fault.what_to_do")}</summary>
                {fault.said.map(|said| view! { <p>{t("fault.said")} " " <Quote text=said/></p> })}
                <p prop:textContent=fault.next></p>
            </details>
        })}
    }
}

#[component]
fn Complete(
    page: AcronisContext,
    report: Report,
    at_ms: f64,
    refreshing: bool,
    stale: Option<Fault>,
) -> impl IntoView {
    let now_ms = RwSignal::new(js_sys::Date::now());
    if let Ok(ticking) =
        set_interval_with_handle(move || now_ms.set(js_sys::Date::now()), Duration::from_secs(10))
    {
        on_cleanup(move || ticking.clear());
    }
    let age = move || format::ago(at_ms, now_ms.get());
    let odd = oddities(&report);
    let changes = report.changes;
    view! {
        <div class="tn-tree__line">
            <Badge tone=Tone::Good text=t("tree.complete")/>
            <span role="status" prop:textContent=Memo::new(move |_| counted(page))></span>
            <span class="tn-faint" prop:textContent=age></span>
            <button
                type="button"
                class="tn-button tn-button--icon"
                aria-label=t("tree.refresh")
                title=t("tree.refresh")
                disabled=refreshing
                on:click=move |_| loading::refresh(page.state())
            >
                <Icon name=IconName::Refresh/>
            </button>
        </div>
        {stale.map(|fault| view! {
            <p class="tn-tree__why" role="alert"><span prop:textContent=tf("tree.stale", &[("why", &fault.title)])></span> " " <span prop:textContent=fault.next></span></p>
        })}
        {(!changes.is_empty()).then(|| view! { <Changed page=page changes=changes/> })}
        {(!odd.is_empty()).then(|| view! {
            <details class="tn-tree__why">
                <summary prop:textContent=tn("tree.odd", odd.len(), &format::number(odd.len()))></summary>
                <ul>{odd.into_iter().map(|line| view! { <li prop:textContent=visible(&line).into_owned()></li> }).collect_view()}</ul>
            </details>
        })}
    }
}

/// What the last refresh found.
#[component]
fn Changed(page: AcronisContext, changes: Vec<TenantChange>) -> impl IntoView {
    let words = tf("tree.refreshed", &[("changes", &counted_changes(&changes))]);
    let left = changes.len().saturating_sub(NAMED);
    let line = |change: TenantChange| {
        let href = page.href(&page.path_now().of_tenant(Some(change.id)));
        let name = change.name.unwrap_or_else(|| change.id.to_string());
        view! { <li><a href=href><Name text=name cut=true/></a></li> }
    };
    view! {
        <details class="tn-tree__why">
            <summary role="status" prop:textContent=words></summary>
            <ul>{changes.into_iter().take(NAMED).map(line).collect_view()}</ul>
            {(left > 0).then(|| view! { <p prop:textContent=tn("preview.more", left, &format::number(left))></p> })}
        </details>
    }
}

/// What was odd about the vendor's list, in words.
fn oddities(report: &Report) -> Vec<String> {
    let counted = |key: &str, count: usize| (count > 0).then(|| tn(key, count, &format::number(count)));
    let summaries = [
        counted("tree.odd.loops", report.loops),
        counted("tree.odd.duplicates", report.duplicates),
        counted("tree.odd.without_ids", report.without_ids),
        counted("tree.odd.bad", report.bad_count),
    ];
    summaries.into_iter().flatten().chain(report.bad.iter().cloned()).collect()
}
