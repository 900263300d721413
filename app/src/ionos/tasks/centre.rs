//! The task centre of the top bar: what is running, how old it is, what became of it.

use std::time::Duration;

use leptos::prelude::*;
use tenantry_core::ionos::Unlike as Difference;
use tenantry_core::ionos::tasks::{Action, Stage, Task};

use super::store::tasks;
use crate::i18n::{t, tf, tn};
use crate::session::Session;
use crate::ui::{Badge, Name, Phrase, PhraseText, Popover, Quote, Tone, format};

/// A write that takes longer may be left to itself.
const LONG_MS: f64 = 60_000.0;

/// The button and the list behind it.
#[component]
pub fn TaskCentre(
    /// The connection.
    session: Session,
) -> impl IntoView {
    let tasks = tasks(session);
    let open = RwSignal::new(false);
    // What went wrong is said until somebody has forgotten the task.
    let words = Memo::new(move |_| match (tasks.running(), tasks.failed()) {
        (0, 0) => t("tasks.none_running").to_owned(),
        (0, failed) => tn("tasks.went_wrong", failed, &format::number(failed)),
        (count, 0) => tn("tasks.running", count, &format::number(count)),
        (count, failed) => {
            let running = tn("tasks.running", count, &format::number(count));
            [running, tn("tasks.went_wrong", failed, &format::number(failed))].join(", ")
        }
    });
    let class = move || match (tasks.failed(), tasks.running()) {
        (0, 0) => "tn-top__switch",
        (0, _) => "tn-top__switch tn-top__switch--busy",
        _ => "tn-top__switch tn-top__switch--bad",
    };
    view! {
        <Popover id="tn-tasks" class=Signal::derive(class) words=words open=open>
            <section class="tn-pop tn-tasks__list" aria-label=t("tasks.title")>
                <List session=session/>
            </section>
        </Popover>
        <span class="tn-sr" role="status" prop:textContent=words></span>
    }
}

#[component]
fn List(session: Session) -> impl IntoView {
    let now_ms = RwSignal::new(js_sys::Date::now());
    if let Ok(ticking) =
        set_interval_with_handle(move || now_ms.set(js_sys::Date::now()), Duration::from_secs(1))
    {
        on_cleanup(move || ticking.clear());
    }
    move || {
        let all = tasks(session).all();
        if all.is_empty() {
            return view! { <p class="tn-faint">{t("tasks.none")}</p> }.into_any();
        }
        let row = |task: Task| view! { <Row session=session task=task now_ms=now_ms/> };
        view! { <ul>{all.into_iter().map(row).collect_view()}</ul> }.into_any()
    }
}

fn action(action: Action) -> &'static str {
    match action {
        Action::Create => t("tasks.create"),
        Action::Replace => t("tasks.replace"),
        Action::Change | Action::Restore => t("tasks.change"),
        Action::Delete => t("tasks.delete"),
    }
}

/// How far a task has come, in a word and its tone.
pub fn stage(stage: Stage) -> (&'static str, Tone) {
    match stage {
        Stage::Accepted => (t("tasks.accepted"), Tone::Plain),
        Stage::Queued => (t("tasks.queued"), Tone::Plain),
        Stage::Running => (t("tasks.at_work"), Tone::Plain),
        Stage::Done => (t("tasks.done"), Tone::Good),
        Stage::DoneUnread => (t("tasks.done_unread"), Tone::Good),
        Stage::Failed => (t("tasks.failed"), Tone::Bad),
        Stage::NotSeen => (t("tasks.not_seen"), Tone::Warn),
        Stage::GaveUp => (t("tasks.gave_up"), Tone::Warn),
    }
}

/// What a finished unit has otherwise than was sent; nothing where nothing is.
#[component]
pub fn Unlike(
    /// The write.
    task: Task,
) -> impl IntoView {
    let line = |one: Difference| {
        let (name, sent, found) = (one.property, one.sent, one.found);
        let phrase = Phrase::new("tasks.unlike_line", &[("name", &name), ("sent", &sent), ("found", &found)]);
        view! { <li><PhraseText phrase=phrase/></li> }
    };
    (!task.unlike.is_empty()).then(|| {
        view! {
            <p>{t("tasks.unlike")}</p>
            <ul class="tn-bullets">{task.unlike.into_iter().map(line).collect_view()}</ul>
        }
    })
}

#[component]
fn Row(session: Session, task: Task, now_ms: RwSignal<f64>) -> impl IntoView {
    let name = task.name.clone().unwrap_or_else(|| task.unit.to_string());
    let (words, tone) = stage(task.stage);
    let started = task.started_ms;
    let age = move || format::ago(started, now_ms.get());
    let waits = task.waits_for_sign_in.then(|| t("tasks.waits"));
    let message = task.message.clone();
    let elsewhere = task.unreadable.is_some().then(|| t("tasks.no_status"));
    let gave_up = matches!(task.stage, Stage::GaveUp | Stage::NotSeen);
    let is_final = task.stage.is_final();
    let kept = StoredValue::new(task.clone());
    let label = tf("tasks.forget_label", &[("name", &name)]);
    view! {
        <li class="tn-task">
            <p><span prop:textContent=action(task.action)></span> " " <strong><Name text=name/></strong> " " <Badge tone=tone text=words/></p>
            <p class="tn-faint" prop:textContent=age></p>
            {waits.map(|words| view! { <p>{words}</p> })}
            <Unlike task=task/>
            {elsewhere.map(|words| view! { <p class="tn-faint">{words}</p> })}
            {message.map(|said| view! { <p>{t("fault.said")} " " <Quote text=said/></p> })}
            {move || (!is_final && now_ms.get() - started > LONG_MS).then(|| view! {
                <p class="tn-faint">{t("tasks.long")}</p>
                <button type="button" class="tn-button tn-button--small" on:click=move |_| tasks(session).forget(&kept.get_value())>{t("tasks.stop")}</button>
            })}
            {gave_up.then(|| view! {
                <button type="button" class="tn-button tn-button--small" on:click=move |_| tasks(session).wait_on(session, kept.get_value())>{t("tasks.wait_on")}</button>
            })}
            {is_final.then(|| view! {
                <button type="button" class="tn-button tn-button--small" aria-label=label.clone() on:click=move |_| tasks(session).forget(&kept.get_value())>{t("tasks.forget")}</button>
            })}
        </li>
    }
}
