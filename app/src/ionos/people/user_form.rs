//! Creating a user, or changing one. A write replaces: every field is sent.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::ionos::rules::can_be_email;
use tenantry_core::ionos::user::UserChange;
use tenantry_core::ionos::{NewUser, ResponseOptions, User, users};

use super::user::why_not;
use crate::i18n::{t, tf};
use crate::ionos::password::Password;
use crate::resource::context::PageContext;
use crate::resource::form::{self, Failure, Field, FormDialog, Submission, Tick, unchanged};
use crate::routing::Section;

const FIELDS: [&str; 4] = ["firstname", "lastname", "email", "password"];

/// The form.
#[component]
pub fn UserForm(
    /// What every screen needs.
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
        Some(user) => tf("io.edit_title", &[("name", user.email().unwrap_or(user.id.as_str()))]),
        None => t("io.create_user").to_owned(),
    };
    let text = |value: &str| RwSignal::new(value.to_owned());
    let (firstname, lastname, email, password) =
        (text(&told.firstname), text(&told.lastname), text(&told.email), text(""));
    let (administrator, forced) = (RwSignal::new(told.administrator), RwSignal::new(told.force_sec_auth));
    let active = RwSignal::new(told.active.unwrap_or(true));
    let (submission, tried) = (Submission::new(page.session), RwSignal::new(false));
    let fields = [("firstname", firstname), ("lastname", lastname), ("email", email), ("password", password)];
    fields.into_iter().for_each(|(field, value)| submission.watch(field, value));
    let empty = move |value: RwSignal<String>| {
        value.with(|value| value.trim().is_empty()).then(|| t("signin.required").to_owned())
    };
    let no_email = move || email.with(|email| can_be_email(email).err()).map(|reason| form::reason(&reason));
    let no_password = move || if is_new { empty(password) } else { None };
    let wrong = move |name: &'static str, local: Option<String>| {
        submission.about(name).or_else(|| local.filter(|_| tried.get()))
    };
    let (before, told) = (StoredValue::new(before), StoredValue::new(told));
    let written = move || {
        let typed = password.get();
        UserChange {
            firstname: firstname.get(),
            lastname: lastname.get(),
            email: email.get(),
            administrator: administrator.get(),
            force_sec_auth: forced.get(),
            active: Some(active.get()),
            password: (!typed.is_empty()).then(|| Secret::new(typed)),
            ..told.get_value()
        }
    };
    let first = StoredValue::new(untrack(written));
    let unsaved = Memo::new(move |_| first.with_value(|first| written() != *first));
    // Nobody blocks themselves, or gives away what only another administrator could give back.
    let oneself = before.with_value(|before| before.as_ref().and_then(|user| why_not(page, user)));
    let was_administrator = administrator.get_untracked();
    let reason = Signal::derive(move || {
        let locks_out = !active.get() || was_administrator && !administrator.get();
        let same = (!is_new && !unsaved.get()).then(|| t("edit.same").to_owned());
        same.or_else(|| oneself.clone().filter(|_| locks_out))
    });
    let send = Callback::new(move |()| {
        tried.set(true);
        let faults = untrack(|| [empty(firstname), empty(lastname), no_email(), no_password()]);
        if faults.iter().any(Option::is_some) {
            return;
        }
        submission.send(&FIELDS, write(page, before.get_value(), untrack(written)), move |user| {
            password.set(String::new());
            open.set(false);
            page.read_again();
            page.go(Section::Users, Some(user.id.as_str()));
        });
    });
    let leave = Callback::new(move |()| open.set(false));
    let words = if is_new { t("io.create") } else { t("edit.save") };
    view! {
        <FormDialog page=page title=title words=words submission=submission send=send leave=leave unsaved=unsaved reason=reason>
            <Field label=t("io.firstname") id="tn-user-first" value=firstname wrong=Signal::derive(move || wrong("firstname", empty(firstname)))/>
            <Field label=t("io.lastname") id="tn-user-last" value=lastname wrong=Signal::derive(move || wrong("lastname", empty(lastname)))/>
            <Field label=t("io.email") id="tn-user-email" kind="email" value=email wrong=Signal::derive(move || wrong("email", no_email()))/>
            <Password password=password wrong=Signal::derive(move || wrong("password", no_password())) kept=!is_new/>
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
