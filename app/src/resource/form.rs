//! What a form keeps: its fields with what is wrong with them, whether something was entered that would be lost, and
//! the write.

use leptos::prelude::*;
use tenantry_core::write::{Change, Outcome};

use super::context::PageContext;
use super::submission::Submission;
use crate::i18n::t;

/// A form. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Form {
    /// The write.
    pub submission: Submission,
    /// Somebody has tried to send it: from then on it says what is missing.
    tried: RwSignal<bool>,
    fields: StoredValue<Vec<FormField>>,
}

/// What the form asks of a field.
#[derive(Clone)]
pub(super) struct FormField {
    /// As the API spells it; none for a box to tick.
    pub(super) name: Option<&'static str>,
    pub(super) is_changed: Signal<bool>,
    pub(super) wrong: Signal<Option<String>>,
}

/// A text that is entered. Copied freely.
#[derive(Clone, Copy)]
pub struct TextField {
    /// What is entered.
    pub value: RwSignal<String>,
    /// What is wrong with it, where it is time to say so.
    pub wrong: Signal<Option<String>>,
}

impl TextField {
    /// A text that belongs to no form's write, such as a name that is typed to be sure.
    pub fn plain() -> TextField {
        TextField { value: RwSignal::new(String::new()), wrong: Signal::stored(None) }
    }
}

impl Form {
    /// A form without fields.
    pub fn new(page: PageContext) -> Form {
        let (tried, fields) = (RwSignal::new(false), StoredValue::new(Vec::new()));
        Form { submission: Submission::new(page), tried, fields }
    }

    /// A field with a text, as the API spells it. `check` says what is wrong with it.
    pub fn text(
        self,
        name: &'static str,
        first: &str,
        check: impl Fn(&str) -> Option<String> + Send + Sync + 'static,
    ) -> TextField {
        let (value, first) = (RwSignal::new(first.to_owned()), first.to_owned());
        let local = Signal::derive(move || value.with(|value| check(value)));
        let is_changed = Signal::derive(move || value.with(|value| *value != first));
        let wrong = self.wrong_of(name, Signal::derive(move || value.track()), local);
        self.add(FormField { name: Some(name), is_changed, wrong: local });
        TextField { value, wrong }
    }

    /// What is said of a field: the vendor's words about it until it is edited, and what is wrong with it once somebody
    /// has tried to send it.
    pub(super) fn wrong_of(
        self,
        name: &'static str,
        edited: Signal<()>,
        local: Signal<Option<String>>,
    ) -> Signal<Option<String>> {
        Effect::new(move |before: Option<()>| {
            edited.track();
            if before.is_some() {
                self.submission.edited(name);
            }
        });
        Signal::derive(move || {
            self.submission.about(name).or_else(|| local.get().filter(|_| self.tried.get()))
        })
    }

    /// A box to tick.
    pub fn tick(self, first: bool) -> RwSignal<bool> {
        let on = RwSignal::new(first);
        let is_changed = Signal::derive(move || on.get() != first);
        self.add(FormField { name: None, is_changed, wrong: Signal::stored(None) });
        on
    }

    pub(super) fn add(self, field: FormField) {
        self.fields.update_value(|fields| fields.push(field));
    }

    /// Whether something was entered that would be lost.
    pub fn is_unsaved(self) -> bool {
        self.fields.with_value(|fields| fields.iter().any(|field| field.is_changed.get()))
    }

    /// Whether something has to be chosen that was not told ([`super::flag::Flag`]).
    pub fn is_undecided(self) -> bool {
        let undecided = |field: &FormField| field.name.is_none() && field.wrong.with(Option::is_some);
        self.fields.with_value(|fields| fields.iter().any(undecided))
    }

    /// Says from now on what is missing; `true` where nothing is.
    pub fn check(self) -> bool {
        self.tried.set(true);
        let wrong = |field: &FormField| field.wrong.with_untracked(Option::is_some);
        !self.fields.with_value(|fields| fields.iter().any(wrong))
    }

    /// Sends the change that the fields make, where nothing is wrong. `always` hears of its end in any case; `done` is
    /// run with the object where it went as it was meant and the form is still there.
    pub fn send<T: 'static>(
        self,
        change: impl FnOnce() -> Change<T>,
        always: impl Fn(&Outcome<T>) + 'static,
        done: impl FnOnce(Option<T>) + 'static,
    ) {
        if self.check() {
            let names = |field: &FormField| field.name;
            let names = self.fields.with_value(|fields| fields.iter().filter_map(names).collect());
            self.submission.write(names, untrack(change), always, done);
        } else {
            self.submission.mount().focus_wrong();
        }
    }
}

/// Says that something has to be entered.
pub fn required(value: &str) -> Option<String> {
    value.trim().is_empty().then(|| t("signin.required").to_owned())
}
