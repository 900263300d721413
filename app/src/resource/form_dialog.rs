//! A form in a dialog: its fields, what is wrong with the whole, Cancel, and the button that sends.

use leptos::prelude::*;

use super::context::PageContext;
use super::form::Form;
use super::submission::Refusal;
use crate::i18n::t;
use crate::mount::Leaving;
use crate::ui::{Modal, Phrase};

/// A form in a dialog.
#[component]
pub fn FormDialog(
    /// The page.
    page: PageContext,
    /// Its title.
    #[prop(into)]
    title: Phrase,
    /// What the button says.
    #[prop(into)]
    words: String,
    /// The form.
    form: Form,
    /// Sends; asked only where nothing is in the way.
    send: Callback<()>,
    /// Leaves.
    leave: Callback<()>,
    /// Why it cannot be sent.
    #[prop(optional, into)]
    reason: Signal<Option<String>>,
    /// What is sent takes something away: never by a shortcut.
    #[prop(optional)]
    dangerous: bool,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let submission = form.submission;
    let untold = move || form.is_undecided().then(|| t("edit.untold").to_owned());
    let reason =
        Signal::derive(move || page.frozen().map(str::to_owned).or_else(untold).or_else(|| reason.get()));
    // A request in flight is waited for: without its answer nobody could say what became of it.
    let leaving = Signal::derive(move || match (submission.is_busy(), form.is_unsaved()) {
        (true, _) => Leaving::Busy,
        (false, true) => Leaving::Asks(t("edit.discard").to_owned()),
        (false, false) => Leaving::Free,
    });
    let leave = page.mount.guard(leaving, leave);
    let is_barred = move || submission.is_busy() || reason.with(Option::is_some);
    let send = Callback::new(move |()| {
        if !untrack(is_barred) {
            send.run(());
        }
    });
    let label = Signal::derive(move || submission.doing().map_or_else(|| words.clone(), str::to_owned));
    view! {
        <Modal title=title leave=leave save=(!dangerous).then_some(send) dangerous=dangerous>
            {children()}
            <Refusal submission=submission/>
            <DialogButtons reason=reason label=label dangerous=dangerous barred=Signal::derive(is_barred)
                busy=Signal::derive(move || submission.is_busy()) send=send leave=leave/>
        </Modal>
    }
}

/// The last row of a dialog: why it cannot be sent, Cancel, and the button that sends.
#[component]
pub fn DialogButtons(
    /// Why it cannot be sent.
    reason: Signal<Option<String>>,
    /// What the button says.
    label: Signal<String>,
    /// It takes something away.
    dangerous: bool,
    /// It cannot be pressed.
    barred: Signal<bool>,
    /// A request is in flight: nobody leaves.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Sends.
    send: Callback<()>,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let mount = crate::mount::Mount::here();
    let class = if dangerous { "tn-button tn-button--danger" } else { "tn-button tn-button--primary" };
    view! {
        <div class="tn-edit__buttons">
            <span id=mount.id("tn-send-why") class="tn-faint" prop:textContent=move || reason.get()></span>
            <button type="button" class="tn-button" disabled=move || busy.get() on:click=move |_| leave.run(())>{t("edit.cancel")}</button>
            <button type="button" class=class aria-describedby=mount.id("tn-send-why") disabled=move || barred.get() on:click=move |_| send.run(()) prop:textContent=move || label.get()></button>
        </div>
    }
}
