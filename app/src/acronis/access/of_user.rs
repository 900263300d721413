//! What a user can touch: the roles that they have in person, and through security groups.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::access::{Granted, of_user};
use tenantry_core::acronis::{AccessPolicy, TenantId, TrusteeType, UserId};

use crate::acronis::context::AcronisContext;
use crate::acronis::route::{Tab, TenantsPath};
use crate::i18n::{t, tf, tn};
use crate::resource::context::PageContext;
use crate::resource::notes::BadRows;
use crate::ui::export::{Extent, Table};
use crate::ui::loaded::Status;
use crate::ui::{Badge, ExportButtons, Icon, IconName, Name};

/// How the roles of a user are written. Copied freely.
#[derive(Clone, Copy)]
pub struct RoleWrites {
    /// Grants one.
    pub grant: Callback<()>,
    /// Takes the one of a policy away.
    pub revoke: Callback<(AccessPolicy, Uuid)>,
    /// Why nobody can, where that is so.
    pub why: StoredValue<Option<String>>,
}

/// The roles of a user.
#[component]
pub fn OfUser(
    /// The screen.
    screen: AcronisContext,
    /// The page.
    page: PageContext,
    /// The user.
    id: UserId,
    /// Who that is.
    name: String,
    /// How they are written.
    roles: RoleWrites,
) -> impl IntoView {
    let loaded = page.load(move || async move { of_user(&page.session.connection(), id).await });
    let name = StoredValue::new(name);
    let file = move |()| untrack(|| table(screen, &name.get_value(), &loaded.get().unwrap_or_default()));
    let list = move || {
        let granted = loaded.get()?;
        let is_none = granted.policies.is_empty() && granted.is_whole();
        let more =
            granted.has_more.then(|| view! { <p class="tn-note tn-note--warn">{t("access.more")}</p> });
        Some(view! {
            <BadRows count=granted.unread words="access.unread"/>
            {more}
            {is_none.then(|| view! { <p class="tn-faint">{t("access.user_none")}</p> })}
            <ul class="tn-roles">{granted.policies.into_iter().map(|policy| view! { <Line screen=screen page=page policy=policy roles=roles/> }).collect_view()}</ul>
        })
    };
    let barred = move || page.frozen().is_some() || roles.why.with_value(Option::is_some);
    let why = move || page.frozen().map(str::to_owned).or_else(|| roles.why.get_value());
    view! {
        <section class="tn-card" aria-label=t("access.of_user")>
            <h3>{t("access.of_user")}</h3>
            <p class="tn-faint">{t("access.of_user_note")} " " <Badge text=t("access.reading")/></p>
            <Status loaded=loaded.status()/>
            {list}
            <div class="tn-why__actions">
                <button id=page.mount.id("tn-role-grant") type="button" class="tn-button tn-button--small" disabled=barred
                    aria-describedby=page.mount.id("tn-role-why") on:click=move |_| roles.grant.run(())>{t("access.grant")}</button>
                <ExportButtons table=file/>
            </div>
            <p id=page.mount.id("tn-role-why") class="tn-faint" prop:textContent=why></p>
        </section>
    }
}

#[component]
fn Line(screen: AcronisContext, page: PageContext, policy: AccessPolicy, roles: RoleWrites) -> impl IntoView {
    let role = policy.role_id.clone().unwrap_or_else(|| t("field.unsaid").to_owned());
    let resource =
        policy.resource().map(|text| view! { " " <span class="tn-faint"><Name text=text/></span> });
    let at = match policy.tenant_id {
        Some(TenantId(id)) => {
            let path = TenantsPath { tab: Tab::Access, ..TenantsPath::of(Some(id)) };
            view! { <a href=screen.href(&path)><Name text=screen.name_of(id)/></a> }.into_any()
        }
        None => view! { <span class="tn-faint">{t("access.at_untold")}</span> }.into_any(),
    };
    let group =
        (through(&policy) == Some(true)).then(|| view! { " " <Badge text=t("access.through_group")/> });
    // A group's role is the group's; one without an id cannot be named.
    let own = policy.id.filter(|_| through(&policy) == Some(false));
    let label = tf("access.revoke_label", &[("role", &role)]);
    let revoke = own.map(|id| {
        let barred = move || page.frozen().is_some() || roles.why.with_value(Option::is_some);
        let policy = policy.clone();
        view! {
            <button id=page.mount.id(&["tn-role-", &id.to_string()].concat()) type="button" class="tn-button tn-button--icon" disabled=barred aria-label=label.clone() title=label
                on:click=move |_| roles.revoke.run((policy.clone(), id))><Icon name=IconName::Cross/></button>
        }
    });
    view! { <li><span><Name text=role/> {resource} " – " {at} {group}</span> {revoke}</li> }
}

/// Whether it is a group's; `None` where that is not told.
fn through(policy: &AccessPolicy) -> Option<bool> {
    policy.trustee_type.as_ref().map(|kind| *kind == TrusteeType::UserGroup)
}

fn table(screen: AcronisContext, name: &str, granted: &Granted) -> Table {
    let count = tn("access.count", granted.policies.len(), &granted.policies.len().to_string());
    let row = |policy: &AccessPolicy| {
        let group = || policy.trustee_id.clone().unwrap_or_default();
        vec![
            policy.role_id.clone(),
            policy.resource(),
            policy.tenant_id.map(|id| screen.name_of(id.0)),
            policy.tenant_id.map(|id| id.to_string()),
            through(policy).map(|is_group| if is_group { group() } else { String::new() }),
            policy.id.map(|id| id.to_string()),
        ]
    };
    let columns = ["role_id", "resource", "granted_at", "granted_at_id", "through_group", "policy_id"];
    Table {
        subject: vec!["access-of".to_owned(), name.to_owned()],
        about: tf("access.about_user", &[("count", &count), ("name", name)]),
        extent: Extent::of(granted.is_whole(), true),
        untold: t("list.untold"),
        columns: columns.map(str::to_owned).to_vec(),
        rows: granted.policies.iter().map(row).collect(),
    }
}
