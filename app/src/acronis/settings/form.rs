//! The form of an own value: its kind, the value, lock and exclusive.

use leptos::prelude::*;
use tenantry_core::acronis::{Own, Value};

use super::values::{self, Kind};
use crate::i18n::{t, tf};
use crate::mount::Mount;

/// What somebody has entered. Copied freely.
#[derive(Clone, Copy)]
pub struct Entered {
    /// The kind of the value.
    pub kind: RwSignal<Kind>,
    /// The value as typed.
    pub text: RwSignal<String>,
    /// Tenants below may not override it.
    pub lock: RwSignal<bool>,
    /// Tenants below do not inherit it.
    pub exclusive: RwSignal<bool>,
}

impl Entered {
    /// Starts from an own value.
    pub fn of(own: Option<&Own>) -> Entered {
        let value = own.map(|own| &own.value);
        Entered {
            kind: RwSignal::new(value.map_or(Kind::Text, Kind::of)),
            text: RwSignal::new(value.map(values::editable).unwrap_or_default()),
            lock: RwSignal::new(own.is_some_and(|own| own.lock)),
            exclusive: RwSignal::new(own.is_some_and(|own| own.exclusive)),
        }
    }

    /// What was entered, or what is wrong with it.
    pub fn read(self) -> Result<Own, &'static str> {
        let value = values::read(self.kind.get(), &self.text.get())?;
        Ok(Own { value, lock: self.lock.get(), exclusive: self.exclusive.get() })
    }
}

/// The values that the reference names for a setting: value and words.
fn known_values(name: &str) -> Vec<(&'static str, String)> {
    let tiers = ["-2", "-1", "0", "1", "2", "3", "4", "5", "6", "7"];
    match name {
        "tier_level_value" => {
            let words = |tier: &str| match tier {
                "-2" => t("edit.tier.custom").to_owned(),
                "-1" => t("edit.tier.none").to_owned(),
                tier => tf("edit.tier.numbered", &[("n", tier)]),
            };
            tiers.map(|tier| (tier, words(tier))).to_vec()
        }
        "licensing_mode" => {
            vec![
                ("per_gb", t("edit.mode.per_gb").to_owned()),
                ("per_device", t("edit.mode.per_device").to_owned()),
            ]
        }
        _ => Vec::new(),
    }
}

/// Letters from which on a text gets a field of several lines.
const LONG: usize = 200;

/// The form.
#[component]
pub fn Form(
    /// What is entered.
    entered: Entered,
    /// The setting's name.
    name: String,
    /// The kind that the value has where it applies now, to warn of another one.
    usual: Option<Kind>,
) -> impl IntoView {
    let mount = Mount::here();
    let fault = Memo::new(move |_| entered.read().err());
    let option = move |kind: Kind| {
        view! { <option value=kind.word() selected=move || entered.kind.get() == kind>{kind.word()}</option> }
    };
    let choose = move |event| {
        let kind = Kind::from_word(&event_target_value(&event));
        if kind == Kind::Bool && entered.text.with_untracked(|text| text != "true") {
            entered.text.set("false".to_owned());
        }
        entered.kind.set(kind);
    };
    let other_kind = move || {
        let kind = entered.kind.get();
        usual
            .filter(|usual| *usual != kind && kind != Kind::Null)
            .map(|usual| tf("edit.other_kind", &[("usual", usual.word()), ("kind", kind.word())]))
    };
    let rounded = move || {
        let read = entered.read().ok()?;
        let number = read.value.number()?.is_beyond_doubles();
        number.then(|| t("edit.beyond_doubles"))
    };
    view! {
        <div class="tn-form">
            <label class="tn-label" for=mount.id("tn-edit-kind")>{t("edit.kind")}</label>
            <select id=mount.id("tn-edit-kind") class="tn-input tn-select" on:change=choose>{Kind::ALL.map(option).collect_view()}</select>
            <label class="tn-label" for=mount.id("tn-edit-value")>{t("edit.value")}</label>
            <div class="tn-form__value">
                <ValueField entered=entered name=name/>
                <p id=mount.id("tn-edit-fault") class="tn-fieldfault" role="alert" prop:textContent=fault></p>
                <p class="tn-faint" prop:textContent=other_kind></p>
                <p class="tn-faint" prop:textContent=rounded></p>
            </div>
            <Flag on=entered.lock label=t("edit.lock") note=t("edit.lock_note") id="tn-edit-lock"/>
            <Flag on=entered.exclusive label=t("edit.exclusive") note=t("edit.exclusive_note") id="tn-edit-exclusive"/>
        </div>
    }
}

#[component]
fn ValueField(entered: Entered, name: String) -> impl IntoView {
    let mount = Mount::here();
    let text = move || entered.text.get();
    let typed = move |event| entered.text.set(event_target_value(&event));
    let invalid = move || entered.read().is_err().then_some("true");
    let known = StoredValue::new(known_values(&name));
    // A field of one line would lose the line ends.
    let many_lines = entered.text.with_untracked(|text| text.contains(['\n', '\r']) || text.len() > LONG);
    let area = move || {
        view! {
            <textarea id=mount.id("tn-edit-value") class="tn-input tn-textarea" rows="6" spellcheck="false" autofocus=true
                aria-invalid=invalid aria-describedby=mount.id("tn-edit-fault") prop:value=text on:input=typed></textarea>
        }
        .into_any()
    };
    let options = move || {
        known
            .get_value()
            .into_iter()
            .map(|(value, words)| view! { <option value=value>{words}</option> })
            .collect_view()
    };
    let field = move || {
        match entered.kind.get() {
        Kind::Null => view! { <p id=mount.id("tn-edit-value") class="tn-faint">{t("edit.null_note")}</p> }.into_any(),
        Kind::Bool => view! {
            <select id=mount.id("tn-edit-value") class="tn-input tn-select" on:change=typed>
                <option value="true" selected=move || text() == "true">"true"</option>
                <option value="false" selected=move || text() != "true">"false"</option>
            </select>
        }
        .into_any(),
        Kind::Object => area(),
        Kind::Text if many_lines => area(),
        Kind::Text | Kind::Number => view! {
            <input id=mount.id("tn-edit-value") class="tn-input" autocomplete="off" spellcheck="false" list=mount.id("tn-edit-known") autofocus=true
                inputmode=move || (entered.kind.get() == Kind::Number).then_some("decimal")
                aria-invalid=invalid aria-describedby=mount.id("tn-edit-fault") prop:value=text on:input=typed/>
            <datalist id=mount.id("tn-edit-known")>{options()}</datalist>
        }
        .into_any(),
    }
    };
    view! { {field} }
}

#[component]
fn Flag(on: RwSignal<bool>, label: &'static str, note: &'static str, id: &'static str) -> impl IntoView {
    let mount = Mount::here();
    let (id, note_id) = (mount.id(id), mount.id(&[id, "-note"].concat()));
    view! {
        <div class="tn-flag">
            <input id=id.clone() type="checkbox" aria-describedby=note_id.clone() prop:checked=move || on.get()
                on:change=move |event| on.set(event_target_checked(&event))/>
            <label for=id>{label}</label>
            <p id=note_id class="tn-faint" prop:textContent=note></p>
        </div>
    }
}

/// The kind that the setting's value has where it applies now.
pub fn usual_kind(value: Option<&Value>) -> Option<Kind> {
    value.map(Kind::of).filter(|kind| *kind != Kind::Null)
}
