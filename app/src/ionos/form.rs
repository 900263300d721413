//! Fields of the forms: label, what is wrong beside it, and the vendor's own words about it.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::ionos::envelope::Envelope;
use tenantry_core::ionos::rules::Reason;

use crate::account::Account;
use crate::i18n::{t, tf};
use crate::ui::Fault;

/// Why something cannot be sent, in words.
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Empty => t("signin.required").to_owned(),
        Reason::NotAlphanumeric(odd) => tf("io.wrong.name", &[("odd", &format!("{odd:?}"))]),
        Reason::NameTaken => t("io.wrong.taken").to_owned(),
        Reason::NoEmail => t("io.wrong.email").to_owned(),
        Reason::Busy => t("io.wrong.busy").to_owned(),
        Reason::Oneself => t("io.wrong.oneself").to_owned(),
        _ => t("io.wrong.other").to_owned(),
    }
}

/// What a refused write says: beside its fields, and of the whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refused {
    /// Fields as the API spells them, with the vendor's words.
    pub fields: Vec<(&'static str, String)>,
    /// The whole fault.
    pub fault: Option<Fault>,
}

impl Refused {
    /// From an error, for a form with these fields.
    pub fn of(error: &Error, account: Account, fields: &[&'static str]) -> Refused {
        account.note(error);
        let sorted = Envelope::of(error).map(|envelope| envelope.by_field(fields)).unwrap_or_default();
        Refused { fields: sorted.fields, fault: Some(Fault::new(error, &account.config())) }
    }

    /// The vendor's words about a field.
    pub fn about(&self, field: &str) -> Option<String> {
        let words: Vec<_> =
            self.fields.iter().filter(|(one, _)| *one == field).map(|(_, words)| words.as_str()).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}

/// A field of a form.
#[component]
pub fn Field(
    /// Its label.
    label: &'static str,
    /// Its id in the page.
    id: &'static str,
    /// What is entered.
    value: RwSignal<String>,
    /// `text`, `password` or `email`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What is wrong with it.
    #[prop(into)]
    wrong: Signal<Option<String>>,
) -> impl IntoView {
    let note = [id, "-note"].concat();
    view! {
        <div class="tn-formfield">
            <label for=id>{label}</label>
            <input id=id class="tn-input" type=kind autocomplete="off" spellcheck="false"
                prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event))
                aria-invalid=move || wrong.with(Option::is_some).to_string() aria-describedby=note.clone()/>
            <p id=note class="tn-formfield__wrong">{move || wrong.get()}</p>
        </div>
    }
}

/// A box to tick.
#[component]
pub fn Tick(
    /// Its label.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    on: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="tn-check">
            <input type="checkbox" prop:checked=move || on.get() on:change=move |event| on.set(event_target_checked(&event))/>
            {label}
        </label>
    }
}

/// Cancel and the button that sends, with why it cannot be pressed.
#[component]
pub fn Buttons(
    /// Leaves.
    leave: Callback<()>,
    /// Sends.
    send: Callback<()>,
    /// What the button says.
    #[prop(into)]
    words: String,
    /// It is being sent.
    busy: RwSignal<bool>,
    /// Why it cannot be sent.
    #[prop(into)]
    reason: Signal<Option<String>>,
    /// What is sent cannot be undone.
    #[prop(optional)]
    dangerous: bool,
) -> impl IntoView {
    let class = if dangerous { "tn-button tn-button--danger" } else { "tn-button tn-button--primary" };
    let label = move || if busy.get() { t("edit.sending").to_owned() } else { words.clone() };
    view! {
        <div class="tn-edit__buttons">
            <span id="tn-send-why" class="tn-faint">{move || reason.get()}</span>
            <button type="button" class="tn-button" on:click=move |_| leave.run(())>{t("edit.cancel")}</button>
            <button type="button" class=class aria-describedby="tn-send-why" disabled=move || busy.get() || reason.with(Option::is_some) on:click=move |_| send.run(())>
                {label}
            </button>
        </div>
    }
}
