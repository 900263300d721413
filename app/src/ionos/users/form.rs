//! Creating a user, or changing one. A write replaces: every field is sent.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::ionos::changes::users as changes;
use tenantry_core::ionos::rules::can_be_email;
use tenantry_core::ionos::user::UserChange;
use tenantry_core::ionos::{NewUser, User, UserId};

use super::describe::{address, why_not};
use crate::i18n::t;
use crate::ionos::password::{Password, PasswordSent};
use crate::ionos::route::USERS;
use crate::ionos::words::reason;
use crate::resource::context::PageContext;
use crate::resource::fields::Field;
use crate::resource::flag::{Flag, FlagField};
use crate::resource::form::{Form, required};
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

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
    let told = before.as_ref().and_then(|user| user.properties.clone()).unwrap_or_default();
    let title = match &before {
        Some(user) => Phrase::new("io.edit_title", &[("name", &address(user))]),
        None => t("io.create_user").into(),
    };
    let form = Form::new(page);
    let text = |told: &Option<String>| told.clone().unwrap_or_default();
    let first_name = form.text("firstname", &text(&told.firstname), required);
    let last_name = form.text("lastname", &text(&told.lastname), required);
    let email =
        form.text("email", &text(&told.email), |email| can_be_email(email).err().map(|why| reason(&why)));
    let password = form.text("password", "", move |typed| if is_new { required(typed) } else { None });
    // A new user has what is ticked; of one who is there, each flag is told, or has to be chosen.
    let flag = |told: Option<bool>, usual: bool| form.flag(if is_new { Some(usual) } else { told });
    let (administrator, forced) = (flag(told.administrator, false), flag(told.force_sec_auth, false));
    let active = flag(told.active, true);
    // They switch it on themselves: it is asked for where it would be lost.
    let second_factor = (!is_new && told.sec_auth_active.is_none()).then(|| form.flag(None));
    // Nobody blocks themselves, or gives away what only another administrator could give back.
    let oneself = before.as_ref().and_then(|user| why_not(page, user));
    let was_administrator = told.administrator == Some(true);
    let reason = Signal::derive(move || {
        let locks_out =
            active.get() == Some(false) || was_administrator && administrator.get() == Some(false);
        let same = (!is_new && !form.is_unsaved()).then(|| t("edit.same").to_owned());
        same.or_else(|| oneself.clone().filter(|_| locks_out))
    });
    let known = StoredValue::new(known);
    let (before, told) = (StoredValue::new(before), StoredValue::new(told));
    let written = move || {
        let (typed, told) = (password.value.get(), told.get_value());
        Some(UserChange {
            firstname: first_name.value.get(),
            lastname: last_name.value.get(),
            email: email.value.get(),
            administrator: administrator.get()?,
            force_sec_auth: forced.get()?,
            sec_auth_active: second_factor.map_or(told.sec_auth_active, Flag::get),
            active: Some(active.get()?),
            password: (!typed.is_empty()).then(|| Secret::new(typed)),
            told: told.told,
        })
    };
    let sent = PasswordSent::here();
    let send = Callback::new(move |()| {
        // Nothing is sent as long as a flag is not known.
        let Some(written) = untrack(written) else { return };
        let has_password = written.password.is_some();
        let change = || match before.get_value() {
            Some(before) => changes::replace(before, written),
            None => {
                let password = Secret::new(password.value.get());
                changes::create(NewUser { password, user: written }, known.get_value())
            }
        };
        form.send(
            change,
            |_| (),
            move |user| {
                sent.note(has_password, user.as_ref().map(|user| user.id.as_str()));
                password.value.set(String::new());
                open.set(false);
                if let Some(user) = user.as_ref().filter(|_| is_new) {
                    page.recent.made("user", user.id.as_str(), &address(user));
                }
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
            <FlagField label=t("io.is_administrator") flag=administrator api_name="administrator"/>
            <FlagField label=t("io.force_second_factor") flag=forced api_name="forceSecAuth"/>
            {second_factor.map(|flag| view! { <FlagField label=t("io.uses_second_factor") flag=flag api_name="secAuthActive"/> })}
            <FlagField label=t("io.is_active") flag=active api_name="active"/>
        </FormDialog>
    }
}
