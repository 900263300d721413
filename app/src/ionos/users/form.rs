//! Creating a user, or changing one. A write replaces: every field is sent.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::ionos::changes::users as changes;
use tenantry_core::ionos::rules::can_be_email;
use tenantry_core::ionos::user::UserChange;
use tenantry_core::ionos::{NewUser, User, UserId};

use super::describe::{address, why_not};
use crate::i18n::{t, tf};
use crate::ionos::password::Password;
use crate::ionos::route::USERS;
use crate::ionos::words::reason;
use crate::resource::context::PageContext;
use crate::resource::fields::{Field, Tick};
use crate::resource::form::{Form, required};
use crate::resource::form_dialog::FormDialog;

/// The form.
#[component]
pub fn UserForm(
    /// The page.
    page: PageContext,
    /// The user that is changed; none where one is made.
    before: Option<User>,
    /// The users that are there: none of them is taken for the new one.
    #[prop(optional)]
    known: Vec<UserId>,
    /// Whether the form is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let is_new = before.is_none();
    let told =
        before.as_ref().and_then(|user| user.properties.as_ref()).map(UserChange::from).unwrap_or_default();
    let title = match &before {
        Some(user) => tf("io.edit_title", &[("name", &address(user))]),
        None => t("io.create_user").to_owned(),
    };
    let form = Form::new(page);
    let first_name = form.text("firstname", &told.firstname, required);
    let last_name = form.text("lastname", &told.lastname, required);
    let email = form.text("email", &told.email, |email| can_be_email(email).err().map(|why| reason(&why)));
    let password = form.text("password", "", move |typed| if is_new { required(typed) } else { None });
    let (administrator, forced) = (form.tick(told.administrator), form.tick(told.force_sec_auth));
    let active = form.tick(told.active.unwrap_or(true));
    // Nobody blocks themselves, or gives away what only another administrator could give back.
    let oneself = before.as_ref().and_then(|user| why_not(page, user));
    let was_administrator = told.administrator;
    let reason = Signal::derive(move || {
        let locks_out = !active.get() || was_administrator && !administrator.get();
        let same = (!is_new && !form.is_unsaved()).then(|| t("edit.same").to_owned());
        same.or_else(|| oneself.clone().filter(|_| locks_out))
    });
    let known = StoredValue::new(known);
    let (before, told) = (StoredValue::new(before), StoredValue::new(told));
    let written = move || {
        let typed = password.value.get();
        UserChange {
            firstname: first_name.value.get(),
            lastname: last_name.value.get(),
            email: email.value.get(),
            administrator: administrator.get(),
            force_sec_auth: forced.get(),
            active: Some(active.get()),
            password: (!typed.is_empty()).then(|| Secret::new(typed)),
            ..told.get_value()
        }
    };
    let send = Callback::new(move |()| {
        let change = || match before.get_value() {
            Some(before) => changes::replace(before, written()),
            None => {
                let password = Secret::new(password.value.get());
                changes::create(NewUser { password, user: written() }, known.get_value())
            }
        };
        form.send(
            change,
            |_| (),
            move |user| {
                password.value.set(String::new());
                open.set(false);
                page.reload();
                page.go(USERS, user.as_ref().map(|user| user.id.as_str()));
            },
        );
    });
    let words = if is_new { t("io.create") } else { t("edit.save") };
    view! {
        <FormDialog page=page title=title words=words form=form send=send leave=Callback::new(move |()| open.set(false)) reason=reason>
            <Field label=t("io.firstname") id="tn-user-first" field=first_name/>
            <Field label=t("io.lastname") id="tn-user-last" field=last_name/>
            <Field label=t("io.email") id="tn-user-email" kind="email" field=email/>
            <Password field=password kept=!is_new/>
            <Tick label=t("io.is_administrator") on=administrator/>
            <Tick label=t("io.force_second_factor") on=forced/>
            <Tick label=t("io.is_active") on=active/>
        </FormDialog>
    }
}
