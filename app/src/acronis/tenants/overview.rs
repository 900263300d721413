//! The Overview tab: every field that the API gives, in four groups.

use leptos::prelude::*;
use tenantry_core::acronis::{Tenant, TenantKind};

use super::kind::kind_word;
use super::overview_fields;
use crate::acronis::context::AcronisContext;
use crate::acronis::field_view::Fields;
use crate::acronis::fields::Field;
use crate::i18n::{t, tf, tn};
use crate::ui::{Badge, format};

/// The Overview tab.
#[component]
pub fn Overview(
    /// The screen.
    page: AcronisContext,
    /// The tenant.
    tenant: Tenant,
) -> impl IntoView {
    let id = tenant.id.0;
    view! {
        <div class="tn-cards">
            <Card page=page title=t("overview.about") fields=overview_fields::about(&tenant)/>
            <Card page=page title=t("overview.access") fields=overview_fields::access(&tenant)/>
            <Card page=page title=t("overview.history") fields=overview_fields::history(&tenant)/>
            <Card page=page title=t("overview.contact") fields=overview_fields::contact(&tenant)/>
            <Below page=page id=id/>
        </div>
    }
}

#[component]
fn Card(page: AcronisContext, title: &'static str, fields: Vec<Field>) -> impl IntoView {
    view! {
        <section class="tn-card" aria-label=title>
            <h2>{title}</h2>
            {if fields.is_empty() {
                view! { <p class="tn-faint">{t("overview.nothing")}</p> }.into_any()
            } else {
                view! { <Fields page=page fields=fields/> }.into_any()
            }}
        </section>
    }
}

/// What is below the tenant, counted over what has come: computed, and said to be so.
#[component]
fn Below(page: AcronisContext, id: tenantry_core::Uuid) -> impl IntoView {
    let store = page.tenants;
    let counts = Memo::new(move |_| store.with(|tree| tree.find(id).map(|node| tree.below(node))));
    let line = |(kind, count): (Option<TenantKind>, usize), known: Known| {
        view! { <div class="tn-field"><dt prop:textContent=kind_word(kind.as_ref())></dt><dd prop:textContent=amount(count, known)></dd></div> }
    };
    let body = move || {
        let below = counts.get().unwrap_or_default();
        let known = |hidden: bool| match (store.is_complete(), hidden) {
            (false, _) => Known::SoFar,
            (true, true) => Known::AtLeast,
            (true, false) => Known::Whole,
        };
        let (children, all) = (known(below.hides_children), known(below.hidden > 0));
        view! {
            <dl>
                <div class="tn-field"><dt>{t("below.children")}</dt><dd prop:textContent=amount(below.children, children)></dd></div>
                <div class="tn-field"><dt>{t("below.all")}</dt><dd prop:textContent=amount(below.all, all)></dd></div>
                {below.kinds.into_iter().map(|of| line(of, all)).collect_view()}
            </dl>
        }
    };
    let note = move || match (store.is_complete(), counts.get().map_or(0, |below| below.hidden)) {
        (false, _) => tn("below.partial", store.count(), &format::number(store.count())),
        (true, 0) => t("below.complete").to_owned(),
        (true, hidden) => tn("below.hidden", hidden, &format::number(hidden)),
    };
    view! {
        <section class="tn-card" aria-label=t("overview.below")>
            <h2>{t("overview.below")} " " <Badge text=t("below.computed")/></h2>
            {body}
            <p class="tn-faint" prop:textContent=note></p>
        </section>
    }
}

/// How much a count tells.
#[derive(Clone, Copy)]
enum Known {
    Whole,
    /// Tenants are still being loaded, or the loading was stopped.
    SoFar,
    /// There are some that are not to be seen.
    AtLeast,
}

/// A count; none only where the whole is known.
fn amount(count: usize, known: Known) -> String {
    let n = format::number(count);
    match (known, count) {
        (Known::Whole, _) => n,
        (Known::SoFar, 0) => t("below.not_yet").to_owned(),
        (Known::SoFar, _) => tf("below.so_far", &[("n", &n)]),
        (Known::AtLeast, 0) => t("below.no_access").to_owned(),
        (Known::AtLeast, _) => tf("below.at_least", &[("n", &n)]),
    }
}
