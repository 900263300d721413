//! What can be done with several users at once.

use leptos::prelude::*;
use tenantry_core::ionos::User;
use tenantry_core::ionos::changes::{members, users};

use super::describe::{address, why_not};
use crate::i18n::{t, tn};
use crate::ionos::groups::choice::{Choice, GroupChoice};
use crate::resource::batch::{BatchAction, BatchDelete, BatchDialog, Step};
use crate::resource::context::PageContext;
use crate::ui::format;

/// Adding them to a group, and deleting them.
pub fn actions(
    page: PageContext,
    selected: impl Fn() -> Vec<User> + Copy + Send + Sync + 'static,
) -> Vec<BatchAction> {
    let add = move |leave| view! { <AddAll page=page users=selected() leave=leave/> }.into_any();
    let delete = move |leave| view! { <DeleteAll page=page users=selected() leave=leave/> }.into_any();
    vec![
        BatchAction::new("tn-bulk-add", t("bulk.add"), add),
        BatchAction::new("tn-bulk-delete", t("bulk.delete"), delete).dangerous(),
    ]
}

#[component]
fn AddAll(page: PageContext, users: Vec<User>, leave: Callback<()>) -> impl IntoView {
    let choice = Choice::of_members(page);
    let title = tn("bulk.add_title", users.len(), &format::number(users.len()));
    let steps = Callback::new(move |()| {
        let Some(group) = choice.group() else { return Vec::new() };
        let step = |user: &User| {
            let inside = choice.has(user.id.as_str()).then(|| t("bulk.member_already").to_owned());
            let (group, id, name) = (group.clone(), user.id.clone(), address(user));
            let add = move || members::add(group.clone(), id.clone(), None);
            Step::new(name, page, add, |_| ()).unless(inside)
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
            let (name, why, user) = (address(user), why_not(page, user), user.clone());
            Step::new(name, page, move || users::delete(&user), |_| ()).unless(why)
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
