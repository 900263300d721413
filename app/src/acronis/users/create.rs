//! Creating a user. The login is asked for first: one that is taken is said beside the field, and nothing is sent.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::acronis::changes::users as changes;
use tenantry_core::acronis::user_lists::{LoginCheck, check_login};
use tenantry_core::acronis::{NewUser, UserId};

use super::context::UsersContext;
use super::form::{Entered, Fields};
use crate::i18n::{t, tf};
use crate::resource::fields::Field;
use crate::resource::form::{Form, required};
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

/// The form.
#[component]
pub fn CreateUser(
    /// The tab.
    users: UsersContext,
    /// The users that are there: none of them is taken for the new one.
    known: Vec<UserId>,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let page = users.page;
    let form = Form::new(page);
    // What the vendor has said of a login.
    let checked = RwSignal::new(None::<(String, LoginCheck)>);
    let login = form.text("login", "", move |login| {
        let said = checked
            .with(|checked| checked.as_ref().filter(|(one, _)| one == login.trim()).map(|(_, said)| *said));
        match said {
            Some(LoginCheck::Taken) => Some(tf("users.wrong.taken", &[("vendor", page.vendor())])),
            Some(LoginCheck::NotAcceptable) => Some(t("users.wrong.login").to_owned()),
            _ => required(login),
        }
    });
    let entered = Entered::new(form, None);
    let new = move || {
        let new = NewUser::new(users.tenant, &login.value.get(), entered.texts())?;
        let notifications = entered.notifications().unwrap_or_default();
        Ok::<_, tenantry_core::acronis::rules::Reason>(
            new.in_language(&entered.language()).notified_of(notifications),
        )
    };
    let known = StoredValue::new(known);
    let create = move |new: NewUser| {
        form.send(
            || changes::create(new, known.get_value()),
            users.hear(),
            move |user| {
                leave.run(());
                page.reload();
                let id = user.and_then(|user| user.id);
                id.into_iter().for_each(|id| users.go(Some(id.0)));
            },
        );
    };
    let send = Callback::new(move |()| {
        let Some(new) = untrack(new).ok().filter(|_| form.check()) else {
            form.check();
            page.mount.focus_wrong();
            return;
        };
        let wanted = new.login().to_owned();
        let ask = async move {
            let said = check_login(&page.session.connection(), &wanted).await?;
            Ok::<_, Error>((wanted, said))
        };
        form.submission.read(ask, move |(wanted, said)| {
            checked.set(Some((wanted, said)));
            match said {
                LoginCheck::Free | LoginCheck::NotKnown => create(new),
                _ => page.mount.focus_wrong(),
            }
        });
    });
    let title = Phrase::new("users.create_title", &[("name", &users.screen.name_of(users.tenant.0))]);
    view! {
        <FormDialog page=page title=title words=t("users.create_short") form=form send=send leave=leave>
            <Field label=t("users.login") id="tn-user-login" field=login/>
            <Fields entered=entered/>
            <p class="tn-faint">{t("users.create_note")}</p>
        </FormDialog>
    }
}
