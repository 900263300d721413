//! One user: what the API tells of them, and what can be done.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::user_rules::{
    UserReason, can_be_sent_activation, can_change_roles, can_shut_out, can_write,
};
use tenantry_core::acronis::{AccessPolicy, User, UserId, users};

use super::actions::{Action, Ask};
use super::context::{UsersContext, row_id};
use super::delete::DeleteUser;
use super::edit::EditUser;
use super::fields::{main, rest};
use super::roles::{GrantRole, RevokeRole};
use super::words::{login_or_name, why_not};
use crate::acronis::access::{OfUser, RoleWrites};
use crate::acronis::field_view::Fields;
use crate::i18n::t;
use crate::mount::PANEL_TITLE;
use crate::mount::events::is_key;
use crate::ui::loaded::Status;
use crate::ui::{Badge, Icon, IconName, Loaded, Name, Tone};

/// What is asked for in the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Edit,
    Delete,
    Do(Action),
    Grant,
    Revoke(Box<AccessPolicy>, Uuid),
}

/// The panel.
#[component]
pub fn UserPanel(
    /// The tab.
    users: UsersContext,
    /// The user.
    id: UserId,
) -> impl IntoView {
    let page = users.page;
    let loaded: Loaded<User> = page.load(move || async move {
        // A deleted one too: they can be restored.
        page.session.connection().call(&users::Read { id, allow_deleted: true }).await
    });
    let asked = RwSignal::new(None::<Asked>);
    let leave = move || page.mount.focus_if_idle(row_id(id.0));
    page.mount.focus_if_idle(PANEL_TITLE);
    let keys = move |event: web_sys::KeyboardEvent| {
        if is_key(&event, "Escape") {
            leave();
            users.go(None);
        }
    };
    let title =
        move || loaded.remote.with(|remote| remote.value().map_or_else(|| id.to_string(), login_or_name));
    let body = move || loaded.here().map(|user| view! { <Body users=users user=user asked=asked/> });
    let dialog = move || {
        let (asked_for, user) = (asked.get()?, untrack(|| loaded.here())?);
        let back = Callback::new(move |()| asked.set(None));
        // What names a version is offered only where there is one.
        let version = user.version.unwrap_or_default();
        Some(match asked_for {
            Asked::Edit => {
                view! { <EditUser users=users id=id before=user version=version leave=back/> }.into_any()
            }
            Asked::Delete => {
                view! { <DeleteUser users=users id=id user=user version=version leave=back/> }.into_any()
            }
            Asked::Grant => view! { <GrantRole users=users id=id user=user leave=back/> }.into_any(),
            Asked::Revoke(policy, of) => {
                view! { <RevokeRole users=users id=id user=user policy=*policy policy_id=of leave=back/> }
                    .into_any()
            }
            Asked::Do(action) => {
                view! { <Ask users=users action=action id=id user=user version=version leave=back/> }
                    .into_any()
            }
        })
    };
    view! {
        <aside class="tn-why" aria-label=t("list.detail") on:keydown=keys>
            <div class="tn-why__head">
                <h2 id=page.mount.id(PANEL_TITLE) tabindex="-1">{move || view! { <Name text=title()/> }}</h2>
                <a class="tn-button tn-button--icon" href=move || users.href(None) on:click=move |_| leave() aria-label=t("list.close")><Icon name=IconName::Cross/></a>
            </div>
            <Status loaded=loaded.status()/>
            {body}
        </aside>
        {dialog}
    }
}

#[component]
fn Body(users: UsersContext, user: User, asked: RwSignal<Option<Asked>>) -> impl IntoView {
    let is_deleted = user.is_deleted();
    let name = login_or_name(&user);
    let access = user.id.filter(|_| !is_deleted);
    let is_me = can_change_roles(&user, users.page.session.login().as_deref()).err();
    let roles = RoleWrites {
        grant: Callback::new(move |()| asked.set(Some(Asked::Grant))),
        revoke: Callback::new(move |(policy, id)| asked.set(Some(Asked::Revoke(Box::new(policy), id)))),
        why: StoredValue::new(is_me.map(|why| why_not(&why))),
    };
    let access =
        access.map(|id| view! { <OfUser screen=users.screen page=users.page id=id name=name roles=roles/> });
    view! {
        {is_deleted.then(|| view! { <p><Badge tone=Tone::Bad text=t("state.deleted")/></p> })}
        <Fields page=users.screen fields=main(&user)/>
        <Buttons users=users user=user.clone() asked=asked/>
        {access}
        <details>
            <summary>{t("contacts.more")}</summary>
            <Fields page=users.screen fields=rest(&user)/>
        </details>
    }
}

/// What can be done. What cannot says why, below the buttons.
#[component]
fn Buttons(users: UsersContext, user: User, asked: RwSignal<Option<Asked>>) -> impl IntoView {
    let page = users.page;
    let me = page.session.login();
    let reason = |rule: Result<(), UserReason>| rule.err().map(|why| why_not(&why));
    let shut_out = reason(can_shut_out(&user, me.as_deref()).map(drop));
    let write = reason(can_write(&user).map(drop));
    let activation = reason(can_be_sent_activation(&user));
    let button = move |asks: Asked,
                       id: &'static str,
                       words: &'static str,
                       class: &'static str,
                       why: Option<String>| {
        let why = StoredValue::new(why);
        let barred = move || page.frozen().is_some() || why.with_value(Option::is_some);
        view! {
            <button id=page.mount.id(id) type="button" class=class disabled=barred aria-describedby=page.mount.id("tn-user-why")
                title=move || why.get_value() on:click=move |_| asked.set(Some(asks.clone()))>{words}</button>
        }
    };
    let plain = "tn-button tn-button--small";
    let act = move |action: Action, id, why| button(Asked::Do(action), id, action.label(), plain, why);
    if user.is_deleted() {
        return view! { <div class="tn-why__actions">{act(Action::Restore, "tn-user-restore", None)}</div> }
            .into_any();
    }
    // Where it is not told, both are offered.
    let enable = (user.enabled != Some(true)).then(|| act(Action::Enable, "tn-user-enable", write.clone()));
    let disable =
        (user.enabled != Some(false)).then(|| act(Action::Disable, "tn-user-disable", shut_out.clone()));
    let edit = button(
        Asked::Edit,
        "tn-user-edit",
        t("users.edit"),
        "tn-button tn-button--small tn-button--primary",
        write.clone(),
    );
    let delete = button(
        Asked::Delete,
        "tn-user-delete",
        t("io.delete"),
        "tn-button tn-button--small tn-button--danger",
        shut_out.clone(),
    );
    // Each reason once, for those who cannot hover.
    let mut reasons: Vec<String> = [write, shut_out, activation.clone()].into_iter().flatten().collect();
    reasons.dedup();
    let reasons = move || page.frozen().map_or_else(|| reasons.join(" "), str::to_owned);
    view! {
        <div class="tn-why__actions">
            {edit} {enable} {disable}
            {act(Action::Activation, "tn-user-activation", activation)}
            {act(Action::Totp, "tn-user-totp", None)}
            {delete}
        </div>
        <p id=page.mount.id("tn-user-why") class="tn-faint" prop:textContent=reasons></p>
    }
    .into_any()
}
