//! What is typed for each way to sign in. A secret goes to the vendor and nowhere else, and is forgotten by its field as
//! soon as it has been used.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::connection::Credentials;

use crate::i18n::t;
use crate::mount::Mount;

/// User name and password, sent with every request.
#[component]
pub fn BasicForm(
    /// A sign-in is in flight.
    busy: RwSignal<bool>,
    /// Whether the other fields are right.
    ready: Callback<(), bool>,
    /// Signs in.
    enter: Callback<Credentials>,
) -> impl IntoView {
    let (username, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let missing = RwSignal::new(false);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let filled = username.with_untracked(|username| !username.trim().is_empty())
            && password.with_untracked(|password| !password.is_empty());
        missing.set(!filled);
        if filled && ready.run(()) {
            let password = Secret::new(password.try_update(std::mem::take).unwrap_or_default());
            enter.run(Credentials::Basic { username: username.get_untracked().trim().to_owned(), password });
        }
    };
    view! {
        <form class="tn-form" on:submit=submit novalidate autocomplete="off">
            <TextField label=t("signin.username") id="tn-username" value=username kind="text" missing=missing/>
            <TextField label=t("signin.password") id="tn-password" value=password kind="password" missing=missing/>
            <p class="tn-faint">{t("signin.basic_note")}</p>
            <Submit busy=busy/>
        </form>
    }
}

/// Client id and secret.
#[component]
pub fn ClientForm(
    /// The id that the configuration names.
    client_id: Option<String>,
    /// A sign-in is in flight.
    busy: RwSignal<bool>,
    /// Signs in.
    enter: Callback<Credentials>,
) -> impl IntoView {
    let (id, secret) = (RwSignal::new(client_id.unwrap_or_default()), RwSignal::new(String::new()));
    let missing = RwSignal::new(false);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let filled = id.with_untracked(|id| !id.trim().is_empty())
            && secret.with_untracked(|secret| !secret.is_empty());
        missing.set(!filled);
        if filled {
            let secret = Secret::new(secret.try_update(std::mem::take).unwrap_or_default());
            enter.run(Credentials::Client { id: id.get_untracked().trim().to_owned(), secret });
        }
    };
    view! {
        <form class="tn-form" on:submit=submit novalidate autocomplete="off">
            <TextField label=t("signin.client_id") id="tn-client-id" value=id kind="text" missing=missing/>
            <TextField label=t("signin.client_secret") id="tn-client-secret" value=secret kind="password" missing=missing/>
            <Submit busy=busy/>
        </form>
    }
}

/// An access token that was obtained elsewhere.
#[component]
pub fn TokenForm(
    /// A sign-in is in flight.
    busy: RwSignal<bool>,
    /// Whether the other fields are right.
    ready: Callback<(), bool>,
    /// Signs in.
    enter: Callback<Credentials>,
) -> impl IntoView {
    let token = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !ready.run(()) {
            return;
        }
        let given = token.try_update(std::mem::take).unwrap_or_default();
        let given = given.trim().trim_start_matches("Bearer ");
        missing.set(given.is_empty());
        if !given.is_empty() {
            enter.run(Credentials::Bearer(Secret::new(given)));
        }
    };
    view! {
        <form class="tn-form" on:submit=submit novalidate autocomplete="off">
            <TextField label=t("signin.token") id="tn-token" value=token kind="password" missing=missing/>
            <p class="tn-faint">{t("signin.token_note")}</p>
            <Submit busy=busy/>
        </form>
    }
}

/// A field with its label and, when it was left empty, the words for that.
#[component]
fn TextField(
    label: &'static str,
    id: &'static str,
    value: RwSignal<String>,
    kind: &'static str,
    missing: RwSignal<bool>,
) -> impl IntoView {
    let wrong = move || missing.get() && value.with(|value| value.trim().is_empty());
    let mount = Mount::here();
    let (id, note) = (mount.id(id), mount.id(&[id, "-note"].concat()));
    view! {
        <div class="tn-formfield">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                class="tn-input"
                type=kind
                autocomplete="off"
                spellcheck="false"
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                aria-invalid=move || wrong().to_string()
                aria-describedby=note.clone()
            />
            <p id=note class="tn-formfield__wrong">{move || wrong().then(|| t("signin.required"))}</p>
        </div>
    }
}

#[component]
fn Submit(busy: RwSignal<bool>) -> impl IntoView {
    let label = move || if busy.get() { t("signin.busy") } else { t("signin.submit") };
    view! { <button type="submit" class="tn-button tn-button--primary" disabled=move || busy.get()>{label}</button> }
}
