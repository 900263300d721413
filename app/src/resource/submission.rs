//! A write that a form has sent, and what a refusal says of its fields.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::Error;
use tenantry_core::write::{Change, Outcome};

use super::context::PageContext;
use crate::mount::Mount;
use crate::ui::{Fault, FaultNotice};
use crate::writes::{fault_of, send};

/// What a refused write says: beside its fields, and of the whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubmitError {
    /// Fields as the API spells them, with the vendor's words.
    fields: Vec<(&'static str, String)>,
    /// The whole fault.
    fault: Option<Fault>,
}

impl SubmitError {
    fn of<T>(outcome: &Outcome<T>, page: PageContext, fields: &[&'static str]) -> SubmitError {
        let fields = outcome.error().map(|error| (page.field_errors)(error, fields)).unwrap_or_default();
        SubmitError { fields, fault: fault_of(page.session, outcome) }
    }

    /// The vendor's words about a field.
    fn about(&self, field: &str) -> Option<String> {
        let words: Vec<_> =
            self.fields.iter().filter(|(one, _)| *one == field).map(|(_, words)| words.as_str()).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}

/// A write that a form has sent, and what came of it. Copied freely; all copies are the same.
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

    /// The place where the form stands.
    pub fn mount(self) -> Mount {
        self.page.mount
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

    /// Sends a change, unless something is in flight. `always` hears of its end in any case; `done` is run with the
    /// object where the change went as it was meant and the form is still there.
    pub fn write<T: 'static>(
        self,
        fields: Vec<&'static str>,
        change: Change<T>,
        always: impl FnOnce(&Outcome<T>) + 'static,
        done: impl FnOnce(Option<T>) + 'static,
    ) {
        if !self.begin() {
            return;
        }
        let (recent, about) = (self.page.recent, change.about().clone());
        send(
            self.page.session,
            change,
            |_| (),
            move |outcome| {
                if matches!(outcome, Outcome::Done(_)) {
                    recent.note(&about);
                }
                always(&outcome);
                let error = SubmitError::of(&outcome, self.page, &fields);
                let went_well = error.fault.is_none();
                let is_of_a_field = !error.fields.is_empty();
                match self.end(error) {
                    true if went_well => done(outcome.into_object()),
                    true if is_of_a_field => self.mount().focus_wrong(),
                    _ => {}
                }
            },
        );
    }

    /// Waits for something that changes nothing, unless something is in flight.
    pub fn read<T: 'static>(
        self,
        work: impl Future<Output = Result<T, Error>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        if !self.begin() {
            return;
        }
        spawn_local(async move {
            match work.await {
                Ok(value) => {
                    if self.end(SubmitError::default()) {
                        done(value);
                    }
                }
                Err(error) => {
                    let fault = Some(self.page.session.fault(&error));
                    self.end(SubmitError { fault, ..SubmitError::default() });
                }
            }
        });
    }

    fn begin(self) -> bool {
        if self.busy.get_untracked() {
            return false;
        }
        self.busy.set(true);
        self.error.set(SubmitError::default());
        true
    }

    /// Whether the form is still there.
    fn end(self, error: SubmitError) -> bool {
        self.error.try_set(error).is_none() && self.busy.try_set(false).is_none()
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
