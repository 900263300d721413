//! The contract that is worked in, and going on in another.

use leptos::prelude::*;
use tenantry_core::ionos::{ContractNumber, contract_number};

use super::contracts::{known_contracts, work_in};
use super::route::{UNITS, list_of};
use crate::i18n::{t, tf};
use crate::resource::context::PageContext;
use crate::resource::fields::Field;
use crate::resource::form::{Form, TextField};
use crate::resource::form_dialog::FormDialog;
use crate::ui::Name;

/// The button that names the contract, and the dialog behind it.
#[component]
pub fn Contract(
    /// The page.
    page: PageContext,
) -> impl IntoView {
    let open = RwSignal::new(false);
    // Drawn anew when another is chosen.
    let words = match contract_number::of(&page.session.connection()) {
        Some(number) => tf("contract.is", &[("number", &number.to_string())]),
        None => t("contract.none").to_owned(),
    };
    view! {
        <button id=page.mount.id("tn-contract-now") type="button" class="tn-button tn-button--small" title=t("contract.choose") aria-haspopup="dialog" on:click=move |_| open.set(true) prop:textContent=words></button>
        {move || open.get().then(|| view! { <Choose page=page open=open/> })}
    }
}

#[component]
fn Choose(page: PageContext, open: RwSignal<bool>) -> impl IntoView {
    let session = page.session;
    let now = contract_number::of(&session.connection()).map(|number| number.to_string()).unwrap_or_default();
    let (chosen, other) = (RwSignal::new(now.clone()), RwSignal::new(String::new()));
    let meant = move || {
        let typed = Some(other.get()).filter(|typed| !typed.trim().is_empty());
        ContractNumber::parse(&typed.unwrap_or_else(|| chosen.get()))
    };
    let wrong =
        Signal::derive(move || other.with(|other| !other.trim().is_empty()).then(|| meant().err()).flatten());
    let reason = Signal::derive(move || {
        let same = meant().is_ok_and(|number| number.to_string() == now);
        same.then(|| t("contract.same").to_owned())
            .or_else(|| meant().is_err().then(|| t("contract.name_one").to_owned()))
    });
    let form = Form::new(page);
    let send = Callback::new(move |()| {
        let Ok(number) = untrack(meant) else { return };
        let list = page.mount.router().place().with_untracked(list_of).unwrap_or(UNITS);
        // What was chosen is of the other contract.
        form.submission.enter(work_in(session, number), move |()| page.go(list, None));
    });
    let known = known_contracts(session).into_iter().map(move |number| {
        let number = number.to_string();
        let (value, on) = (number.clone(), number.clone());
        view! {
            <label class="tn-choice__one">
                <input type="radio" name="tn-contract-known" prop:checked=move || chosen.with(|chosen| *chosen == on)
                    on:change=move |_| { chosen.set(value.clone()); other.set(String::new()); }/>
                <Name text=number/>
            </label>
        }
    });
    view! {
        <FormDialog page=page title=t("contract.choose").to_owned() words=t("contract.go") form=form send=send leave=Callback::new(move |()| open.set(false)) reason=reason>
            <p>{t("contract.note")}</p>
            <fieldset class="tn-choice"><legend class="tn-sr">{t("contract.known")}</legend>{known.collect_view()}</fieldset>
            <Field label=t("contract.other") id="tn-contract-other" field=TextField { value: other, wrong }/>
        </FormDialog>
    }
}
