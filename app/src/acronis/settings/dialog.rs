//! Changing a setting: the form or the way back, what the change would do, and what became of it.

use std::rc::Rc;

use leptos::prelude::*;
use tenantry_core::acronis::inheritance::{self, Preview};

use super::ask::{Ask, Task};
use super::context::SettingsContext;
use super::draft::{Draft, Reach};
use super::form::{Entered, Form, usual_kind};
use super::inspector::{Inspector, Reading};
use super::outcome::WriteNotice;
use super::preview::PreviewView;
use super::rows::Row;
use super::saving::Saving;
use super::write_status::{Verification, WriteStatus};
use crate::i18n::{t, tf};
use crate::mount::{Leaving, Mount};
use crate::resource::fields::Field;
use crate::resource::form::TextField;
use crate::ui::{Modal, Phrase, PhraseText, format};

/// The dialog.
#[component]
pub fn Dialog(
    /// The tab.
    page: SettingsContext,
    /// The setting, as it is on the tab's tenant.
    row: Row,
    /// The setting looked at closely, with what has been read of it.
    inspector: Inspector,
    /// What is asked for.
    ask: Ask,
    /// Emptied to close.
    asked: RwSignal<Option<Ask>>,
) -> impl IntoView {
    let Ask { node, shown, task, button } = ask;
    let inspector = inspector.at(node);
    inspector.lay_out();
    if !matches!(inspector.way.get_untracked(), Reading::Done { .. }) {
        inspector.read_way();
    }
    inspector.read_below_if_few();
    let is_return = task == Task::Return;
    let first = match &task {
        Task::Set(own) => own.clone(),
        Task::Return => None,
    };
    let entered = Entered::of(first.as_ref());
    let change = Memo::new(move |_| if is_return { Ok(None) } else { entered.read().map(Some) });
    let told = ArcRwSignal::new(WriteStatus::Nothing);
    let status = RwSignal::from(told.clone());
    let draft = Draft::new(inspector, is_return, change, shown, status);
    let name = crate::ui::text::visible(&row.setting.name).into_owned();
    let tenant = inspector.name_at(node);
    let named = [("name", name.as_str()), ("tenant", tenant.as_str())];
    let title = Phrase::new(if is_return { "edit.return_title" } else { "edit.title" }, &named);
    let (verify_title, told) = (StoredValue::new(tf("verify.title", &named)), StoredValue::new(told));
    let saving = StoredValue::new_local(None::<Rc<Saving>>);
    let go_on = Callback::new(move |()| saving.get_value().into_iter().for_each(Saving::go_on));
    let send = Callback::new(move |()| {
        let (Ok(change), Some(preview)) = (change.get_untracked(), draft.preview.get_untracked()) else {
            return;
        };
        let barred = untrack(|| draft.barred(page.session)).is_some();
        if barred || !status.with_untracked(WriteStatus::may_send) {
            return;
        }
        let shown = draft.shown.get_value();
        saving.set_value(Some(Saving::send(inspector, change, shown, preview, told.get_value())));
    });
    let save = Callback::new(move |()| {
        if untrack(|| matches!(draft.reach(), Some(Reach::Known(_)))) {
            send.run(());
        }
    });
    let close = move || {
        if status.with_untracked(WriteStatus::is_verifying) {
            saving.get_value().into_iter().for_each(|saving| {
                page.state().keep_verification(Verification {
                    title: verify_title.get_value(),
                    status: told.get_value(),
                    go_on: Rc::new(move || saving.clone().go_on()),
                });
            });
        }
        if status.with_untracked(WriteStatus::has_changed) {
            page.reload.run(());
        }
        asked.set(None);
        page.mount.focus_if_idle(button);
    };
    let first = StoredValue::new(first);
    let leaving = Signal::derive(move || {
        let changed = || change.get().ok().flatten() != first.get_value();
        match status.get() {
            // Waits for the request in flight: dropping it would leave the outcome unknown.
            status if status.is_in_flight() => Leaving::Busy,
            status if !is_return && status.may_send() && changed() => {
                Leaving::Asks(t("edit.discard").to_owned())
            }
            _ => Leaving::Free,
        }
    });
    let leave = page.mount.guard(leaving, Callback::new(move |()| close()));
    let usual = usual_kind(row.effective().and_then(|effective| effective.value.as_ref()));
    let form_name = row.setting.name;
    // Nothing is said any more of what might be changed once it has been.
    let editing = Memo::new(move |_| status.with(|status| !status.is_over() && !status.is_verifying()));
    let has_ended = Memo::new(move |_| !editing.get() && !status.with(WriteStatus::is_in_flight));
    Effect::new(move |_| {
        if has_ended.get() {
            page.mount.focus_next("tn-edit-done");
        }
    });
    view! {
        <Modal title=title first="tn-edit-value" leave=leave save=save>
            <div class="tn-edit__parts" hidden=move || !editing.get()>
                <div>
                    {(!is_return).then(|| view! { <Form entered=entered name=form_name.clone() usual=usual/> })}
                    {(!is_return).then(|| view! { <LockedAbove inspector=inspector/> })}
                    <FallsBack inspector=inspector preview=draft.preview is_return=is_return/>
                </div>
                <PreviewView inspector=inspector preview=draft.preview/>
            </div>
            <WriteNotice status=status go_on=go_on/>
            {move || editing.get().then(|| view! { <Confirm draft=draft/> })}
            <div class="tn-edit__buttons">
                {move || match editing.get() {
                    true => view! { <Send page=page draft=draft send=send leave=leave/> }.into_any(),
                    false => view! {
                        <button id=page.mount.id("tn-edit-done") type="button" class="tn-button tn-button--primary" disabled=move || status.with(WriteStatus::is_in_flight) on:click=move |_| close()>
                            {move || if status.with(WriteStatus::is_verifying) { t("verify.in_background") } else { t("edit.close") }}
                        </button>
                    }
                    .into_any(),
                }}
            </div>
        </Modal>
    }
}

/// A lock above keeps the value out; it may be set all the same.
#[component]
pub fn LockedAbove(
    /// The setting on the tenant.
    inspector: Inspector,
) -> impl IntoView {
    let words = move || {
        let is_read = matches!(inspector.way.get(), Reading::Done { .. });
        let by = is_read.then(|| inspector.locked_above()).flatten()?;
        Some(
            view! { <p class="tn-note tn-note--warn"><PhraseText phrase=Phrase::new("edit.locked_above", &[("name", &by)])/></p> },
        )
    };
    view! { {words} }
}

/// What the tenant falls back to, where its own value goes.
#[component]
fn FallsBack(inspector: Inspector, preview: Memo<Option<Preview>>, is_return: bool) -> impl IntoView {
    let words = move || {
        let preview = preview.get().filter(|_| is_return)?;
        let names = |id: tenantry_core::Uuid| inspector.name(id);
        let Some(here) = preview.here.first() else { return Some(t("edit.falls_back_same").into()) };
        Some(match here.effect {
            inheritance::Effect::CannotTell(gap) => {
                tf("edit.falls_back_unknown", &[("why", super::words::gap(gap))]).into()
            }
            _ => {
                let after = preview.state(here.after);
                let state = inspector.with(|column| super::words::state(&after, column, &names));
                Phrase::new("edit.falls_back", &[("state", &state)])
            }
        })
    };
    let words = move || words().map(|phrase: Phrase| view! { <PhraseText phrase=phrase/> });
    view! { <p class="tn-edit__fallback">{words}</p> }
}

/// A change of many tenants is not made by a single key: their number has to be typed.
#[component]
fn Confirm(draft: Draft) -> impl IntoView {
    let number = Memo::new(move |_| draft.asked_number());
    let field = TextField { value: draft.typed, wrong: Signal::stored(None) };
    move || {
        number.get().map(|reach| {
            let key = if matches!(reach, Reach::Known(_)) { "edit.type_known" } else { "edit.type_at_most" };
            let label = tf(key, &[("n", &format::number(reach.count()))]);
            view! { <Field label=label id="tn-edit-number" field=field/> }
        })
    }
}

/// Why it cannot be sent, Cancel, and the buttons that send.
#[component]
fn Send(page: SettingsContext, draft: Draft, send: Callback<()>, leave: Callback<()>) -> impl IntoView {
    let mount = Mount::here();
    let is_whole = move || matches!(draft.reach(), None | Some(Reach::Known(_)));
    let sending = move || draft.status.with(|status| *status == WriteStatus::Sending);
    let barred = move || draft.barred(page.session);
    let reason = move || barred().or_else(|| (!is_whole()).then(|| t("edit.read_first")));
    let words = move || {
        let is_read = matches!(draft.inspector.way.get(), Reading::Done { .. });
        let locked = || is_read && draft.inspector.locked_above().is_some();
        match draft.is_return {
            _ if sending() => t("edit.sending"),
            true => t("why.return"),
            false if locked() => t("edit.save_anyway"),
            false => t("edit.save"),
        }
    };
    let without = move || {
        (!is_whole() && !sending()).then(|| view! {
            <button type="button" class="tn-button" disabled=move || barred().is_some() on:click=move |_| send.run(())>
                {t("edit.save_without_preview")}
            </button>
        })
    };
    view! {
        <span id=mount.id("tn-edit-why") class="tn-faint" prop:textContent=reason></span>
        {move || (!sending()).then(|| view! {
            <button type="button" class="tn-button" on:click=move |_| leave.run(())>{t("edit.cancel")}</button>
        })}
        {without}
        <button type="button" class="tn-button tn-button--primary" aria-describedby=mount.id("tn-edit-why")
            disabled=move || sending() || barred().is_some() || !is_whole() on:click=move |_| send.run(())
            prop:textContent=words></button>
    }
}
