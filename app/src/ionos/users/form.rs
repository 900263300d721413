//! Creating a user, or changing one. A write replaces: every field is sent.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::ionos::rules::can_be_email;
use tenantry_core::ionos::user::UserChange;
use tenantry_core::ionos::{NewUser, ResponseOptions, User, users};

use super::describe::{address, why_not};
use crate::i18n::{t, tf};
use crate::ionos::password::Password;
use crate::ionos::route::USERS;
use crate::ionos::words::reason;
use crate::resource::context::PageContext;
use crate::resource::fields::{Field, Tick};
use crate::resource::form::{Form, required};
use crate::resource::form_dialog::FormDialog;
use crate::resource::submission::{Failure, unchanged};

/// The form.
#[component]
pub fn UserForm(
    /// The page.
    page: PageContext,
    /// The user that is changed; none where one is made.
    before: Option<User>,
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
        form.send(write(page, before.get_value(), untrack(written)), move |user| {
            password.value.set(String::new());
            open.set(false);
            page.reload();
            page.go(USERS, Some(user.id.as_str()));
        });
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

async fn write(page: PageContext, before: Option<User>, user: UserChange) -> Result<User, Failure> {
    let (connection, options) = (page.session.connection(), ResponseOptions::default());
    match before {
        Some(before) => {
            // A write replaces every field: what somebody else has changed must not come back unseen.
            let read = users::Read { id: before.id.clone(), options };
            unchanged(page, read, |now| now.properties == before.properties).await?;
            Ok(connection.call(&users::Replace { id: before.id, user, options }).await?)
        }
        None => {
            let password = user.password.clone().unwrap_or_else(|| Secret::new(""));
            Ok(connection.call(&users::Create { user: NewUser { password, user }, options }).await?)
        }
    }
}
