//! The form to sign in on a connection.

use leptos::prelude::*;
use tenantry_core::config::{SignIn, SignInOption};
use tenantry_core::connection::Credentials;

use super::attempt::Attempt;
use super::grants::{BasicForm, ClientForm, ScopeForm, TokenForm};
use super::sandbox::{self, SandboxAccount};
use crate::i18n::{t, tf};
use crate::mount::{Mount, platform};
use crate::session::{Session, SignInExtras, VendorUi};
use crate::ui::FaultNotice;
use crate::ui::task::while_shown;

/// The form to sign in on a connection.
#[component]
pub fn SignInForm(
    /// The connection.
    session: Session,
    /// Whose it is.
    ui: &'static VendorUi,
    /// It stands over the page of somebody whose session has expired, who most likely signs in as before.
    #[prop(optional)]
    over: bool,
) -> impl IntoView {
    let config = session.config();
    let kinds: Vec<_> = config.sign_in.iter().map(SignInOption::kind).collect();
    let hint = session.hint().filter(|hint| over && kinds.contains(&hint.kind));
    let usual = hint.as_ref().map(|hint| hint.kind).or(kinds.first().copied()).unwrap_or(SignIn::Bearer);
    let offered = RwSignal::new(Vec::<SandboxAccount>::new());
    while_shown(async move { offered.set(sandbox::accounts(session).await) });
    let SignInExtras { fields, is_ready, explain, waiting, scope } = (ui.sign_in)(session);
    let attempt = Attempt::new(session, ui, explain, usual);
    let Attempt { kind, busy, fault, asks_scope, .. } = attempt;
    let enter = Callback::new(move |credentials| attempt.enter(credentials));
    let place = Callback::new(move |scope| attempt.place(scope));
    let stay = session.can_stay().then_some(attempt.stay);
    let client = config.sign_in_option(SignIn::ClientCredentials).and_then(|option| option.client_id.clone());
    let name = move |kind: SignIn| {
        let before = hint.as_ref().and_then(|hint| hint.name_for(kind));
        before.or_else(|| client.clone().filter(|_| kind == SignIn::ClientCredentials)).unwrap_or_default()
    };
    let credentials = move || match (asks_scope.get().then_some(scope).flatten(), kind.get()) {
        (Some(scope), _) => view! { <ScopeForm scope=scope busy=busy enter=place/> }.into_any(),
        (_, one @ SignIn::ClientCredentials) => {
            view! { <ClientForm client_id=name(one) busy=busy stay=stay enter=enter/> }.into_any()
        }
        (_, SignIn::Bearer) => {
            view! { <TokenForm busy=busy ready=is_ready stay=stay enter=enter/> }.into_any()
        }
        (_, one @ SignIn::Basic) => {
            view! { <BasicForm username=name(one) busy=busy ready=is_ready enter=enter/> }.into_any()
        }
    };
    // A user name and a password are sent with every request: there is no token that another tab could have.
    let memory = move || match kind.get() {
        SignIn::Basic => t("signin.memory_basic"),
        _ if session.is_shared() => t("signin.memory_shared"),
        _ => t("signin.memory_only"),
    };
    let address = config.route.fetch_url(&config.upstream);
    let is_exposed = platform::is_exposed("") || platform::is_exposed(&address);
    let notice = |words: String| view! { <p class="tn-notice" role="status">{words}</p> };
    let several = kinds.len() > 1;
    let choice = kinds.into_iter().map(|one| view! { <KindChoice one=one kind=kind/> }).collect_view();
    let title = tf("signin.heading", &[("label", &session.label())]);
    let mount = Mount::here();
    let id = mount.id("tn-signin-title");
    if over {
        // Whichever is there: the name is filled in.
        ["tn-client-secret", "tn-token", "tn-password"].into_iter().for_each(|id| mount.focus_next(id));
    }
    view! {
        <div class=if over { "tn-signin tn-signin--over" } else { "tn-signin" }>
            <section class="tn-card tn-signin__card" aria-label=t("signin.title")>
                {match over {
                    true => view! { <h2 id=id>{title}</h2> }.into_any(),
                    false => view! { <h1 id=id>{title}</h1> }.into_any(),
                }}
                {over.then(|| notice(t("signin.expired").to_owned()))}
                {waiting.map(notice)}
                {is_exposed.then(|| view! { <p class="tn-notice tn-notice--bad" role="alert">{t("signin.exposed")}</p> })}
                {several.then(|| view! { <fieldset class="tn-choice"><legend class="tn-sr">{t("signin.kind")}</legend>{choice}</fieldset> })}
                {credentials}
                {fields.run()}
                {move || fault.get().map(|fault| view! { <FaultNotice fault=fault/> })}
                <SandboxButton busy=busy offered=offered enter=enter/>
                <p class="tn-faint" prop:textContent=memory></p>
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
