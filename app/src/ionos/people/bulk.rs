//! What can be done with several users at once.

use leptos::prelude::*;
use tenantry_core::ionos::{Shown, User, members, users};

use super::choice::{Choice, GroupChoice};
use super::user::why_not;
use crate::i18n::{t, tn};
use crate::ionos::bulk::{BulkButton, BulkDelete, BulkDialog, Step};
use crate::ionos::desk::Desk;
use crate::ui::format;

/// What is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Adding them to a group.
    Add,
    /// Their end.
    Delete,
}

/// The buttons for the ticked users.
#[component]
pub fn UsersBar(
    /// What every screen needs.
    desk: Desk,
    /// What is asked for.
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    view! {
        <BulkButton desk=desk id="tn-bulk-add" words=t("bulk.add") ask=Asked::Add asked=asked/>
        <BulkButton desk=desk id="tn-bulk-delete" words=t("bulk.delete") ask=Asked::Delete asked=asked dangerous=true/>
    }
}

/// What they open. It stays when what it works on has left the list.
#[component]
pub fn UsersBulk(
    /// What every screen needs.
    desk: Desk,
    /// What is asked for.
    asked: RwSignal<Option<Asked>>,
    /// The ticked users.
    rows: Signal<Vec<User>>,
) -> impl IntoView {
    let leave = Callback::new(move |()| {
        asked.set(None);
        desk.read_again();
    });
    move || {
        let asked = asked.get()?;
        let users = rows.get_untracked();
        Some(match asked {
            Asked::Add => view! { <AddAll desk=desk users=users leave=leave/> }.into_any(),
            Asked::Delete => view! { <DeleteAll desk=desk users=users leave=leave/> }.into_any(),
        })
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
    let steps = Callback::new(move |()| {
        let step = |user: &User| {
            let delete = users::Delete { id: user.id.clone(), shown: Shown::default() };
            Step::call(name(user), desk.account, delete).unless(why_not(desk, user))
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
