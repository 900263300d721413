//! Changing a user. What was not edited is not sent.

use leptos::prelude::*;
use tenantry_core::acronis::changes::users as changes;
use tenantry_core::acronis::{User, UserEdit, UserId};

use super::context::UsersContext;
use super::form::{Entered, Fields};
use super::words::login_or_name;
use crate::i18n::t;
use crate::resource::form::Form;
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

/// The form.
#[component]
pub fn EditUser(
    /// The tab.
    users: UsersContext,
    /// The user.
    id: UserId,
    /// As they were shown.
    before: User,
    /// The version that was shown.
    version: i64,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let page = users.page;
    let form = Form::new(page);
    let entered = Entered::new(form, Some(&before));
    let title = Phrase::new("users.edit_title", &[("name", &login_or_name(&before))]);
    let before = StoredValue::new(before);
    let edit = move || {
        let (texts, language) = (entered.texts(), entered.language());
        before.with_value(|before| UserEdit::of(before, texts, &language, entered.notifications()))
    };
    let is_same = move || matches!(edit(), Ok(edit) if edit.is_empty());
    let reason = Signal::derive(move || is_same().then(|| t("edit.same").to_owned()));
    let send = Callback::new(move |()| match untrack(edit) {
        Ok(edit) => form.send(
            || changes::update(id, version, before.get_value(), edit),
            users.hear(),
            move |_| {
                leave.run(());
                page.reload();
            },
        ),
        // What the rules refuse is said beside the fields.
        Err(_) => {
            form.check();
            page.mount.focus_wrong();
        }
    });
    view! {
        <FormDialog page=page title=title words=t("edit.save") form=form send=send leave=leave reason=reason>
            <Fields entered=entered/>
        </FormDialog>
    }
}
