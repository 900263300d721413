//! The table of the roles: who, which role, where it is granted, and why it counts here.

use leptos::prelude::*;
use tenantry_core::acronis::TenantId;
use tenantry_core::acronis::access::Reach;

use super::grants::Grant;
use super::words::why;
use crate::acronis::context::AcronisContext;
use crate::acronis::route::{Tab, TenantsPath};
use crate::acronis::users::view::UsersView;
use crate::i18n::t;
use crate::ui::{Badge, Name, Tone};

/// The table.
#[component]
pub fn Table(
    /// The screen.
    screen: AcronisContext,
    /// The tenant.
    tenant: TenantId,
    /// The roles, in order.
    grants: Vec<Grant>,
) -> impl IntoView {
    let row = |grant: Grant| view! { <Row screen=screen tenant=tenant grant=grant/> };
    view! {
        <table class="tn-table tn-list__table tn-access__table">
            <thead><tr>
                <th scope="col">{t("access.who")}</th>
                <th scope="col">{t("access.kind")}</th>
                <th scope="col">{t("access.role")}</th>
                <th scope="col">{t("access.at")}</th>
                <th scope="col">{t("access.why")}</th>
                <th scope="col" class="tn-minor">{t("access.home")}</th>
            </tr></thead>
            <tbody>{grants.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Row(screen: AcronisContext, tenant: TenantId, grant: Grant) -> impl IntoView {
    let (words, is_reading) = why(screen.state(), grant.at, tenant, grant.reach);
    let who = match grant.user.zip(grant.home) {
        Some((user, home)) => {
            let users = UsersView { user: Some(user.0), ..UsersView::default() };
            let path = TenantsPath { tab: Tab::Users, users, ..TenantsPath::of(Some(home.0)) };
            view! { <a href=screen.href(&path)><Name text=grant.who cut=true/></a> }.into_any()
        }
        None => view! { <Name text=grant.who cut=true/> }.into_any(),
    };
    let unknown = grant.is_unknown.then(|| view! { " " <Badge tone=Tone::Warn text=t("access.unknown")/> });
    let barred = matches!(grant.reach, Reach::Barred(_))
        .then(|| view! { <Badge tone=Tone::Plain text=t("access.no_reach")/> " " });
    let unclear = matches!(grant.reach, Reach::Unclear(_))
        .then(|| view! { <Badge tone=Tone::Warn text=t("access.not_known")/> " " });
    let reading = is_reading.then(|| view! { " " <Badge text=t("access.reading")/> });
    let untold = || view! { <span class="tn-faint">{t("list.untold")}</span> };
    let role = grant.policy.role_id.clone();
    let role = match role {
        Some(role) => view! { <Name text=role/> }.into_any(),
        None => untold().into_any(),
    };
    let resource =
        grant.policy.resource().map(|text| view! { " " <span class="tn-faint"><Name text=text/></span> });
    let home = match grant.home {
        Some(home) => view! { <Name text=screen.name_of(home.0) cut=true/> }.into_any(),
        None => untold().into_any(),
    };
    let at = TenantsPath { tab: Tab::Access, ..TenantsPath::of(Some(grant.at.0)) };
    view! {
        <tr>
            <th scope="row">{who}</th>
            <td><span prop:textContent=grant.kind></span> {unknown}</td>
            <td>{role} {resource}</td>
            <td><a href=screen.href(&at)><Name text=screen.name_of(grant.at.0) cut=true/></a></td>
            <td class="tn-access__why">{barred} {unclear} <Name text=words/> {reading}</td>
            <td class="tn-minor">{home}</td>
        </tr>
    }
}
