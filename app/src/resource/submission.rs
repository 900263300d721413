//! A write that a form has sent, and what a refusal says of its fields.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::Error;
use tenantry_core::write::{About, Change, Outcome, Phase};

use super::context::PageContext;
use crate::i18n::t;
use crate::mount::Mount;
use crate::session::Session;
use crate::ui::{Fault, FaultNotice};
use crate::writes::{OutcomeListener, fault_of, look_again, refused, send};

/// What a refused write says: beside its fields, and of the whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubmitError {
    /// Fields as the API spells them, with the vendor's words.
    fields: Vec<(&'static str, String)>,
    /// The whole fault.
    fault: Option<Fault>,
    /// It is not known what became of it, and somebody can look once more.
    can_look: bool,
}

impl SubmitError {
    fn of<T>(outcome: &Outcome<T>, page: PageContext, then: &Then<T>) -> SubmitError {
        let fields = outcome.error().map(|error| (page.field_errors)(error, &then.fields));
        let fault = fault_of(page.session, then.about.action, outcome);
        SubmitError { fields: fields.unwrap_or_default(), fault, can_look: outcome.can_look() }
    }

    /// The vendor's words about a field.
    fn about(&self, field: &str) -> Option<String> {
        let words: Vec<_> =
            self.fields.iter().filter(|(one, _)| *one == field).map(|(_, words)| words.as_str()).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}

type Done<T> = Box<dyn FnOnce(Option<T>)>;

/// What hears of the end of a write.
struct Then<T> {
    about: About,
    fields: Vec<&'static str>,
    always: OutcomeListener<T>,
    /// Runs once, where it went as it was meant.
    done: RefCell<Option<Done<T>>>,
}

/// A write that a form has sent, and what came of it. Copied freely; all copies are the same.
///
/// It is not given up when its form goes: nobody could say then what became of it.
#[derive(Clone, Copy)]
pub struct Submission {
    page: PageContext,
    phase: RwSignal<Option<Phase>>,
    error: RwSignal<SubmitError>,
    /// Looks once more at what became of it.
    again: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
}

impl Submission {
    /// Nothing is in flight.
    pub fn new(page: PageContext) -> Submission {
        let (phase, error) = (RwSignal::new(None), RwSignal::new(SubmitError::default()));
        Submission { page, phase, error, again: StoredValue::new_local(None) }
    }

    /// The place where the form stands.
    pub fn mount(self) -> Mount {
        self.page.mount
    }

    /// Whether a write is in flight.
    pub fn is_busy(self) -> bool {
        self.phase.with(Option::is_some)
    }

    /// What is being done; nothing where nothing is in flight.
    pub fn doing(self) -> Option<&'static str> {
        self.phase.get().map(|phase| match phase {
            Phase::LookingUp => t("edit.looking_up"),
            Phase::Checking | Phase::Sending | Phase::ReadingBack => t("edit.sending"),
        })
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
        always: impl Fn(&Outcome<T>) + 'static,
        done: impl FnOnce(Option<T>) + 'static,
    ) {
        if !self.begin(Phase::Checking) {
            return;
        }
        let then = Then {
            about: change.about().clone(),
            fields,
            always: Rc::new(always),
            done: RefCell::new(Some(Box::new(done))),
        };
        let heard = move |outcome| self.heard(outcome, Rc::new(then));
        send(self.page.session, change, move |phase| self.tell(phase), heard);
    }

    fn tell(self, phase: Phase) {
        self.phase.try_set(Some(phase));
    }

    fn heard<T: 'static>(self, mut outcome: Outcome<T>, then: Rc<Then<T>>) {
        if matches!(outcome, Outcome::Done(_)) {
            self.page.recent.note(&then.about);
        }
        (then.always)(&outcome);
        let error = SubmitError::of(&outcome, self.page, &then);
        let went_well = error.fault.is_none();
        let is_of_a_field = !error.fields.is_empty();
        if let Some(again) = outcome.take_again() {
            let then = then.clone();
            let heard = move |outcome| self.heard(outcome, then);
            self.again.try_set_value(Some(Box::new(move || {
                look_again(self.page.session, again, move |phase| self.tell(phase), heard);
            })));
        }
        match self.end(error) {
            true if went_well => {
                let done = then.done.borrow_mut().take();
                if let Some(done) = done {
                    done(outcome.into_object());
                }
            }
            true if is_of_a_field => self.mount().focus_wrong(),
            _ => {}
        }
    }

    /// Looks once more at what became of a write whose answer was lost.
    fn look_again(self) {
        let again = self.again.try_update_value(Option::take).flatten();
        if again.is_some() && self.begin(Phase::LookingUp) {
            again.into_iter().for_each(|again| again());
        }
    }

    /// Waits for something that changes nothing, unless something is in flight.
    pub fn read<T: 'static>(
        self,
        work: impl Future<Output = Result<T, Error>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        self.wait_for(work, Session::fault, done);
    }

    /// The same for what somebody has entered: where nobody is signed in any more, it was not sent.
    pub fn enter<T: 'static>(
        self,
        work: impl Future<Output = Result<T, Error>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        self.wait_for(work, refused, done);
    }

    fn wait_for<T: 'static>(
        self,
        work: impl Future<Output = Result<T, Error>> + 'static,
        say: fn(Session, &Error) -> Fault,
        done: impl FnOnce(T) + 'static,
    ) {
        if !self.begin(Phase::Checking) {
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
                    let fault = Some(say(self.page.session, &error));
                    self.end(SubmitError { fault, ..SubmitError::default() });
                }
            }
        });
    }

    fn begin(self, phase: Phase) -> bool {
        if self.phase.with_untracked(Option::is_some) {
            return false;
        }
        self.phase.set(Some(phase));
        self.error.set(SubmitError::default());
        true
    }

    /// Whether the form is still there.
    fn end(self, error: SubmitError) -> bool {
        self.error.try_set(error).is_none() && self.phase.try_set(None).is_none()
    }
}

/// What a refused write says of the whole.
#[component]
pub fn Refusal(
    /// The write.
    submission: Submission,
) -> impl IntoView {
    let fault = move || submission.error.with(|error| error.fault.clone());
    let place = NodeRef::<leptos::html::Div>::new();
    // Below the fields of a long form nobody would see it.
    let is_of_the_whole =
        Memo::new(move |_| submission.error.with(|error| error.fault.is_some() && error.fields.is_empty()));
    Effect::new(move |_| {
        if is_of_the_whole.get() {
            request_animation_frame(move || {
                let place = place.try_get_untracked().flatten();
                place.into_iter().for_each(|place| place.scroll_into_view_with_bool(false));
            });
        }
    });
    // The button goes with what it answers to; the keyboard stays here.
    let look = Callback::new(move |()| {
        place.get_untracked().into_iter().for_each(|place| drop(place.focus()));
        submission.look_again();
    });
    let looking =
        move || submission.phase.with(|phase| *phase == Some(Phase::LookingUp)).then(|| t("edit.looking_up"));
    let notice = move || {
        let look = submission.error.with(|error| error.can_look).then(|| (t("recent.look"), look));
        fault().map(|fault| view! { <FaultNotice fault=fault button=look/> })
    };
    view! {
        <div node_ref=place tabindex="-1">
            {notice}
            <p class="tn-sr" role="status" prop:textContent=looking></p>
        </div>
    }
}
