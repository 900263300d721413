//! What became of each write of a batch, and what can be done next.

use leptos::prelude::*;
use tenantry_core::write::Ending;
use tenantry_core::write::batch::{Batch, ItemStatus, Pause};

use super::DRAWN;
use super::run::Run;
use crate::i18n::{t, tf, tn};
use crate::mount::Mount;
use crate::ui::{Badge, Live, Name, Quote, Tone, format};

/// The numbers are read out when they stand still this long: at the end, or where it has to wait.
const PAUSE_MS: u32 = 2_500;

/// The status of each write, and the buttons.
#[component]
pub fn BatchStatus(
    /// The batch.
    run: Run,
    /// What is shown once nothing more is sent.
    after: Option<Callback<Vec<usize>, AnyView>>,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let mount = Mount::here();
    let unchanged = |one: &ItemStatus| one.ending().is_some_and(Ending::is_unchanged);
    let count = move |is: fn(&ItemStatus) -> bool| run.batch.with(|batch| batch.count(is));
    let summary = move || {
        let numbers = [
            ("done", count(|one| one.ending().is_some_and(Ending::is_done))),
            ("refused", count(unchanged)),
            (
                "unknown",
                count(|one| {
                    matches!(one.ending(), Some(Ending::Unknown | Ending::NotSeen | Ending::ChangedAfter))
                }),
            ),
            ("waiting", count(|one| one.ending().is_none())),
        ];
        let numbers = numbers.map(|(name, count)| (name, format::number(count)));
        let summary = tf("bulk.summary", &numbers.each_ref().map(|(name, count)| (*name, count.as_str())));
        match count(ItemStatus::is_looked_up) {
            0 => summary,
            n => [&summary, " ", &tn("bulk.looked_up", n, &format::number(n))].concat(),
        }
    };
    let now_ms = move || run.session.connection().clock().now_ms();
    let pause = Memo::new(move |_| match run.batch.with(Batch::paused) {
        Some(Pause::Server) => t("bulk.paused"),
        Some(Pause::Somebody) => t("bulk.stopped"),
        Some(Pause::SignIn) => t("bulk.signed_out"),
        None if run.waiting() > 0 && run.batch.with(|batch| batch.has_to_wait(now_ms())) => t("bulk.waits"),
        None => "",
    });
    let waits = move || run.waiting() > 0;
    let failed = move || count(unchanged) > 0;
    let can_look = move || count(ItemStatus::can_look) > 0;
    let idle = move || !run.at_work.get();
    let look = move |_| {
        mount.focus("tn-bulk-status");
        run.batch.update(Batch::look_again);
        run.go();
    };
    let again = move |_| {
        mount.focus("tn-bulk-status");
        run.batch.update(Batch::retry);
        run.go();
    };
    let rows = move || {
        let items = run.batch.with(|batch| batch.items().to_vec());
        let name = |at: usize| run.steps.with_value(|steps| steps.get(at).map(|step| step.name.clone()));
        // What went wrong is never among the rows that are not drawn, and comes first when nothing more is sent.
        let mut items: Vec<_> =
            items.into_iter().map(|(at, status)| (name(at).unwrap_or_default(), status)).collect();
        let rank = |status: &ItemStatus| status.ending().is_none_or(Ending::is_done);
        let many = items.len();
        if many > DRAWN || idle() {
            items.sort_by_key(|(_, status)| rank(status));
        }
        let drawn = items.into_iter().take(DRAWN).map(|(name, status)| row(name, &status));
        view! { {drawn.collect_view()} {more(many)} }
    };
    let done = Memo::new(move |_| {
        let is_done = |status: &ItemStatus| status.ending().is_some_and(Ending::is_done);
        let ended = !run.at_work.get() && run.waiting() == 0;
        ended.then(|| {
            run.batch.with(|batch| {
                batch.items().iter().filter(|(_, one)| is_done(one)).map(|(at, _)| *at).collect::<Vec<_>>()
            })
        })
    });
    let after = move || {
        let (after, done) = (after?, done.get()?);
        Some(untrack(|| after.run(done)))
    };
    // The buttons come and go; the keyboard stays in the dialog.
    mount.focus_next("tn-bulk-status");
    view! {
        <p id=mount.id("tn-bulk-status") tabindex="-1"><strong><Live text=Signal::derive(summary) pause_ms=PAUSE_MS/></strong> " " <span role="status" prop:textContent=pause></span></p>
        <ul class="tn-bulk" tabindex="0">{rows}</ul>
        {after}
        <div class="tn-edit__buttons">
            <Show when=move || run.at_work.get()>
                <button type="button" class="tn-button" on:click=move |_| { run.batch.update(Batch::stop); mount.focus("tn-bulk-status"); }>{t("bulk.stop")}</button>
            </Show>
            <Show when=move || idle() && waits()>
                <button type="button" class="tn-button tn-button--primary" on:click=move |_| { mount.focus("tn-bulk-status"); run.go(); }>{t("bulk.go_on")}</button>
            </Show>
            <Show when=move || idle() && !waits() && failed()>
                <button type="button" class="tn-button" on:click=again>{t("bulk.retry")}</button>
            </Show>
            <Show when=move || idle() && !waits() && can_look()>
                <button type="button" class="tn-button" on:click=look>{t("recent.look")}</button>
            </Show>
            <button id=mount.id("tn-bulk-close") type="button" class="tn-button" disabled=move || !idle() on:click=move |_| leave.run(())>{t("edit.close")}</button>
        </div>
    }
}

fn row(name: String, status: &ItemStatus) -> impl IntoView + use<> {
    let (words, tone, said) = match status {
        ItemStatus::Waiting => (t("bulk.waiting"), Tone::Plain, None),
        ItemStatus::Sending => (t("bulk.sent"), Tone::Plain, None),
        ItemStatus::Ended { ending: Ending::ChangedBefore, .. } => {
            (t("bulk.refused"), Tone::Bad, Some(t("fault.changed").to_owned()))
        }
        ItemStatus::Ended { ending, differs: true, .. } if ending.is_done() => {
            (t("bulk.done"), Tone::Warn, Some(t("write.otherwise").to_owned()))
        }
        ItemStatus::Ended { looked_up: true, .. } => {
            (t("bulk.done"), Tone::Good, Some(t("bulk.looked_up_row").to_owned()))
        }
        ItemStatus::Ended { ending, .. } if ending.is_done() => (t("bulk.done"), Tone::Good, None),
        ItemStatus::Ended { ending, said, .. } if ending.is_unchanged() => {
            (t("bulk.refused"), Tone::Bad, said.clone())
        }
        ItemStatus::Ended { ending: Ending::NotSeen, said, .. } => {
            (t("bulk.not_seen"), Tone::Warn, said.clone())
        }
        ItemStatus::Ended { said, .. } => (t("bulk.unknown"), Tone::Warn, said.clone()),
    };
    view! {
        <li><Name text=name/> " " <Badge tone=tone text=words/> {said.map(|said| view! { " " <Quote text=said/> })}</li>
    }
}

/// That there are more rows than are drawn; nothing where there are not.
pub fn more(count: usize) -> impl IntoView + use<> {
    let more = count.saturating_sub(DRAWN);
    (more > 0).then(|| view! { <li class="tn-faint" prop:textContent=tf("bulk.more", &[("n", &format::number(more))])></li> })
}
