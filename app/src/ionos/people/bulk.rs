//! What can be done with several users at once.

use leptos::prelude::*;
use tenantry_core::ionos::{ResponseOptions, User, members, users};

use super::choice::{Choice, GroupChoice};
use super::user::why_not;
use crate::i18n::{t, tn};
use crate::resource::batch::{BatchButton, BatchDelete, BatchDialog, Step};
use crate::resource::context::PageContext;
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
    page: PageContext,
    /// What is asked for.
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    view! {
        <BatchButton page=page id="tn-bulk-add" words=t("bulk.add") ask=Asked::Add asked=asked/>
        <BatchButton page=page id="tn-bulk-delete" words=t("bulk.delete") ask=Asked::Delete asked=asked dangerous=true/>
    }
}

/// What they open. It stays when what it works on has left the list.
#[component]
pub fn UsersBatch(
    /// What every screen needs.
    page: PageContext,
    /// What is asked for.
    asked: RwSignal<Option<Asked>>,
    /// The ticked users.
    rows: Signal<Vec<User>>,
) -> impl IntoView {
    let leave = Callback::new(move |()| {
        asked.set(None);
        page.read_again();
    });
    move || {
        let asked = asked.get()?;
        let users = rows.get_untracked();
        Some(match asked {
            Asked::Add => view! { <AddAll page=page users=users leave=leave/> }.into_any(),
            Asked::Delete => view! { <DeleteAll page=page users=users leave=leave/> }.into_any(),
        })
    }
}

fn name(user: &User) -> String {
    user.email().unwrap_or(user.id.as_str()).to_owned()
}

#[component]
fn AddAll(page: PageContext, users: Vec<User>, leave: Callback<()>) -> impl IntoView {
    let choice = Choice::of_members(page);
    let title = tn("bulk.add_title", users.len(), &format::number(users.len()));
    let steps = Callback::new(move |()| {
        let Some(group) = choice.group() else { return Vec::new() };
        let step = |user: &User| {
            let inside = choice.has(user.id.as_str()).then(|| t("bulk.member_already").to_owned());
            let add = members::Add {
                group: group.clone(),
                user: user.id.clone(),
                options: ResponseOptions::default(),
            };
            Step::call(name(user), page.session, add).unless(inside)
        };
        users.iter().map(step).collect()
    });
    view! {
        <BatchDialog page=page title=title words=t("bulk.add_short") steps=steps reason=choice.reason() leave=leave>
            <GroupChoice page=page choice=choice/>
        </BatchDialog>
    }
}

#[component]
fn DeleteAll(page: PageContext, users: Vec<User>, leave: Callback<()>) -> impl IntoView {
    let count = users.len();
    let title = tn("bulk.delete_users_title", count, &format::number(count));
    let steps = Callback::new(move |()| {
        let step = |user: &User| {
            let delete = users::Delete { id: user.id.clone(), options: ResponseOptions::default() };
            Step::call(name(user), page.session, delete).unless(why_not(page, user))
        };
        users.iter().map(step).collect()
    });
    view! {
        <BatchDelete page=page title=title count=count steps=steps leave=leave>
            <p>{t("io.delete_user")}</p>
            <p><strong>{t("io.delete_final")}</strong></p>
        </BatchDelete>
    }
}
