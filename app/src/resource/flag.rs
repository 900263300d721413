//! A flag of a form: a box to tick. Where the vendor has not told what it is, a choice that has to be made: a replacement
//! that left it to a guess could take something away.

use leptos::prelude::*;

use super::form::{Form, FormField};
use crate::i18n::t;
use crate::mount::Mount;

/// A flag. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Flag {
    value: RwSignal<Option<bool>>,
    is_told: bool,
}

impl Flag {
    /// What it is; `None` as long as that is neither told nor chosen. Followed.
    pub fn get(self) -> Option<bool> {
        self.value.get()
    }
}

impl Form {
    /// A flag, as it was told.
    pub fn flag(self, told: Option<bool>) -> Flag {
        let value = RwSignal::new(told);
        let is_changed = Signal::derive(move || value.get() != told);
        let wrong = Signal::derive(move || value.get().is_none().then(|| t("edit.untold").to_owned()));
        self.add(FormField { name: None, is_changed, wrong });
        Flag { value, is_told: told.is_some() }
    }
}

/// A flag on screen.
#[component]
pub fn FlagField(
    /// Its label.
    #[prop(into)]
    label: String,
    /// The API's own name for it: its id, and told on hover.
    api_name: &'static str,
    /// The flag.
    flag: Flag,
) -> impl IntoView {
    let value = flag.value;
    if flag.is_told {
        return view! {
            <label class="tn-check" title=api_name>
                <input type="checkbox" prop:checked=move || value.get() == Some(true) on:change=move |event| value.set(Some(event_target_checked(&event)))/>
                {label}
            </label>
        }
        .into_any();
    }
    let id = Mount::here().id(&["tn-flag-", api_name].concat());
    let choose = move |event| {
        value.set(match event_target_value(&event).as_str() {
            "" => None,
            chosen => Some(chosen == "yes"),
        });
    };
    view! {
        <div class="tn-formfield">
            <label for=id.clone() title=api_name>{label}</label>
            <select id=id class="tn-input tn-select" on:change=choose aria-invalid=move || value.get().is_none().to_string()>
                <option value="">{t("edit.untold_choose")}</option>
                <option value="yes">{t("edit.yes")}</option>
                <option value="no">{t("edit.no")}</option>
            </select>
        </div>
    }
    .into_any()
}
