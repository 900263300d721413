//! Fields of a form on screen: label, what is wrong beside it, boxes to tick.

use leptos::prelude::*;

use super::form::TextField;
use crate::mount::Mount;
use crate::ui::{Phrase, PhraseText};

/// A text field.
#[component]
pub fn Field(
    /// Its label.
    #[prop(into)]
    label: Phrase,
    /// Its id.
    #[prop(into)]
    id: String,
    /// What is entered, and what is wrong with it.
    field: TextField,
    /// `text`, `password`, `email` or `tel`.
    #[prop(default = "text")]
    kind: &'static str,
) -> impl IntoView {
    let mount = Mount::here();
    let (id, note) = (mount.id(&id), mount.id(&[&id, "-note"].concat()));
    let TextField { value, wrong } = field;
    view! {
        <div class="tn-formfield">
            <label for=id.clone()><PhraseText phrase=label/></label>
            <input id=id class="tn-input" type=kind autocomplete="off" spellcheck="false"
                prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event))
                aria-invalid=move || wrong.with(Option::is_some).to_string() aria-describedby=note.clone()/>
            <p id=note class="tn-formfield__wrong" prop:textContent=move || wrong.get()></p>
        </div>
    }
}

/// One of a few values.
#[component]
pub fn SelectField(
    /// Its label.
    #[prop(into)]
    label: Phrase,
    /// Its id.
    #[prop(into)]
    id: String,
    /// What is chosen, and what is wrong with it.
    field: TextField,
    /// The values, and what they say on screen.
    options: Vec<(String, String)>,
) -> impl IntoView {
    let mount = Mount::here();
    let (id, note) = (mount.id(&id), mount.id(&[&id, "-note"].concat()));
    let TextField { value, wrong } = field;
    let option = |(word, shown): (String, String)| {
        let is_chosen = value.with_untracked(|value| *value == word);
        view! { <option value=word selected=is_chosen>{shown}</option> }
    };
    view! {
        <div class="tn-formfield">
            <label for=id.clone()><PhraseText phrase=label/></label>
            <select id=id class="tn-input tn-select" on:change=move |event| value.set(event_target_value(&event))
                aria-invalid=move || wrong.with(Option::is_some).to_string() aria-describedby=note.clone()>
                {options.into_iter().map(option).collect_view()}
            </select>
            <p id=note class="tn-formfield__wrong" prop:textContent=move || wrong.get()></p>
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
