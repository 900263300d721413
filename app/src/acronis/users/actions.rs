//! What is done with a user at the press of a button: each is asked for first, and says what it does.

use leptos::prelude::*;
use tenantry_core::acronis::changes::users as changes;
use tenantry_core::acronis::{User, UserEdit, UserId};
use tenantry_core::write::Change;

use super::context::UsersContext;
use super::words::login_or_name;
use crate::i18n::t;
use crate::resource::form::Form;
use crate::resource::form_dialog::FormDialog;
use crate::ui::{Address, Phrase};

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Lets them sign in.
    Enable,
    /// Keeps them from signing in.
    Disable,
    /// Sends the activation e-mail.
    Activation,
    /// Takes the second factor away.
    Totp,
    /// Brings back somebody who was deleted.
    Restore,
}

impl Action {
    /// The messages of its title, of what it does, and of its button.
    fn words(self) -> [&'static str; 3] {
        match self {
            Action::Enable => ["users.enable_title", "users.enable_note", "users.enable"],
            Action::Disable => ["users.disable_title", "users.disable_note", "users.disable"],
            Action::Activation => ["users.activation_title", "users.activation_note", "users.activation"],
            Action::Totp => ["users.totp_title", "users.totp_note", "users.totp"],
            Action::Restore => ["users.restore_title", "users.restore_note", "users.restore"],
        }
    }

    /// What its button says.
    pub fn label(self) -> &'static str {
        t(self.words()[2])
    }

    fn is_dangerous(self) -> bool {
        matches!(self, Action::Disable | Action::Totp)
    }

    fn change(self, id: UserId, version: i64, user: User) -> Change<User> {
        match self {
            Action::Enable => changes::update(id, version, user, UserEdit::enable(true)),
            Action::Disable => changes::update(id, version, user, UserEdit::enable(false)),
            Action::Activation => changes::send_activation(id, &user),
            Action::Totp => changes::reset_totp(id, &user),
            Action::Restore => changes::restore(id, &user, false),
        }
    }
}

/// The dialog that asks.
#[component]
pub fn Ask(
    /// The tab.
    users: UsersContext,
    /// What is asked for.
    action: Action,
    /// The user.
    id: UserId,
    /// As they were shown.
    user: User,
    /// The version that was shown; any where the action names none.
    version: i64,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let page = users.page;
    let form = Form::new(page);
    let [title, note, words] = action.words();
    let title = Phrase::new(title, &[("name", &login_or_name(&user))]);
    let email = user.email().map(str::to_owned).filter(|_| action == Action::Activation);
    let user = StoredValue::new(user);
    let send = Callback::new(move |()| {
        form.send(
            || action.change(id, version, user.get_value()),
            users.hear(),
            move |_| {
                leave.run(());
                page.reload();
            },
        );
    });
    view! {
        <FormDialog page=page title=title words=t(words) form=form send=send leave=leave dangerous=action.is_dangerous()>
            <p>{t(note)}</p>
            {email.map(|text| view! { <p>{t("users.activation_to")} " " <Address text=text/></p> })}
        </FormDialog>
    }
}
