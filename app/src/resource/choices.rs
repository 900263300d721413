//! Several of a set: boxes to tick, with what is wrong with the whole.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::form::{Form, FormField};
use crate::mount::Mount;

/// What of a set is chosen, by the API's words. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Choices {
    /// What is chosen.
    pub chosen: RwSignal<BTreeSet<String>>,
    /// What is wrong with that, where it is time to say so.
    pub wrong: Signal<Option<String>>,
}

impl Form {
    /// A set, as the API spells it, of which some are chosen. `check` says what is wrong with the choice.
    pub fn choices(
        self,
        name: &'static str,
        first: BTreeSet<String>,
        check: impl Fn(&BTreeSet<String>) -> Option<String> + Send + Sync + 'static,
    ) -> Choices {
        let chosen = RwSignal::new(first.clone());
        let local = Signal::derive(move || chosen.with(&check));
        let is_changed = Signal::derive(move || chosen.with(|chosen| *chosen != first));
        let wrong = self.wrong_of(name, Signal::derive(move || chosen.track()), local);
        self.add(FormField { name: Some(name), is_changed, wrong: local });
        Choices { chosen, wrong }
    }
}

/// One of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The API's word.
    pub word: String,
    /// What it says on screen.
    pub label: String,
    /// It cannot be chosen or given up.
    pub fixed: bool,
}

/// The set on screen.
#[component]
pub fn ChoicesField(
    /// What is chosen from.
    #[prop(into)]
    label: String,
    /// Its id.
    id: &'static str,
    /// The set.
    options: Vec<Choice>,
    /// What is chosen.
    choices: Choices,
    /// What has to be known about it.
    #[prop(optional, into)]
    note: String,
) -> impl IntoView {
    let mount = Mount::here();
    let (note_id, wrong_id) = (mount.id(&[id, "-about"].concat()), mount.id(&[id, "-note"].concat()));
    let described = [note_id.as_str(), &wrong_id].join(" ");
    let (Choices { chosen, wrong }, has_note) = (choices, !note.is_empty());
    let option = move |Choice { word, label, fixed }: Choice| {
        let is_on = {
            let word = word.clone();
            move || chosen.with(|chosen| chosen.contains(&word))
        };
        let set = move |event| {
            let on = event_target_checked(&event);
            chosen.update(|chosen| {
                if on {
                    chosen.insert(word.clone());
                } else {
                    chosen.remove(&word);
                }
            });
        };
        view! {
            <label class="tn-check">
                <input type="checkbox" disabled=fixed prop:checked=is_on on:change=set
                    aria-invalid=move || wrong.with(Option::is_some).to_string() aria-describedby=described.clone()/>
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="tn-formfield tn-formfield--set">
            <legend>{label}</legend>
            <div class="tn-choice">{options.into_iter().map(option).collect_view()}</div>
            <p id=note_id class="tn-faint" hidden=!has_note>{note}</p>
            <p id=wrong_id class="tn-formfield__wrong" prop:textContent=move || wrong.get()></p>
        </fieldset>
    }
}
