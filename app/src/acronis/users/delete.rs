//! Deleting a user.

use leptos::prelude::*;
use tenantry_core::acronis::changes::users as changes;
use tenantry_core::acronis::{User, UserId};

use super::context::UsersContext;
use super::words::login_or_name;
use crate::i18n::t;
use crate::resource::delete::Delete;

/// The dialog.
#[component]
pub fn DeleteUser(
    /// The tab.
    users: UsersContext,
    /// The user.
    id: UserId,
    /// As they were shown.
    user: User,
    /// The version that was shown.
    version: i64,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let page = users.page;
    let name = login_or_name(&user);
    let has_personal = matches!(user.personal_tenant_id, Some(Some(_)));
    let change = move || changes::delete(id, version, &user);
    let done = Callback::new(move |()| {
        leave.run(());
        users.leave_deleted(id);
        page.reload();
    });
    let always: crate::writes::OutcomeListener<User> = std::rc::Rc::new(users.hear());
    view! {
        <Delete page=page name=name change=change always=always done=done leave=leave>
            <p>{t("users.delete")}</p>
            {has_personal.then(|| view! { <p class="tn-note tn-note--warn">{t("users.delete_personal")}</p> })}
            <p class="tn-faint">{t("users.delete_undo")}</p>
        </Delete>
    }
}
