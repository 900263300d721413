//! What the form to sign in has for IONOS: the contract that is meant, and what a refusal may mean.

use std::sync::Arc;

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::config::SignIn;
use tenantry_core::ionos::{self, ContractNumber, backup_units, contract_number};
use tenantry_core::request::Call;

use super::contracts::{known_contracts, last_contract, remember_contract};
use super::tasks::waiting;
use crate::i18n::{t, tn};
use crate::mount::Mount;
use crate::session::{Person, Session, SignInExtras, SignInHint};
use crate::ui::Fault;

/// IONOS does not tell who has signed in: it is asked whether it answers at all.
pub async fn who(session: Session, hint: SignInHint) -> Result<Option<Person>, Error> {
    let connection = session.connection();
    // A session of another tab comes with the contract that it works in.
    if let Some(Ok(number)) = hint.scope.as_deref().map(ContractNumber::parse) {
        contract_number::choose(&connection, Some(number));
    }
    connection.call(&backup_units::Probe).await?;
    connection.set_check(backup_units::Probe.request());
    let contract = contract_number::of(&connection);
    remember_contract(session, contract);
    Ok(Some(Person { login: hint.name, scope: contract.map(|number| number.to_string()) }))
}

/// The contract's field, and what waits for somebody to sign in.
pub fn extras(session: Session) -> SignInExtras {
    let usual = last_contract(session).or(session.config().options.contract_number);
    let contract = RwSignal::new(usual.map(|one| one.to_string()).unwrap_or_default());
    let wrong = RwSignal::new(None::<String>);
    let mount = Mount::here();
    let is_ready = Callback::new(move |()| {
        let read = read_contract(&contract.get_untracked());
        if let Ok(number) = read {
            contract_number::choose(&session.connection(), number);
        }
        wrong.set(read.clone().err());
        read.is_ok()
    });
    let explain = move |error: &Error, with: SignIn, mut fault: Fault| {
        if ionos::rules::needs_contract_number(error) {
            wrong.set(Some(t("signin.contract_needed").to_owned()));
            mount.focus_next("tn-contract");
        }
        if with == SignIn::Basic && ionos::rules::why_unauthorized(Some(with), error).is_some() {
            fault.next = t("signin.two_factor").to_owned();
        }
        fault
    };
    let waiting = waiting(session);
    SignInExtras {
        fields: ViewFn::from(
            move || view! { <ContractField session=session contract=contract wrong=wrong/> },
        ),
        is_ready,
        explain: Arc::new(explain),
        waiting: (waiting > 0).then(|| tn("tasks.waiting", waiting, &waiting.to_string())),
        scope: None,
    }
}

/// An empty field leaves the choice to the vendor.
fn read_contract(typed: &str) -> Result<Option<ContractNumber>, String> {
    if typed.trim().is_empty() { Ok(None) } else { ContractNumber::parse(typed).map(Some) }
}

/// Which contract is meant, for users who have several.
#[component]
fn ContractField(
    session: Session,
    contract: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
) -> impl IntoView {
    let mount = Mount::here();
    let known = known_contracts(session).into_iter();
    let known = known.map(|number| view! { <option value=number.to_string()></option> }).collect_view();
    view! {
        <div class="tn-formfield">
            <label for=mount.id("tn-contract")>{t("signin.contract")}</label>
            <input id=mount.id("tn-contract") class="tn-input" inputmode="numeric" autocomplete="off" spellcheck="false" list=mount.id("tn-contracts")
                prop:value=move || contract.get() on:input=move |event| contract.set(event_target_value(&event))
                aria-invalid=move || wrong.with(Option::is_some).to_string() aria-describedby=mount.id("tn-contract-note")/>
            <datalist id=mount.id("tn-contracts")>{known}</datalist>
            <p id=mount.id("tn-contract-note") class="tn-formfield__wrong" prop:textContent=move || wrong.get()></p>
        </div>
    }
}
