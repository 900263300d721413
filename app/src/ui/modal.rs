//! A modal dialog: takes the keyboard in, and gives it back where it was.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::icon::{Icon, IconName};
use super::phrase::Phrase;
use super::phrase_text::PhraseText;
use crate::i18n::t;
use crate::mount::Mount;
use crate::mount::events::key;

/// A modal dialog with a title. Escape and the cross leave; Ctrl+Enter saves, where there is something to save.
#[component]
pub fn Modal(
    /// Its title.
    #[prop(into)]
    title: Phrase,
    /// Leaves, or asks first.
    leave: Callback<()>,
    /// Saves.
    #[prop(optional_no_strip, into)]
    save: Option<Callback<()>>,
    /// The id of the element in it that the keyboard goes to; else the first field.
    #[prop(optional)]
    first: Option<&'static str>,
    /// It takes something away: the keyboard goes to the button that changes nothing.
    #[prop(optional)]
    dangerous: bool,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let mount = Mount::here();
    let dialog = NodeRef::<Dialog>::new();
    let opener = mount.active_id();
    on_cleanup(move || mount.give_back(opener));
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get().filter(|dialog| !dialog.open()) {
            // A dialog that is out of the page cannot be shown, and nobody waits for it then.
            let _ = dialog.show_modal();
            mount.begin(&dialog, first, dangerous);
        }
    });
    let keys = move |event: web_sys::KeyboardEvent| {
        match key(&event).as_deref() {
            Some("Enter") if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                save.into_iter().for_each(|save| save.run(()));
            }
            // Before the browser's own closing, which it lets nobody prevent twice in a row.
            Some("Escape") => {
                event.prevent_default();
                event.stop_propagation();
                leave.run(());
            }
            _ => {}
        }
    };
    let cancel = move |event: web_sys::Event| {
        event.prevent_default();
        leave.run(());
    };
    view! {
        <dialog node_ref=dialog class="tn-dialog tn-edit" aria-labelledby=mount.id("tn-modal-title") on:cancel=cancel on:keydown=keys>
            <div class="tn-dialog__head">
                <h2 id=mount.id("tn-modal-title") dir="auto"><PhraseText phrase=title/></h2>
                <button type="button" class="tn-button tn-button--icon" aria-label=t("edit.close") on:click=move |_| leave.run(())>
                    <Icon name=IconName::Cross/>
                </button>
            </div>
            <div class="tn-edit__body">{children()}</div>
        </dialog>
    }
}
