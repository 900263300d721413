//! What can be done with several users at once.

use leptos::prelude::*;
use tenantry_core::ionos::rules::can_remove;
use tenantry_core::ionos::{Shown, User, members, users};

use super::choice::{Choice, GroupChoice};
use super::user::own_login;
use crate::i18n::{t, tf, tn};
use crate::ionos::bulk::{BulkDialog, Step};
use crate::ionos::desk::Desk;
use crate::ionos::form::{self, Field};
use crate::ui::format;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nothing,
    Add,
    Delete,
}

/// The buttons for the ticked users, and what they open.
#[component]
pub fn UsersBulk(
    /// What every screen needs.
    desk: Desk,
    /// The ticked users.
    rows: Signal<Vec<User>>,
    /// Reads the list again.
    reload: Callback<()>,
) -> impl IntoView {
    let asked = RwSignal::new(Asked::Nothing);
    let leave = Callback::new(move |()| {
        asked.set(Asked::Nothing);
        reload.run(());
    });
    let dialog = move || {
        let users = rows.get_untracked();
        match asked.get() {
            Asked::Nothing => ().into_any(),
            Asked::Add => view! { <AddAll desk=desk users=users leave=leave/> }.into_any(),
            Asked::Delete => view! { <DeleteAll desk=desk users=users leave=leave/> }.into_any(),
        }
    };
    let frozen = move || desk.frozen().is_some();
    view! {
        <button id="tn-bulk-add" type="button" class="tn-button tn-button--small" disabled=frozen title=move || desk.frozen() on:click=move |_| asked.set(Asked::Add)>{t("bulk.add")}</button>
        <button id="tn-bulk-delete" type="button" class="tn-button tn-button--small tn-button--danger" disabled=frozen title=move || desk.frozen() on:click=move |_| asked.set(Asked::Delete)>{t("bulk.delete")}</button>
        {dialog}
    }
}

fn name(user: &User) -> String {
    user.email().unwrap_or(user.id.as_str()).to_owned()
}

#[component]
fn AddAll(desk: Desk, users: Vec<User>, leave: Callback<()>) -> impl IntoView {
    let choice = Choice::of_members(desk);
    let title = tn("bulk.add_title", users.len(), &format::number(users.len()));
    let steps = Callback::new(move |()| {
        let Some(group) = choice.group() else { return Vec::new() };
        let step = |user: &User| {
            let inside = choice.has(user.id.as_str()).then(|| t("bulk.member_already").to_owned());
            let add = members::Add { group: group.clone(), user: user.id.clone(), shown: Shown::default() };
            Step::call(name(user), desk.account, add).unless(inside)
        };
        users.iter().map(step).collect()
    });
    view! {
        <BulkDialog desk=desk title=title words=t("bulk.add_short") steps=steps reason=choice.reason() leave=leave>
            <GroupChoice desk=desk choice=choice/>
        </BulkDialog>
    }
}

#[component]
fn DeleteAll(desk: Desk, users: Vec<User>, leave: Callback<()>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let title = tn("bulk.delete_users_title", users.len(), &format::number(users.len()));
    let wanted = users.len().to_string();
    let label = tf("bulk.delete_type", &[("n", &wanted)]);
    let reason = Signal::derive(move || {
        typed.with(|typed| typed.trim() != wanted).then(|| t("bulk.type_number").to_owned())
    });
    let me = own_login(desk);
    let steps = Callback::new(move |()| {
        let step = |user: &User| {
            let oneself = can_remove(user, &me).err().map(|reason| form::reason(&reason));
            let delete = users::Delete { id: user.id.clone(), shown: Shown::default() };
            Step::call(name(user), desk.account, delete).unless(oneself)
        };
        users.iter().map(step).collect()
    });
    view! {
        <BulkDialog desk=desk title=title words=t("io.delete") steps=steps reason=reason dangerous=true leave=leave>
            <p>{t("io.delete_user")}</p>
            <p><strong>{t("io.delete_final")}</strong></p>
            <Field label=label.clone() id="tn-bulk-number" value=typed wrong=Signal::derive(|| None::<String>)/>
        </BulkDialog>
    }
}
