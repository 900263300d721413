//! Granting a user a role, and taking one away. Acronis takes all roles of a user at once: those that are there are read
//! before, and sent back as they came.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::changes::roles as changes;
use tenantry_core::acronis::user_roles::{Offered, OfferedRoles, Read, Role, UserRoles};
use tenantry_core::acronis::{AccessPolicy, TenantId, User, UserId};
use tenantry_core::write::Outcome;

use super::context::UsersContext;
use super::words::login_or_name;
use crate::acronis::pick::PickTenant;
use crate::i18n::{t, tf};
use crate::resource::fields::{Field, SelectField};
use crate::resource::form::{Form, required};
use crate::resource::form_dialog::FormDialog;
use crate::ui::loaded::Status;
use crate::ui::{Loaded, Name, Phrase};

/// Reads the roles as they can be sent back.
fn read(users: UsersContext, id: UserId) -> Loaded<UserRoles> {
    let page = users.page;
    page.load_once(move || async move { page.session.connection().call(&Read { user: id }).await })
}

/// Why they cannot be written, where that is so.
fn why_not(shown: Loaded<UserRoles>) -> Option<String> {
    let words = match shown.get().map(|roles| roles.can_be_rewritten()) {
        None => "roles.reading",
        Some(Err(_)) => "roles.partial",
        Some(Ok(())) => return None,
    };
    Some(t(words).to_owned())
}

/// Where the roles are not what was shown, they are read again.
fn hear(shown: Loaded<UserRoles>) -> impl Fn(&Outcome<UserRoles>) + 'static {
    move |outcome| {
        if matches!(outcome, Outcome::ChangedBefore(_) | Outcome::ChangedAfter(_)) {
            shown.reload.run(());
        }
    }
}

/// Granting a role.
#[component]
pub fn GrantRole(
    /// The tab.
    users: UsersContext,
    /// The user.
    id: UserId,
    /// As they were shown.
    user: User,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let (page, screen) = (users.page, users.screen);
    let form = Form::new(page);
    let tenant = RwSignal::new(user.tenant_id.0);
    let shown = read(users, id);
    let offered: Loaded<OfferedRoles> = page.load_once(move || {
        let tenant = TenantId(tenant.get_untracked());
        async move { page.session.connection().call(&Offered { tenant }).await }
    });
    let role = form.text("role_id", "", required);
    let choose = move |id: Uuid| {
        tenant.set(id);
        role.value.set(String::new());
        offered.reload.run(());
    };
    let wanted = move || Role { tenant: TenantId(tenant.get()), role: role.value.get().trim().to_owned() };
    let reason = Signal::derive(move || {
        let has = || shown.get().is_some_and(|roles| roles.has(&wanted()));
        why_not(shown).or_else(|| has().then(|| t("roles.has").to_owned()))
    });
    let login = StoredValue::new(user.login.clone());
    let send = Callback::new(move |()| {
        let Some(roles) = untrack(|| shown.get()) else { return };
        let wanted = untrack(wanted);
        let change = || login.with_value(|login| changes::grant(id, login.as_deref(), roles, &wanted));
        form.send(change, hear(shown), move |_| {
            leave.run(());
            page.reload();
        });
    });
    // A tenant whose roles the account may not ask for can have one all the same.
    let field = move || {
        let mut names: Vec<String> = offered.get()?.items.items.into_iter().map(|one| one.role).collect();
        names.sort();
        names.dedup();
        let first = (String::new(), t("roles.choose").to_owned());
        let options = names.into_iter().map(|name| (name.clone(), name));
        let options: Vec<_> = std::iter::once(first).chain(options).collect();
        Some(
            view! { <SelectField label=t("roles.role") id="tn-role" field=role options=options/> }.into_any(),
        )
    };
    let field = move || {
        let by_hand = || view! { <Field label=t("roles.role") id="tn-role" field=role/> <p class="tn-faint">{t("roles.by_hand")}</p> };
        field().or_else(|| offered.is_absent().then(|| by_hand().into_any()))
    };
    let at = move || screen.tenants.with(|_| screen.name_of(tenant.get()));
    let title = Phrase::new("roles.grant_title", &[("name", &login_or_name(&user))]);
    view! {
        <FormDialog page=page title=title words=t("roles.grant_short") form=form send=send leave=leave reason=reason>
            <div class="tn-formfield">
                <strong>{t("roles.at")}</strong>
                <span>{move || view! { <Name text=at()/> }} " "
                    <PickTenant state=screen.state() ids=["tn-role-tenant", "tn-role-tenant-button"] words=t("roles.other_tenant") label=t("roles.tenant") except=tenant.get_untracked() choose=choose/>
                </span>
            </div>
            {move || (!offered.is_absent()).then(|| view! { <Status loaded=offered.status()/> })}
            {field}
            <p class="tn-faint">{t("roles.note")}</p>
            <Status loaded=shown.status()/>
        </FormDialog>
    }
}

/// Taking a role away.
#[component]
pub fn RevokeRole(
    /// The tab.
    users: UsersContext,
    /// The user.
    id: UserId,
    /// As they were shown.
    user: User,
    /// The role's policy.
    policy: AccessPolicy,
    /// The policy's id.
    policy_id: Uuid,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let page = users.page;
    let form = Form::new(page);
    let shown = read(users, id);
    let reason = Signal::derive(move || why_not(shown));
    let login = StoredValue::new(user.login.clone());
    let send = Callback::new(move |()| {
        let Some(roles) = untrack(|| shown.get()) else { return };
        let change = || login.with_value(|login| changes::revoke(id, login.as_deref(), roles, policy_id));
        form.send(change, hear(shown), move |_| {
            leave.run(());
            page.reload();
        });
    });
    let role = policy.role_id.clone().unwrap_or_else(|| t("field.unsaid").to_owned());
    let at = policy.tenant_id.map(|at| users.screen.name_of(at.0));
    let what = match at {
        Some(at) => tf("roles.what", &[("role", &role), ("tenant", &at)]),
        None => role,
    };
    let title = Phrase::new("roles.revoke_title", &[("name", &login_or_name(&user))]);
    view! {
        <FormDialog page=page title=title words=t("roles.revoke") form=form send=send leave=leave reason=reason dangerous=true>
            <p><strong><Name text=what/></strong></p>
            <p>{t("roles.revoke_note")}</p>
            <Status loaded=shown.status()/>
        </FormDialog>
    }
}
