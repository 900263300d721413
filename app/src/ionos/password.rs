//! The password of a unit or a user, with how strong it is and a generator.

use leptos::prelude::*;

use crate::i18n::t;
use crate::mount::{Mount, platform};
use crate::resource::form::TextField;
use crate::ui::CopyButton;

/// Whose password has just been sent: their panel says that it is not shown again. It holds no password. Copied
/// freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct PasswordSent(RwSignal<Option<String>>);

impl PasswordSent {
    /// For a page that is being made.
    pub fn provide() {
        provide_context(PasswordSent(RwSignal::new(None)));
    }

    /// That of the page.
    pub fn here() -> PasswordSent {
        expect_context()
    }

    /// A write of that object has been sent, with a password or without.
    pub fn note(self, has_password: bool, id: Option<&str>) {
        if has_password {
            self.0.set(id.map(str::to_owned));
        }
    }
}

/// Says nothing more of a password once the panel of its object is closed.
pub fn forget_when_closed(id: &str) {
    let (sent, id) = (PasswordSent::here(), id.to_owned());
    on_cleanup(move || {
        // The page may be gone with its panel.
        let is_own = sent.0.try_with_untracked(|of| of.as_ref() == Some(&id));
        if is_own == Some(true) {
            sent.0.try_set(None);
        }
    });
}

/// Says that the password that was just sent is not shown again; nothing where none was.
#[component]
pub fn PasswordNote(
    /// The object's id.
    of: String,
) -> impl IntoView {
    let PasswordSent(sent) = PasswordSent::here();
    let is_own = move || sent.with(|sent| sent.as_ref() == Some(&of));
    move || is_own().then(|| view! { <p class="tn-note" role="status">{t("io.password_sent")}</p> })
}

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
    // Whoever has made one has to keep it before it is sent.
    let is_there = move || password.with(|password| !password.is_empty());
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
                <Show when=is_there><CopyButton text=password words=t("io.copy")/></Show>
            </div>
            <p class="tn-faint" role="status" prop:textContent=strength></p>
            <p class="tn-faint">{t("io.password_keep")}</p>
            <p id=mount.id("tn-new-password-note") class="tn-formfield__wrong" prop:textContent=move || wrong.get()></p>
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
