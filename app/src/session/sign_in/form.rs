//! The form to sign in on a connection.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::config::{SignIn, SignInOption};
use tenantry_core::connection::Credentials;

use super::grants::{BasicForm, ClientForm, TokenForm};
use super::sandbox::{self, SandboxAccount};
use crate::i18n::{t, tf};
use crate::session::{Session, SessionStatus, SignInExtras, VendorUi};
use crate::ui::task::while_shown;
use crate::ui::{Fault, FaultNotice};

/// The form to sign in on a connection.
#[component]
pub fn SignInForm(
    /// The connection.
    session: Session,
    /// Whose it is.
    ui: &'static VendorUi,
) -> impl IntoView {
    let config = session.config();
    let client_id =
        config.sign_in_option(SignIn::ClientCredentials).and_then(|option| option.client_id.clone());
    let kinds: Vec<_> = config.sign_in.iter().map(SignInOption::kind).collect();
    let kind = RwSignal::new(kinds.first().copied().unwrap_or(SignIn::Bearer));
    let (busy, fault) = (RwSignal::new(false), RwSignal::new(None::<Fault>));
    let offered = RwSignal::new(Vec::<SandboxAccount>::new());
    while_shown(async move { offered.set(sandbox::accounts(session).await) });
    let SignInExtras { fields, is_ready, explain, waiting, expired } = (ui.sign_in)(session);
    let enter = Callback::new(move |credentials: Credentials| {
        busy.set(true);
        fault.set(None);
        let (with, explain) = (kind.get_untracked(), explain.clone());
        // Not given up when the form goes: a sign-in that is broken off would leave its credentials behind.
        spawn_local(async move {
            let outcome = session.sign_in(credentials, ui.who).await;
            // When it worked, or somebody went elsewhere, this form is gone.
            let (Err(error), None) = (outcome, busy.try_set(false)) else { return };
            fault.set(Some(explain(&error, with, Fault::new(&error, &session.config()))));
        });
    });
    let has_expired = session.status().with_untracked(|status| *status == SessionStatus::Expired);
    let notice = |words: String| view! { <p class="tn-notice" role="status">{words}</p> };
    let several = kinds.len() > 1;
    let choice = kinds.into_iter().map(|one| view! { <KindChoice one=one kind=kind/> }).collect_view();
    view! {
        <div class="tn-signin">
            <section class="tn-card tn-signin__card" aria-label=t("signin.title")>
                <h1>{tf("signin.heading", &[("label", &session.label())])}</h1>
                {has_expired.then(|| notice(expired.to_owned()))}
                {waiting.map(notice)}
                {several.then(|| view! { <fieldset class="tn-choice"><legend class="tn-sr">{t("signin.kind")}</legend>{choice}</fieldset> })}
                {move || match kind.get() {
                    SignIn::ClientCredentials => view! { <ClientForm client_id=client_id.clone() busy=busy enter=enter/> }.into_any(),
                    SignIn::Bearer => view! { <TokenForm busy=busy ready=is_ready enter=enter/> }.into_any(),
                    SignIn::Basic => view! { <BasicForm busy=busy ready=is_ready enter=enter/> }.into_any(),
                }}
                {fields.run()}
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
