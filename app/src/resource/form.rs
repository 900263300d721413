//! Fields of the forms: label, what is wrong beside it, and the vendor's own words about it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::Error;
use tenantry_core::error::Outcome;
use tenantry_core::ionos::envelope::Envelope;
use tenantry_core::ionos::rules::Reason;
use tenantry_core::request::Call;

use super::context::PageContext;
use crate::i18n::{t, tf};
use crate::session::Session;
use crate::ui::leaving::{Leaving, guard};
use crate::ui::{Fault, FaultNotice, Modal};

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

/// Why a write was not carried out, or nobody knows.
#[derive(Clone, Debug)]
pub enum Failure {
    /// What the API said, or that it said nothing.
    Api(Error),
    /// It is no longer what was shown: nothing was sent.
    Changed,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Api(error)
    }
}

/// Reads something right before it is written: what somebody else has changed since it was shown must not be
/// overwritten unseen.
pub async fn unchanged<C: Call>(
    page: PageContext,
    read: C,
    is_same: impl FnOnce(&C::Answer) -> bool,
) -> Result<(), Failure> {
    let now = page.session.connection().call(&read).await?;
    if is_same(&now) { Ok(()) } else { Err(Failure::Changed) }
}

/// What a refused write says: beside its fields, and of the whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubmitError {
    /// Fields as the API spells them, with the vendor's words.
    pub fields: Vec<(&'static str, String)>,
    /// The whole fault.
    pub fault: Option<Fault>,
}

impl SubmitError {
    /// From a failure, for a form with these fields.
    fn of(failure: &Failure, session: Session, fields: &[&'static str]) -> SubmitError {
        let Failure::Api(error) = failure else {
            return SubmitError { fault: Some(Fault::changed_meanwhile()), ..SubmitError::default() };
        };
        session.note(error);
        let sorted = Envelope::of(error).map(|envelope| envelope.by_field(fields)).unwrap_or_default();
        let mut fault = Fault::new(error, &session.config());
        if error.outcome() == Outcome::CarriedOut {
            fault.outcome = Some(t("fault.outcome.carried_out"));
        }
        SubmitError { fields: sorted.fields, fault: Some(fault) }
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
    #[prop(into)]
    label: String,
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
    /// The API's own name for it, on hover.
    #[prop(optional)]
    api_name: Option<&'static str>,
) -> impl IntoView {
    view! {
        <label class="tn-check" title=api_name>
            <input type="checkbox" prop:checked=move || on.get() on:change=move |event| on.set(event_target_checked(&event))/>
            {label}
        </label>
    }
}

/// A write on its way from a form, and what came of it. Copied freely; all copies are the same.
///
/// It is not given up when its form goes: nobody could say then what became of it.
#[derive(Clone, Copy)]
pub struct Submission {
    session: Session,
    busy: RwSignal<bool>,
    error: RwSignal<SubmitError>,
}

impl Submission {
    /// Nothing is on its way.
    pub fn new(session: Session) -> Submission {
        Submission { session, busy: RwSignal::new(false), error: RwSignal::new(SubmitError::default()) }
    }

    /// Whether a write is on its way.
    pub fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// The vendor's words about a field.
    pub fn about(self, field: &str) -> Option<String> {
        self.error.with(|error| error.about(field))
    }

    /// Takes back the vendor's words about a field as soon as that is edited.
    pub fn watch<T: Send + Sync + 'static>(self, field: &'static str, value: RwSignal<T>) {
        Effect::new(move |before: Option<()>| {
            value.track();
            if before.is_some() {
                self.error.update(|error| error.fields.retain(|(one, _)| *one != field));
            }
        });
    }

    /// Sends, unless something is on its way. `done` is run while the form is still there; what has to happen in
    /// any case belongs to `write`.
    pub fn send<T: 'static, E: Into<Failure> + 'static>(
        self,
        fields: &'static [&'static str],
        write: impl Future<Output = Result<T, E>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(SubmitError::default());
        spawn_local(async move {
            let outcome = write.await;
            let is_shown = self.busy.try_set(false).is_none();
            match outcome {
                Ok(value) if is_shown => done(value),
                Ok(_) => {}
                // Where the form has gone, the sign-in is still taken note of.
                Err(failure) => {
                    drop(self.error.try_set(SubmitError::of(&failure.into(), self.session, fields)));
                }
            }
        });
    }
}

/// What a refused write says of the whole.
#[component]
pub fn Refusal(
    /// The write.
    submission: Submission,
) -> impl IntoView {
    let fault = move || submission.error.with(|error| error.fault.clone());
    move || fault().map(|fault| view! { <FaultNotice fault=fault/> })
}

/// A form in a dialog: what is wrong with it, Cancel, and the button that sends.
#[component]
pub fn FormDialog(
    /// What every screen needs.
    page: PageContext,
    /// Its title.
    title: String,
    /// What the button says.
    #[prop(into)]
    words: String,
    /// The write.
    submission: Submission,
    /// Sends; asked only where nothing is in the way.
    send: Callback<()>,
    /// Leaves.
    leave: Callback<()>,
    /// Whether something was entered that would be lost.
    #[prop(optional, into)]
    unsaved: Signal<bool>,
    /// Why it cannot be sent.
    #[prop(optional, into)]
    reason: Signal<Option<String>>,
    /// What is sent takes something away: never by a shortcut.
    #[prop(optional)]
    dangerous: bool,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let reason = Signal::derive(move || page.frozen().map(str::to_owned).or_else(|| reason.get()));
    // What is on its way is waited for.
    let leaving = Signal::derive(move || match (submission.is_busy(), unsaved.get()) {
        (true, _) => Leaving::Busy,
        (false, true) => Leaving::Asks(t("edit.discard").to_owned()),
        (false, false) => Leaving::Free,
    });
    let leave = guard(page.router, leaving, leave);
    let send = Callback::new(move |()| {
        if !submission.busy.get_untracked() && reason.with_untracked(Option::is_none) {
            send.run(());
        }
    });
    let class = if dangerous { "tn-button tn-button--danger" } else { "tn-button tn-button--primary" };
    let label = move || if submission.is_busy() { t("edit.sending").to_owned() } else { words.clone() };
    let barred = move || submission.is_busy() || reason.with(Option::is_some);
    view! {
        <Modal title=title leave=leave save=(!dangerous).then_some(send)>
            {children()}
            <Refusal submission=submission/>
            <div class="tn-edit__buttons">
                <span id="tn-send-why" class="tn-faint">{move || reason.get()}</span>
                <button type="button" class="tn-button" disabled=move || submission.is_busy() on:click=move |_| leave.run(())>{t("edit.cancel")}</button>
                <button type="button" class=class aria-describedby="tn-send-why" disabled=barred on:click=move |_| send.run(())>{label}</button>
            </div>
        </Modal>
    }
}
