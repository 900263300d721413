//! The sign-in form. What is typed here goes to the vendor's token endpoint and nowhere else, and is
//! forgotten by the form as soon as it has been used.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::Secret;
use tenantry_core::config::{SignIn, SignInOption, Vendor};
use tenantry_core::connection::Credentials;
use tenantry_core::ionos::{self, ContractNumber};

use super::sandbox::{self, SandboxAccount};
use crate::i18n::{t, tf, tn};
use crate::session::{Session, SessionStatus};
use crate::ui::task::while_shown;
use crate::ui::{Fault, FaultNotice};

/// The sign-in form of a connection.
#[component]
pub fn SignInForm(
    /// The connection.
    session: Session,
) -> impl IntoView {
    let kinds: Vec<_> = session.config().sign_in.iter().map(SignInOption::kind).collect();
    let kind = RwSignal::new(kinds.first().copied().unwrap_or(SignIn::Bearer));
    let (busy, fault) = (RwSignal::new(false), RwSignal::new(None::<Fault>));
    let offered = RwSignal::new(Vec::<SandboxAccount>::new());
    while_shown(async move { offered.set(sandbox::accounts(session).await) });
    let is_ionos = session.vendor() == Vendor::Ionos;
    let usual = session.last_contract().or(session.config().options.contract_number);
    let contract = RwSignal::new(usual.map(|one| one.to_string()).unwrap_or_default());
    let wrong_contract = RwSignal::new(None::<String>);
    // Asked before a secret is taken out of its field, so that a wrong number does not cost it.
    let ready = Callback::new(move |()| match read_contract(&contract.get_untracked()) {
        Ok(number) => {
            if is_ionos {
                ionos::contract_number::choose(&session.connection(), number);
            }
            wrong_contract.set(None);
            true
        }
        Err(words) => {
            wrong_contract.set(Some(words));
            false
        }
    });
    let enter = Callback::new(move |credentials: Credentials| {
        busy.set(true);
        fault.set(None);
        let with = kind.get_untracked();
        // Not given up when the form goes: a sign-in that is broken off would leave its credentials behind.
        spawn_local(async move {
            let outcome = session.sign_in(credentials).await;
            // When it worked, or somebody went elsewhere, this form is gone.
            let (Err(error), None) = (outcome, busy.try_set(false)) else { return };
            if ionos::rules::needs_contract_number(&error) {
                wrong_contract.set(Some(t("signin.contract_needed").to_owned()));
            }
            fault.set(Some(explained(&error, session, with)));
        });
    });
    let ran_out = session.status().with_untracked(|session| *session == SessionStatus::Expired);
    let waiting = session.tasks.waiting();
    let waiting = (waiting > 0).then(|| tn("tasks.waiting", waiting, &waiting.to_string()));
    let several = kinds.len() > 1;
    let choice = kinds.into_iter().map(|one| view! { <KindChoice one=one kind=kind/> }).collect_view();
    view! {
        <div class="tn-signin">
            <section class="tn-card tn-signin__card" aria-label=t("signin.title")>
                <h1>{tf("signin.heading", &[("label", &session.label())])}</h1>
                {ran_out.then(|| view! { <p class="tn-notice" role="status">{if is_ionos { t("signin.ran_out_lists") } else { t("signin.ran_out") }}</p> })}
                {waiting.map(|words| view! { <p class="tn-notice" role="status">{words}</p> })}
                {several.then(|| view! { <fieldset class="tn-choice"><legend class="tn-sr">{t("signin.kind")}</legend>{choice}</fieldset> })}
                {move || match kind.get() {
                    SignIn::ClientCredentials => view! { <ClientForm busy=busy enter=enter/> }.into_any(),
                    SignIn::Bearer => view! { <TokenForm busy=busy ready=ready enter=enter/> }.into_any(),
                    SignIn::Basic => view! { <BasicForm busy=busy ready=ready enter=enter/> }.into_any(),
                }}
                {is_ionos.then(|| view! { <ContractField session=session contract=contract wrong=wrong_contract/> })}
                {move || fault.get().map(|fault| view! { <FaultNotice fault=fault/> })}
                <SandboxButton busy=busy offered=offered enter=enter/>
                <p class="tn-faint">{t("signin.memory_only")}</p>
            </section>
        </div>
    }
}

#[component]
fn KindChoice(one: SignIn, kind: RwSignal<SignIn>) -> impl IntoView {
    let label = match one {
        SignIn::ClientCredentials => t("signin.client"),
        SignIn::Bearer => t("signin.bearer"),
        SignIn::Basic => t("signin.basic"),
    };
    view! {
        <label class="tn-choice__one">
            <input type="radio" name="tn-signin-kind" prop:checked=move || kind.get() == one on:change=move |_| kind.set(one)/>
            {label}
        </label>
    }
}

/// An empty field leaves the choice to the vendor.
fn read_contract(typed: &str) -> Result<Option<ContractNumber>, String> {
    if typed.trim().is_empty() { Ok(None) } else { ContractNumber::parse(typed).map(Some) }
}

/// A refused sign-in, with what the vendor says about second factors.
fn explained(error: &tenantry_core::Error, session: Session, with: SignIn) -> Fault {
    let mut fault = Fault::new(error, &session.config());
    let second_factor = ionos::rules::why_unauthorized(Some(with), error);
    if session.vendor() == Vendor::Ionos && with == SignIn::Basic && second_factor.is_some() {
        fault.next = t("signin.two_factor").to_owned();
    }
    fault
}

/// Which contract is meant, for users who have several.
#[component]
fn ContractField(
    session: Session,
    contract: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
) -> impl IntoView {
    let known = session.contracts().into_iter();
    let known = known.map(|number| view! { <option value=number.to_string()></option> }).collect_view();
    view! {
        <div class="tn-formfield">
            <label for="tn-contract">{t("signin.contract")}</label>
            <input id="tn-contract" class="tn-input" inputmode="numeric" autocomplete="off" spellcheck="false" list="tn-contracts"
                prop:value=move || contract.get() on:input=move |event| contract.set(event_target_value(&event))
                aria-invalid=move || wrong.with(Option::is_some).to_string() aria-describedby="tn-contract-note"/>
            <datalist id="tn-contracts">{known}</datalist>
            <p id="tn-contract-note" class="tn-formfield__wrong">{move || wrong.get()}</p>
        </div>
    }
}

/// User name and password, sent with every request.
#[component]
fn BasicForm(busy: RwSignal<bool>, ready: Callback<(), bool>, enter: Callback<Credentials>) -> impl IntoView {
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

#[component]
fn ClientForm(busy: RwSignal<bool>, enter: Callback<Credentials>) -> impl IntoView {
    let (id, secret) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
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

#[component]
fn TokenForm(busy: RwSignal<bool>, ready: Callback<(), bool>, enter: Callback<Credentials>) -> impl IntoView {
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
    let note = format!("{id}-note");
    view! {
        <div class="tn-formfield">
            <label for=id>{label}</label>
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

/// The button that signs in with an account of the sandbox, where there is one.
#[component]
fn SandboxButton(
    busy: RwSignal<bool>,
    offered: RwSignal<Vec<SandboxAccount>>,
    enter: Callback<Credentials>,
) -> impl IntoView {
    let chosen = RwSignal::new(0usize);
    let option =
        |(at, one): (usize, SandboxAccount)| view! { <option value=at.to_string()>{one.label}</option> };
    let press = move |_| {
        let credentials = offered
            .with_untracked(|offered| offered.get(chosen.get_untracked()).map(SandboxAccount::credentials));
        credentials.into_iter().for_each(|credentials| enter.run(credentials));
    };
    view! {
        <Show when=move || offered.with(|offered| !offered.is_empty())>
            <div class="tn-signin__sandbox">
                <button type="button" class="tn-button" disabled=move || busy.get() on:click=press>{t("signin.sandbox")}</button>
                <select
                    class="tn-input"
                    aria-label=t("signin.sandbox_account")
                    on:change=move |event| chosen.set(event_target_value(&event).parse().unwrap_or(0))
                >
                    {move || offered.get().into_iter().enumerate().map(option).collect_view()}
                </select>
            </div>
        </Show>
    }
}
