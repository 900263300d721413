//! The Overview tab: every field that the API gives, in four groups.

use leptos::prelude::*;
use tenantry_core::acronis::{Tenant, TenantKind};

use super::kind::kind_word;
use super::overview_fields::{self, Field, FieldValue};
use crate::acronis::context::AcronisContext;
use crate::acronis::route::TenantsPath;
use crate::i18n::{t, tf, tn};
use crate::ui::{Address, Badge, CopyText, Name, format};

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
    let field = move |Field { label, shown, note }: Field| {
        view! {
            <div class="tn-field">
                <dt>{label}</dt>
                <dd title=note>
                    <Value page=page label=label shown=shown/>
                </dd>
            </div>
        }
    };
    view! {
        <section class="tn-card" aria-label=title>
            <h2>{title}</h2>
            {if fields.is_empty() {
                view! { <p class="tn-faint">{t("overview.nothing")}</p> }.into_any()
            } else {
                view! { <dl>{fields.into_iter().map(field).collect_view()}</dl> }.into_any()
            }}
        </section>
    }
}

#[component]
fn Value(page: AcronisContext, label: &'static str, shown: FieldValue) -> impl IntoView {
    match shown {
        FieldValue::Text(text) => view! { <Address text=text/> }.into_any(),
        FieldValue::Id(id) => view! { <CopyText text=id.to_string() what=label/> }.into_any(),
        FieldValue::State(word, tone) => view! { <Badge tone=tone text=word/> }.into_any(),
        FieldValue::Nothing(why) => view! { <span class="tn-faint" prop:textContent=why></span> }.into_any(),
        FieldValue::Date { written, assumed } => view! {
            <span translate="no" prop:textContent=written></span>
            {assumed.then(|| view! { " " <Badge text=t("date.zone_assumed")/> })}
        }
        .into_any(),
        FieldValue::Tenant(id) => {
            let name =
                move || page.tenants.with(|tree| tree.find(id.0).map(|node| tree.name(node).to_owned()));
            let href = page.href(&TenantsPath::of(Some(id.0)));
            let link = move || {
                match name() {
                Some(name) => view! { <a href=href.clone()><Name text=name/></a> }.into_any(),
                None => view! { <CopyText text=id.to_string() what=label/> <span class="tn-faint">{t("tenant.not_loaded")}</span> }.into_any(),
            }
            };
            view! { {link} }.into_any()
        }
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
