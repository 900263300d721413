//! Undoing a write: what it would be set back to, and what came of that.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::write::{Action, Entry, Outcome};

use super::entry::{object, what};
use super::json::block;
use crate::i18n::t;
use crate::mount::Leaving;
use crate::resource::context::PageContext;
use crate::resource::form_dialog::DialogButtons;
use crate::ui::{Fault, FaultNotice, Icon, IconName, Modal, Phrase};
use crate::writes::fault_of;

/// How far it is.
#[derive(Clone, PartialEq)]
enum Status {
    Asked,
    Sending,
    Done,
    Failed(Fault),
}

/// The dialog.
#[component]
pub fn UndoDialog(
    /// The page.
    page: PageContext,
    /// The write.
    entry: Entry,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let (journal, number) = (page.session.journal, entry.number);
    let way_back = match entry.record.action {
        Action::Create => Action::Delete,
        Action::Delete => Action::Create,
        Action::Restore => Action::Delete,
        action @ (Action::Replace | Action::Change) => action,
    };
    let status = RwSignal::new(Status::Asked);
    let is_sending = Memo::new(move |_| status.with(|status| *status == Status::Sending));
    let is_over =
        Memo::new(move |_| status.with(|status| matches!(status, Status::Done | Status::Failed(_))));
    let send = Callback::new(move |()| {
        let Some(undo) = journal.take_undo(number) else { return };
        status.set(Status::Sending);
        // A write that has been sent never ends with the view that asked.
        spawn_local(async move {
            let outcome: Outcome<()> = undo().await;
            let fault = fault_of(page.session, way_back, &outcome);
            status.try_set(fault.map_or(Status::Done, Status::Failed));
        });
    });
    let leaving = Signal::derive(move || if is_sending.get() { Leaving::Busy } else { Leaving::Free });
    let leave = page.mount.guard(leaving, leave);
    let reason = Signal::derive(move || page.frozen().map(str::to_owned));
    let label =
        Signal::derive(move || t(if is_sending.get() { "edit.sending" } else { "journal.undo" }).to_owned());
    let barred = Signal::derive(move || is_sending.get() || reason.with(Option::is_some));
    let title = Phrase::new("journal.undo_title", &[("what", &what(&entry)), ("name", &object(&entry))]);
    let (before, after) = (StoredValue::new(entry.record.before), StoredValue::new(entry.record.after));
    page.mount.focus_next("tn-undo-close");
    let told = move || match status.get() {
        Status::Done => Some(
            view! {
                <div class="tn-notice tn-notice--good" role="status">
                    <Icon name=IconName::Check/>
                    <div class="tn-notice__words"><p class="tn-notice__title">{t("journal.undone")}</p></div>
                </div>
            }
            .into_any(),
        ),
        Status::Failed(fault) => Some(view! { <FaultNotice fault=fault/> }.into_any()),
        Status::Asked | Status::Sending => None,
    };
    view! {
        <Modal title=title leave=leave>
            {told}
            <Show when=move || !is_over.get()>
                <p>{t("journal.undo_note")}</p>
                {block(t("journal.undo_now"), after.get_value(), way_back == Action::Create)}
                {block(t("journal.undo_then"), before.get_value(), way_back == Action::Delete)}
                <DialogButtons reason=reason label=label dangerous=false barred=barred busy=is_sending send=send leave=leave/>
            </Show>
            <Show when=move || is_over.get()>
                <div class="tn-edit__buttons">
                    <button id=page.mount.id("tn-undo-close") type="button" class="tn-button tn-button--primary" on:click=move |_| leave.run(())>{t("edit.close")}</button>
                </div>
            </Show>
        </Modal>
    }
}
