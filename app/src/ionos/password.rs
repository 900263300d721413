//! The password of a unit or a user, with how strong it is and a generator.

use leptos::prelude::*;

use crate::i18n::t;
use crate::mount::{Mount, platform};
use crate::resource::form::TextField;

/// The password, with how strong it is and a generator.
#[component]
pub fn Password(
    /// What is entered, and what is wrong with it.
    field: TextField,
    /// Left empty, the one that is there stays.
    kept: bool,
) -> impl IntoView {
    let (mount, TextField { value: password, wrong }) = (Mount::here(), field);
    let seen = RwSignal::new(false);
    let strength = move || password.with(|password| strength(password));
    let generate = move |_| {
        if let Some(made) = generate() {
            password.set(made);
            seen.set(true);
        }
    };
    let label = if kept { t("io.new_password") } else { t("io.password") };
    view! {
        <div class="tn-formfield">
            <label for=mount.id("tn-new-password")>{label}</label>
            <div class="tn-password">
                <input id=mount.id("tn-new-password") class="tn-input" autocomplete="new-password" spellcheck="false"
                    type=move || if seen.get() { "text" } else { "password" }
                    prop:value=move || password.get() on:input=move |event| password.set(event_target_value(&event))
                    aria-invalid=move || wrong.with(Option::is_some).to_string() aria-describedby=mount.id("tn-new-password-note")/>
                <button type="button" class="tn-button" aria-pressed=move || seen.get().to_string() on:click=move |_| seen.update(|seen| *seen = !*seen)>{t("io.show")}</button>
                <button type="button" class="tn-button" on:click=generate>{t("io.generate")}</button>
            </div>
            <p class="tn-faint" role="status">{strength}</p>
            <p id=mount.id("tn-new-password-note") class="tn-formfield__wrong">{move || wrong.get()}</p>
            {kept.then(|| view! { <p class="tn-faint">{t("io.password_kept")}</p> })}
        </div>
    }
}

/// How strong a password is, by its length and the kinds of letters in it.
fn strength(password: &str) -> &'static str {
    let kinds: [fn(char) -> bool; 4] = [
        |one| one.is_lowercase(),
        |one| one.is_uppercase(),
        |one| one.is_ascii_digit(),
        |one| !one.is_alphanumeric(),
    ];
    let used = kinds.iter().filter(|kind| password.chars().any(**kind)).count();
    match (password.chars().count(), used) {
        (0, _) => "",
        (0..=9, _) | (_, 1) => t("io.weak"),
        (10..=13, _) | (_, 2) => t("io.fair"),
        _ => t("io.strong"),
    }
}

/// Letters that are not mistaken for one another; 64 of them, so that each is as likely.
const LETTERS: &[u8; 64] = b"abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_+=!?#";

/// A password of 20 letters from the browser's own generator; none where there is none.
fn generate() -> Option<String> {
    let bytes = platform::random::<20>()?;
    Some(
        bytes
            .iter()
            .filter_map(|byte| LETTERS.get(usize::from(byte % 64)))
            .map(|byte| char::from(*byte))
            .collect(),
    )
}
