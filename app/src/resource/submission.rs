//! A write on its way from a form, and what a refusal says of its fields.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::Error;
use tenantry_core::error::Outcome;
use tenantry_core::request::Call;

use super::context::PageContext;
use crate::i18n::t;
use crate::ui::{Fault, FaultNotice};

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
    fields: Vec<(&'static str, String)>,
    /// The whole fault.
    fault: Option<Fault>,
}

impl SubmitError {
    fn of(failure: &Failure, page: PageContext, fields: &[&'static str]) -> SubmitError {
        let Failure::Api(error) = failure else {
            return SubmitError { fault: Some(Fault::changed_meanwhile()), ..SubmitError::default() };
        };
        let mut fault = page.session.fault(error);
        if error.outcome() == Outcome::CarriedOut {
            fault.outcome = Some(t("fault.outcome.carried_out"));
        }
        SubmitError { fields: (page.field_errors)(error, fields), fault: Some(fault) }
    }

    /// The vendor's words about a field.
    fn about(&self, field: &str) -> Option<String> {
        let words: Vec<_> =
            self.fields.iter().filter(|(one, _)| *one == field).map(|(_, words)| words.as_str()).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}

/// A write on its way from a form, and what came of it. Copied freely; all copies are the same.
///
/// It is not given up when its form goes: nobody could say then what became of it.
#[derive(Clone, Copy)]
pub struct Submission {
    page: PageContext,
    busy: RwSignal<bool>,
    error: RwSignal<SubmitError>,
}

impl Submission {
    /// Nothing is in flight.
    pub fn new(page: PageContext) -> Submission {
        Submission { page, busy: RwSignal::new(false), error: RwSignal::new(SubmitError::default()) }
    }

    /// Whether a write is in flight.
    pub fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// The vendor's words about a field.
    pub fn about(self, field: &str) -> Option<String> {
        self.error.with(|error| error.about(field))
    }

    /// Takes back the vendor's words about a field, because it has been edited.
    pub fn edited(self, field: &'static str) {
        self.error.update(|error| error.fields.retain(|(one, _)| *one != field));
    }

    /// Sends, unless a write is in flight. `done` is run while the form is still there; what has to happen in any
    /// case belongs to `write`.
    pub fn send<T: 'static, E: Into<Failure> + 'static>(
        self,
        fields: Vec<&'static str>,
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
                    drop(self.error.try_set(SubmitError::of(&failure.into(), self.page, &fields)));
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
