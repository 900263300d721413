//! What can be done with several users at once.

use leptos::prelude::*;
use tenantry_core::ionos::rules::can_remove;
use tenantry_core::ionos::{Shown, User, members, users};

use super::choice::{Choice, GroupChoice};
use super::user::own_login;
use crate::i18n::{t, tn};
use crate::ionos::bulk::{BulkButton, BulkDelete, BulkDialog, Step};
use crate::ionos::desk::Desk;
use crate::ionos::form;
use crate::ui::format;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
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
    let asked = RwSignal::new(None::<Asked>);
    let leave = Callback::new(move |()| {
        asked.set(None);
        reload.run(());
    });
    let dialog = move || {
        let users = rows.get_untracked();
        match asked.get() {
            None => ().into_any(),
            Some(Asked::Add) => view! { <AddAll desk=desk users=users leave=leave/> }.into_any(),
            Some(Asked::Delete) => view! { <DeleteAll desk=desk users=users leave=leave/> }.into_any(),
        }
    };
    view! {
        <BulkButton desk=desk id="tn-bulk-add" words=t("bulk.add") ask=Asked::Add asked=asked/>
        <BulkButton desk=desk id="tn-bulk-delete" words=t("bulk.delete") ask=Asked::Delete asked=asked dangerous=true/>
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
    let count = users.len();
    let title = tn("bulk.delete_users_title", count, &format::number(count));
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
        <BulkDelete desk=desk title=title count=count steps=steps leave=leave>
            <p>{t("io.delete_user")}</p>
            <p><strong>{t("io.delete_final")}</strong></p>
        </BulkDelete>
    }
}
