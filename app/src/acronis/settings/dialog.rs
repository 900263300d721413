//! Changing a setting: the form or the way back, what the change would do, and what became of it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::acronis::inheritance::Preview;

use super::ask::{Ask, Task};
use super::context::SettingsContext;
use super::form::{Entered, Form, usual_kind};
use super::inspector::{Inspector, Reading};
use super::outcome::{WriteNotice, WriteStatus, send};
use super::preview::PreviewView;
use super::rows::Row;
use crate::i18n::{t, tf};
use crate::mount::{Leaving, Mount};
use crate::ui::Modal;

/// As many tenants below are read without being asked to.
const READ_AT_ONCE: usize = 600;

/// The dialog.
#[component]
pub fn Dialog(
    /// The tab.
    page: SettingsContext,
    /// The setting, as it is on the tab's tenant.
    row: Row,
    /// What is asked for.
    ask: Ask,
    /// Emptied to close.
    asked: RwSignal<Option<Ask>>,
) -> impl IntoView {
    let Ask { node, shown, task, button } = ask;
    let inspector = Inspector::begin(page.state(), &row, node);
    let order = inspector.lay_out();
    inspector.read_way();
    let below = order.place(node).map_or(0, |place| order.stretch(place).len().saturating_sub(1));
    if below <= READ_AT_ONCE {
        inspector.read_below();
    }
    let is_return = task == Task::Return;
    let first = match &task {
        Task::Set(own) => own.clone(),
        Task::Return => None,
    };
    let entered = Entered::of(first.as_ref());
    let change = Memo::new(move |_| if is_return { Ok(None) } else { entered.read().map(Some) });
    let ready = move || matches!(inspector.way.get(), Reading::Done { .. });
    let preview = Memo::new(move |_| {
        let change = change.get().ok().filter(|_| ready())?;
        Some(inspector.preview(change.as_ref()))
    });
    let status = RwSignal::new(WriteStatus::Nothing);
    // What the user saw, not what has been read since: a change in between must stop the write.
    let shown = StoredValue::new(shown);
    let same = move || !is_return && change.get().is_ok_and(|change| change == shown.get_value());
    let save = move || {
        let (Ok(change), Some(preview)) = (change.get_untracked(), preview.get_untracked()) else { return };
        let read_only = page.session.read_only.get_untracked();
        if !status.with_untracked(WriteStatus::may_send) || same() || read_only {
            return;
        }
        status.set(WriteStatus::Sending);
        // Not given up with the view: a write that is dropped in flight leaves nobody who knows what became of it.
        spawn_local(send(inspector, change, shown.get_value(), preview, status));
    };
    let close = move || {
        if status.with_untracked(WriteStatus::has_changed) {
            page.reload.run(());
        }
        asked.set(None);
        page.mount.focus_if_idle(button);
    };
    let name = crate::ui::text::visible(&row.setting.name).into_owned();
    let tenant = inspector.name_at(node);
    let title = tf(
        if is_return { "edit.return_title" } else { "edit.title" },
        &[("name", &name), ("tenant", &tenant)],
    );
    let first = StoredValue::new(first);
    let leaving = Signal::derive(move || {
        let changed = || change.get().ok().flatten() != first.get_value();
        match status.get() {
            // Waits for the request in flight: dropping it would leave the outcome unknown.
            WriteStatus::Sending => Leaving::Busy,
            status if !is_return && !status.is_over() && !status.is_under_way() && changed() => {
                Leaving::Asks(t("edit.discard").to_owned())
            }
            _ => Leaving::Free,
        }
    });
    let sending = move || status.with(|status| *status == WriteStatus::Sending);
    let leave = page.mount.guard(leaving, Callback::new(move |()| close()));
    let usual = usual_kind(row.effective().and_then(|effective| effective.value.as_ref()));
    let form_name = row.setting.name;
    let editing = Memo::new(move |_| status.with(|status| !status.is_over()));
    Effect::new(move |_| {
        if !editing.get() {
            page.mount.focus_next("tn-edit-done");
        }
    });
    view! {
        <Modal title=title first="tn-edit-value" leave=leave save=Callback::new(move |()| save())>
            <div class="tn-edit__parts" hidden=move || !editing.get()>
                <div>
                    {(!is_return).then(|| view! { <Form entered=entered name=form_name.clone() usual=usual/> })}
                    <FallsBack inspector=inspector preview=preview is_return=is_return/>
                </div>
                <PreviewView inspector=inspector preview=preview below=below/>
            </div>
            <WriteNotice inspector=inspector status=status/>
            <div class="tn-edit__buttons">
                {move || match editing.get() {
                    true => view! {
                        <Reason preview=preview same=Signal::derive(same) read_only=page.session.read_only/>
                        <button type="button" class="tn-button" disabled=sending on:click=move |_| leave.run(())>{t("edit.cancel")}</button>
                        <Save preview=preview status=status same=Signal::derive(same) is_return=is_return read_only=page.session.read_only save=Callback::new(move |()| save())/>
                    }
                    .into_any(),
                    false => view! {
                        <button id=page.mount.id("tn-edit-done") type="button" class="tn-button tn-button--primary" on:click=move |_| close()>{t("edit.close")}</button>
                    }
                    .into_any(),
                }}
            </div>
        </Modal>
    }
}

/// What the tenant falls back to, where its own value goes.
#[component]
fn FallsBack(inspector: Inspector, preview: Memo<Option<Preview>>, is_return: bool) -> impl IntoView {
    let words = move || {
        let preview = preview.get().filter(|_| is_return)?;
        let names = |id: tenantry_core::Uuid| inspector.name(id);
        let after = preview.here.map(|here| preview.state(here.after));
        Some(match preview.here.zip(after) {
            Some((here, after)) => {
                let state = inspector.with(|column| super::words::state(&after, column, &names));
                match here.effect {
                    tenantry_core::acronis::inheritance::Effect::CannotTell(gap) => {
                        tf("edit.falls_back_unknown", &[("why", super::words::gap(gap))])
                    }
                    _ => tf("edit.falls_back", &[("state", &state)]),
                }
            }
            None => t("edit.falls_back_same").to_owned(),
        })
    };
    view! { <p class="tn-edit__fallback">{words}</p> }
}

/// Why it cannot be sent.
#[component]
fn Reason(preview: Memo<Option<Preview>>, same: Signal<bool>, read_only: RwSignal<bool>) -> impl IntoView {
    let reason = move || match (preview.with(Option::is_none), same.get()) {
        _ if read_only.get() => Some(t("frame.read_only.frozen")),
        (true, _) => Some(t("edit.not_ready")),
        (false, true) => Some(t("edit.same")),
        _ => None,
    };
    view! { <span id=Mount::here().id("tn-edit-why") class="tn-faint">{reason}</span> }
}

#[component]
fn Save(
    preview: Memo<Option<Preview>>,
    status: RwSignal<WriteStatus>,
    same: Signal<bool>,
    is_return: bool,
    read_only: RwSignal<bool>,
    save: Callback<()>,
) -> impl IntoView {
    let barred = move || preview.with(Option::is_none) || same.get() || read_only.get();
    let busy = move || status.with(WriteStatus::is_under_way);
    let words = move || match (status.get(), is_return) {
        (WriteStatus::Sending, _) => t("edit.sending"),
        (WriteStatus::ReadingBack, _) => t("edit.reading_back"),
        (_, true) => t("why.return"),
        (_, false) => t("edit.save"),
    };
    view! {
        <button type="button" class="tn-button tn-button--primary" aria-describedby=Mount::here().id("tn-edit-why")
            disabled=move || busy() || barred() on:click=move |_| save.run(())>
            {words}
        </button>
    }
}
