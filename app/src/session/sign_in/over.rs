//! Signing in again over the page. The page stays as it is, and so does what was typed into it.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::form::SignInForm;
use crate::i18n::t;
use crate::mount::Mount;
use crate::mount::events::is_key;
use crate::session::{Session, VendorUi};

/// The form over the page while the session has expired; a line on the page, where somebody has put that off.
#[component]
pub fn SignInOver(
    /// The connection.
    session: Session,
    /// Whose it is.
    ui: &'static VendorUi,
) -> impl IntoView {
    let mount = Mount::here();
    let dialog = NodeRef::<Dialog>::new();
    let asks = session.asks();
    let is_open = Memo::new(move |_| session.has_expired() && asks.get());
    let is_put_off = Memo::new(move |_| session.has_expired() && !asks.get());
    // Shown last it is above the dialog that somebody may be in; closed it gives the keyboard back there.
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match is_open.get() {
            // A dialog that is out of the page cannot be shown, and nobody waits for it then.
            true if !dialog.open() => drop(dialog.show_modal()),
            false if dialog.open() => {
                dialog.close();
                mount.focus_if_idle("tn-main");
            }
            false => {}
            true => {}
        }
    });
    let put_off = move || asks.set(false);
    let cancel = move |event: web_sys::Event| {
        event.prevent_default();
        put_off();
    };
    // Escape closes this one alone; the page and its dialogs do not hear of it.
    let keys = move |event: web_sys::KeyboardEvent| {
        event.stop_propagation();
        if is_key(&event, "Escape") {
            event.prevent_default();
            put_off();
        }
    };
    // Its title is there while it is open.
    let labelled = move || is_open.get().then(|| mount.id("tn-signin-title"));
    view! {
        <dialog node_ref=dialog class="tn-dialog" aria-labelledby=labelled on:cancel=cancel on:close=move |_| put_off() on:keydown=keys>
            {move || is_open.get().then(|| view! {
                <SignInForm session=session ui=ui over=true/>
                <div class="tn-signin__later">
                    <button type="button" class="tn-button" on:click=move |_| put_off()>{t("signin.later")}</button>
                </div>
            })}
        </dialog>
        <Show when=move || is_put_off.get()>
            <p class="tn-strip" role="status">
                {t("signin.expired")} " "
                <button type="button" class="tn-button tn-button--small" on:click=move |_| asks.set(true)>{t("signin.submit")}</button>
            </p>
        </Show>
    }
}
