//! The sheet that lists the keys.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::i18n::t;
use crate::mount::{Mount, Pref};
use crate::ui::{Icon, IconName};

/// The keys, with the message of each.
const KEYS: [(&str, &str); 16] = [
    ("/", "help.search"),
    ("Ctrl K", "help.search"),
    ("f", "help.filter"),
    ("t", "help.tree"),
    ("r", "help.refresh"),
    ("?", "help.help"),
    ("↑ ↓", "help.move"),
    ("→", "help.right"),
    ("←", "help.left"),
    ("Home End", "help.ends"),
    ("PageUp PageDown", "help.page"),
    ("*", "help.siblings"),
    ("a … z", "help.type_ahead"),
    ("Enter", "help.choose"),
    ("Ctrl Enter", "help.save"),
    ("Esc", "help.escape"),
];

/// The sheet that lists the keys.
#[component]
pub fn Help(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Whether single letters are shortcuts.
    letters: RwSignal<bool>,
) -> impl IntoView {
    let mount = Mount::here();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            // A dialog that is out of the page cannot be shown, and nobody asked for it then.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let row = |(keys, words): (&'static str, &'static str)| {
        let keys = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> " " }).collect_view();
        view! { <tr><th scope="row">{keys}</th><td>{t(words)}</td></tr> }
    };
    let switch = move |event| {
        letters.set(event_target_checked(&event));
        mount.storage().set_pref(Pref::LetterKeys, if letters.get_untracked() { "" } else { "no" });
    };
    view! {
        <dialog node_ref=dialog class="tn-dialog" aria-labelledby=mount.id("tn-help-title") on:close=move |_| open.set(false)>
            <div class="tn-dialog__head">
                <h2 id=mount.id("tn-help-title")>{t("help.title")}</h2>
                <button type="button" class="tn-button tn-button--icon" aria-label=t("help.close") on:click=move |_| open.set(false)>
                    <Icon name=IconName::Cross/>
                </button>
            </div>
            <label class="tn-check tn-keys__switch" title=t("help.letters.note")>
                <input type="checkbox" autofocus=true prop:checked=move || letters.get() on:change=switch/>
                {t("help.letters")}
            </label>
            <table class="tn-keys"><tbody>{KEYS.into_iter().map(row).collect_view()}</tbody></table>
        </dialog>
    }
}
