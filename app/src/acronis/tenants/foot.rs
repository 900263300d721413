//! The foot of the tree: how many of the tenants are here, why not all of them, and what can be done.

use std::time::Duration;

use leptos::prelude::*;
use tenantry_core::acronis::tenancy::Report;

use super::loading;
use super::store::LoadState;
use crate::acronis::context::AcronisContext;
use crate::i18n::{t, tf, tn};
use crate::ui::{Badge, Fault, Icon, IconName, Tone, format};

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
            <span role="status">{so_far}</span>
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
            <span>{move || counted(page)}</span>
            <button type="button" class="tn-button tn-button--small" on:click=move |_| loading::load_all(page.state())>{label}</button>
        </div>
        <p class="tn-tree__why" role="status">{tf("tree.because", &[("why", &why)])}</p>
        // Where nothing came, the pane above says it whole.
        {fault.filter(|_| page.tenants.peek(|tree, _| !tree.is_empty())).map(|fault| view! {
            <details class="tn-tree__why">
                <summary>{t("fault.what_to_do")}</summary>
                {fault.said.map(|said| view! { <p>{t("fault.said")} " " <q dir="auto">{said}</q></p> })}
                <p>{fault.next}</p>
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
    view! {
        <div class="tn-tree__line">
            <Badge tone=Tone::Good text=t("tree.complete")/>
            <span role="status">{move || counted(page)}</span>
            <span class="tn-faint">{age}</span>
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
            <p class="tn-tree__why" role="alert">{tf("tree.stale", &[("why", &fault.title)])} " " {fault.next}</p>
        })}
        {(!odd.is_empty()).then(|| view! {
            <details class="tn-tree__why">
                <summary>{tn("tree.odd", odd.len(), &format::number(odd.len()))}</summary>
                <ul>{odd.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </details>
        })}
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
