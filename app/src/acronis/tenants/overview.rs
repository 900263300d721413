//! The Overview tab: every field that the API gives, in four groups.

use leptos::prelude::*;
use tenantry_core::acronis::{Tenant, TenantKind};

use super::kind::kind_word;
use super::overview_fields::{self, Field, FieldValue};
use crate::acronis::context::AcronisContext;
use crate::acronis::route::TenantsPath;
use crate::i18n::{t, tn};
use crate::ui::{Address, Badge, CopyText, format};

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
        FieldValue::Nothing(why) => view! { <span class="tn-faint">{why}</span> }.into_any(),
        FieldValue::Date { written, assumed } => view! {
            <span>{written}</span>
            {assumed.then(|| view! { " " <Badge text=t("date.zone_assumed")/> })}
        }
        .into_any(),
        FieldValue::Tenant(id) => {
            let name =
                move || page.tenants.with(|tree| tree.find(id.0).map(|node| tree.name(node).to_owned()));
            let href = page.href(&TenantsPath::of(Some(id.0)));
            let link = move || {
                match name() {
                Some(name) => view! { <a href=href.clone() dir="auto">{name}</a> }.into_any(),
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
    let line = |(kind, count): (Option<TenantKind>, usize)| {
        view! { <div class="tn-field"><dt>{kind_word(kind.as_ref())}</dt><dd>{format::number(count)}</dd></div> }
    };
    let body = move || {
        let below = counts.get().unwrap_or_default();
        view! {
            <dl>
                <div class="tn-field"><dt>{t("below.children")}</dt><dd>{format::number(below.children)}</dd></div>
                <div class="tn-field"><dt>{t("below.all")}</dt><dd>{format::number(below.all)}</dd></div>
                {below.kinds.into_iter().map(line).collect_view()}
            </dl>
        }
    };
    let note = move || {
        let count = format::number(store.count());
        if store.is_complete() {
            t("below.complete").to_owned()
        } else {
            tn("below.partial", store.count(), &count)
        }
    };
    view! {
        <section class="tn-card" aria-label=t("overview.below")>
            <h2>{t("overview.below")} " " <Badge text=t("below.computed")/></h2>
            {body}
            <p class="tn-faint">{note}</p>
        </section>
    }
}
