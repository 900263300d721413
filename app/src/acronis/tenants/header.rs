//! The head of the chosen tenant: where it is, its name, kind, states and id, and the tabs.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::Tree;
use tenantry_core::acronis::{MfaStatus, PricingMode, Tenant};

use super::breadcrumbs::Breadcrumbs;
use super::kind::{kind_icon, kind_word};
use crate::acronis::context::AcronisContext;
use crate::acronis::route::{Tab, TenantsPath};
use crate::i18n::{t, tf};
use crate::mount::TITLE;
use crate::ui::{Badge, CopyText, Icon, Name, Tone};

/// The head of the chosen tenant.
#[component]
pub fn Header(
    /// The screen.
    page: AcronisContext,
    /// The tenant.
    id: Uuid,
    /// What has been read of it.
    tenant: Option<Tenant>,
) -> impl IntoView {
    let store = page.tenants;
    let (name, kind) = named(page, id, tenant.as_ref());
    let icon = kind_icon(kind.as_ref());
    let states = match &tenant {
        Some(tenant) => states(tenant),
        None => store.peek(|tree, _| listed_states(tree, id)),
    };
    let back = page.href(&TenantsPath::default());
    let tabs = tabs(page, id);
    let title = tf("page.title", &[("name", &name)]);
    page.mount.set_title(&title);
    view! {
        <header class="tn-head">
            <a class="tn-head__back" href=back>{t("tenant.back")}</a>
            <Breadcrumbs page=page id=id/>
            <div class="tn-head__line">
                <Icon name=icon/>
                <h1 id=page.mount.id(TITLE) class="tn-head__name" tabindex="-1"><Name text=name cut=true/></h1>
                <Badge text=kind_word(kind.as_ref())/>
                {states.into_iter().map(|(word, tone)| view! { <Badge tone=tone text=word/> }).collect_view()}
                <CopyText text=id.to_string() what=t("tenant.id")/>
            </div>
            <nav class="tn-tabs" aria-label=t("tenant.tabs")>
                {tabs}
            </nav>
        </header>
    }
}

/// The tabs, as links.
fn tabs(page: AcronisContext, id: Uuid) -> impl IntoView {
    let link = move |tab: Tab| {
        let words = t(match tab {
            Tab::Overview => "tab.overview",
            Tab::List => "tab.list",
            Tab::Contacts => "tab.contacts",
            Tab::Users => "tab.users",
            Tab::Access => "tab.access",
            Tab::Settings => "tab.settings",
            Tab::Quotas => "tab.quotas",
            Tab::Clients => "tab.clients",
        });
        let on = move || page.path().tab == tab;
        // A press on the tab that is open shows all of it again.
        let href = move || {
            let TenantsPath { filter, facets, .. } = page.path();
            page.href(&TenantsPath { tab, filter, facets, ..TenantsPath::of(Some(id)) })
        };
        let class = move || if on() { "tn-tab tn-tab--on" } else { "tn-tab" };
        view! { <a class=class aria-current=move || on().then_some("page") href=href>{words}</a> }
    };
    Tab::ALL.map(link).collect_view()
}

fn named(
    page: AcronisContext,
    id: Uuid,
    tenant: Option<&Tenant>,
) -> (String, Option<tenantry_core::acronis::TenantKind>) {
    let listed = |tree: &Tree| tree.find(id).map(|node| (tree.name(node).to_owned(), tree.kind(node)));
    let (name, kind) = match tenant {
        Some(tenant) => (tenant.name.clone().unwrap_or_default(), tenant.kind.clone()),
        None => page.tenants.peek(|tree, _| listed(tree)).unwrap_or_default(),
    };
    let name = if name.trim().is_empty() { t("tenant.nameless").to_owned() } else { name };
    (name, kind)
}

/// All states that a read tenant is in.
fn states(tenant: &Tenant) -> Vec<(&'static str, Tone)> {
    let locked = tenant.update_lock.as_ref().is_some_and(|lock| lock.enabled);
    let mfa_off = matches!(tenant.mfa_status, Some(MfaStatus::Disabled | MfaStatus::ForciblyDisabled));
    let all = [
        (tenant.is_deleted(), t("state.deleted"), Tone::Bad),
        (tenant.enabled == Some(true) && !tenant.is_deleted(), t("state.enabled"), Tone::Good),
        (tenant.enabled == Some(false), t("state.disabled"), Tone::Bad),
        (locked, t("state.locked"), Tone::Warn),
        (mfa_off, t("state.mfa_off"), Tone::Warn),
        (tenant.pricing_mode == Some(PricingMode::Trial), t("state.trial"), Tone::Plain),
    ];
    all.into_iter().filter_map(|(on, word, tone)| on.then_some((word, tone))).collect()
}

/// What the list alone says of it.
fn listed_states(tree: &Tree, id: Uuid) -> Vec<(&'static str, Tone)> {
    let enabled = tree.find(id).and_then(|node| tree.facts(node).enabled);
    let state =
        |on: bool| if on { (t("state.enabled"), Tone::Good) } else { (t("state.disabled"), Tone::Bad) };
    enabled.map(state).into_iter().collect()
}
