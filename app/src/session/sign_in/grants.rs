//! What is typed for each way to sign in. A secret goes to the vendor and nowhere else, and is forgotten by its field as
//! soon as it has been used.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::connection::Credentials;

use crate::i18n::t;
use crate::mount::Mount;
use crate::mount::events::closest;
use crate::session::ScopeField;

/// User name and password, sent with every request.
#[component]
pub fn BasicForm(
    /// The user name of before.
    username: String,
    /// A sign-in is in flight.
    busy: RwSignal<bool>,
    /// Whether the other fields are right.
    ready: Callback<(), bool>,
    /// Signs in.
    enter: Callback<Credentials>,
) -> impl IntoView {
    let (username, password) = (RwSignal::new(username), RwSignal::new(String::new()));
    let (mount, missing) = (Mount::here(), RwSignal::new(false));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let filled = username.with_untracked(|username| !username.trim().is_empty())
            && password.with_untracked(|password| !password.is_empty());
        missing.set(!filled);
        if !ready.run(()) || !filled {
            return begin_with_wrong(mount, &event);
        }
        let password = Secret::new(password.try_update(std::mem::take).unwrap_or_default());
        enter.run(Credentials::Basic { username: username.get_untracked().trim().to_owned(), password });
    };
    view! {
        <form class="tn-form" on:submit=submit novalidate>
            <TextField label=t("signin.username") id="tn-username" value=username fill="username" missing=missing/>
            <TextField label=t("signin.password") id="tn-password" value=password fill="current-password" missing=missing/>
            <p class="tn-faint">{t("signin.basic_note")}</p>
            <Submit busy=busy/>
        </form>
    }
}

/// Client id and secret.
#[component]
pub fn ClientForm(
    /// The id of before, or the one that the configuration names.
    client_id: String,
    /// A sign-in is in flight.
    busy: RwSignal<bool>,
    /// Whether the session outlives a reload, where it can.
    stay: Option<RwSignal<bool>>,
    /// Signs in.
    enter: Callback<Credentials>,
) -> impl IntoView {
    let (id, secret) = (RwSignal::new(client_id), RwSignal::new(String::new()));
    let (mount, missing) = (Mount::here(), RwSignal::new(false));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let filled = id.with_untracked(|id| !id.trim().is_empty())
            && secret.with_untracked(|secret| !secret.trim().is_empty());
        missing.set(!filled);
        if !filled {
            return begin_with_wrong(mount, &event);
        }
        let secret = Secret::new(secret.try_update(std::mem::take).unwrap_or_default());
        enter.run(Credentials::Client { id: id.get_untracked().trim().to_owned(), secret });
    };
    view! {
        <form class="tn-form" on:submit=submit novalidate>
            <TextField label=t("signin.client_id") id="tn-client-id" value=id fill="username" missing=missing/>
            <TextField label=t("signin.client_secret") id="tn-client-secret" value=secret fill="current-password" missing=missing/>
            <Stay stay=stay/>
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
    /// Whether the session outlives a reload, where it can.
    stay: Option<RwSignal<bool>>,
    /// Signs in.
    enter: Callback<Credentials>,
) -> impl IntoView {
    let token = RwSignal::new(String::new());
    let (mount, missing) = (Mount::here(), RwSignal::new(false));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        missing.set(token.with_untracked(|token| token.trim().is_empty()));
        if !ready.run(()) || missing.get_untracked() {
            return begin_with_wrong(mount, &event);
        }
        let given = token.try_update(std::mem::take).unwrap_or_default();
        enter.run(Credentials::Bearer(Secret::new(given.trim().trim_start_matches("Bearer "))));
    };
    view! {
        <form class="tn-form" on:submit=submit novalidate autocomplete="off">
            <TextField label=t("signin.token") id="tn-token" value=token fill="off" missing=missing/>
            <p class="tn-faint">{t("signin.token_note")}</p>
            <Stay stay=stay/>
            <Submit busy=busy/>
        </form>
    }
}

/// What somebody works in, where the API does not tell it.
#[component]
pub fn ScopeForm(
    /// What it is.
    scope: ScopeField,
    /// A request is in flight.
    busy: RwSignal<bool>,
    /// Goes on with it.
    enter: Callback<String>,
) -> impl IntoView {
    let (value, missing) = (RwSignal::new(String::new()), RwSignal::new(false));
    let mount = Mount::here();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let found = value.with_untracked(|value| (scope.read)(value));
        missing.set(found.is_none());
        match found {
            Some(found) => enter.run(found),
            None => begin_with_wrong(mount, &event),
        }
    };
    mount.focus_next("tn-scope");
    view! {
        <form class="tn-form" on:submit=submit novalidate autocomplete="off">
            <p role="status">{scope.note}</p>
            <TextField label=scope.label id="tn-scope" value=value fill="" missing=missing wrong=scope.wrong/>
            <Submit busy=busy/>
        </form>
    }
}

/// The keyboard goes to the first field that is wrong; some stand below the credentials.
fn begin_with_wrong(mount: Mount, event: &web_sys::Event) {
    mount.focus_wrong_in(closest(event, "section"));
}

/// The tick for a session that outlives a reload.
#[component]
fn Stay(stay: Option<RwSignal<bool>>) -> impl IntoView {
    stay.map(|stay| {
        view! {
            <label class="tn-choice__one">
                <input type="checkbox" prop:checked=move || stay.get() on:change=move |event| stay.set(event_target_checked(&event))/>
                {t("signin.stay")}
            </label>
        }
    })
}

/// A field with its label and, when it was left empty, the words for that. What only its owner may see is hidden.
#[component]
fn TextField(
    label: &'static str,
    id: &'static str,
    value: RwSignal<String>,
    /// What the browser may fill it with: `username`, `current-password`, `off`; nothing for what is no secret.
    fill: &'static str,
    missing: RwSignal<bool>,
    /// What is said where it is missing.
    #[prop(default = t("signin.required"))]
    wrong: &'static str,
) -> impl IntoView {
    let is_plain = matches!(fill, "username" | "");
    let is_wrong = move || missing.get() && (fill.is_empty() || value.with(|value| value.trim().is_empty()));
    let mount = Mount::here();
    let (id, note) = (mount.id(id), mount.id(&[id, "-note"].concat()));
    view! {
        <div class="tn-formfield">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                class="tn-input"
                type=if is_plain { "text" } else { "password" }
                autocomplete=if fill.is_empty() { "off" } else { fill }
                autocapitalize="none"
                spellcheck="false"
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                aria-invalid=move || is_wrong().to_string()
                aria-describedby=note.clone()
            />
            <p id=note class="tn-formfield__wrong" prop:textContent=move || is_wrong().then_some(wrong)></p>
        </div>
    }
}

#[component]
fn Submit(busy: RwSignal<bool>) -> impl IntoView {
    let label = move || if busy.get() { t("signin.busy") } else { t("signin.submit") };
    view! { <button type="submit" class="tn-button tn-button--primary" disabled=move || busy.get() prop:textContent=label></button> }
}
