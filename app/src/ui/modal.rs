//! A modal dialog: takes the keyboard in, and gives it back where it was.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::i18n::t;
use crate::mount::Mount;

/// A modal dialog with a title. Escape and the cross leave; Ctrl+Enter saves, where there is something to save.
#[component]
pub fn Modal(
    /// Its title.
    title: String,
    /// Leaves, or asks first.
    leave: Callback<()>,
    /// Saves.
    #[prop(optional_no_strip, into)]
    save: Option<Callback<()>>,
    /// The id of the element in it that the keyboard goes to; else the browser chooses.
    #[prop(optional)]
    first: Option<&'static str>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let mount = Mount::here();
    let dialog = NodeRef::<Dialog>::new();
    let opener = mount.active_id();
    on_cleanup(move || mount.focus_if_idle(opener));
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get().filter(|dialog| !dialog.open()) {
            // A dialog that is out of the page cannot be shown, and nobody waits for it then.
            let _ = dialog.show_modal();
            first.into_iter().for_each(|first| mount.focus(first));
        }
    });
    let keys = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            save.into_iter().for_each(|save| save.run(()));
        }
        // Before the browser's own closing, which it lets nobody prevent twice in a row.
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            leave.run(());
        }
    };
    let cancel = move |event: web_sys::Event| {
        event.prevent_default();
        leave.run(());
    };
    view! {
        <dialog node_ref=dialog class="tn-dialog tn-edit" aria-labelledby=mount.id("tn-modal-title") on:cancel=cancel on:keydown=keys>
            <div class="tn-dialog__head">
                <h2 id=mount.id("tn-modal-title") dir="auto">{title}</h2>
                <button type="button" class="tn-button tn-button--icon" aria-label=t("edit.close") on:click=move |_| leave.run(())>
                    <Icon name=IconName::Cross/>
                </button>
            </div>
            <div class="tn-edit__body">{children()}</div>
        </dialog>
    }
}
