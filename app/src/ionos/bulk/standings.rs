//! What became of each write of a series, and what can be done next.

use leptos::prelude::*;
use tenantry_core::ionos::bulk::{Bulk, Pause, Standing};

use super::{DRAWN, Run, more};
use crate::i18n::{t, tf};
use crate::ui::focus::focus;
use crate::ui::{Badge, Tone};

/// The standings.
#[component]
pub fn Standings(
    /// The series.
    run: Run,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let count = move |is: fn(&Standing) -> bool| run.bulk.with(|bulk| bulk.count(is));
    let summary = move || {
        let numbers = [
            ("done", count(|one| *one == Standing::Done)),
            ("refused", count(|one| matches!(one, Standing::Refused(_)))),
            ("unknown", count(|one| matches!(one, Standing::Unknown(_)))),
            ("waiting", count(|one| matches!(one, Standing::Waiting | Standing::Sent))),
        ];
        let numbers = numbers.map(|(name, count)| (name, count.to_string()));
        tf("bulk.summary", &numbers.each_ref().map(|(name, count)| (*name, count.as_str())))
    };
    let now_ms = move || run.account.connection().clock().now_ms();
    let pause = move || match run.bulk.with(Bulk::paused) {
        Some(Pause::Server) => t("bulk.paused"),
        Some(Pause::Somebody) => t("bulk.stopped"),
        Some(Pause::SignIn) => t("bulk.signed_out"),
        None if run.waiting() > 0 && run.bulk.with(|bulk| bulk.has_to_wait(now_ms())) => t("bulk.waits"),
        None => "",
    };
    let waits = move || run.waiting() > 0;
    let failed = move || count(|one| matches!(one, Standing::Refused(_))) > 0;
    let idle = move || !run.at_work.get();
    let again = move |_| {
        focus("tn-bulk-status");
        run.bulk.update(Bulk::retry);
        run.go();
    };
    let rows = move || {
        let items = run.bulk.with(|bulk| bulk.items().to_vec());
        let name = |at: usize| run.steps.with_value(|steps| steps.get(at).map(|step| step.name.clone()));
        // What went wrong is never among the rows that are not drawn.
        let mut items: Vec<_> =
            items.into_iter().map(|(at, standing)| (name(at).unwrap_or_default(), standing)).collect();
        let rank = |standing: &Standing| !matches!(standing, Standing::Refused(_) | Standing::Unknown(_));
        let many = items.len();
        if many > DRAWN {
            items.sort_by_key(|(_, standing)| rank(standing));
        }
        let drawn = items.into_iter().take(DRAWN).map(|(name, standing)| row(name, &standing));
        view! { {drawn.collect_view()} {more(many)} }
    };
    // The buttons come and go; the keyboard stays in the dialog.
    request_animation_frame(|| focus("tn-bulk-status"));
    view! {
        <p id="tn-bulk-status" role="status" tabindex="-1"><strong>{summary}</strong> " " {pause}</p>
        <ul class="tn-bulk">{rows}</ul>
        <div class="tn-edit__buttons">
            <Show when=move || run.at_work.get()>
                <button type="button" class="tn-button" on:click=move |_| { run.bulk.update(Bulk::stop); focus("tn-bulk-status"); }>{t("bulk.stop")}</button>
            </Show>
            <Show when=move || idle() && waits()>
                <button type="button" class="tn-button tn-button--primary" on:click=move |_| { focus("tn-bulk-status"); run.go(); }>{t("bulk.go_on")}</button>
            </Show>
            <Show when=move || idle() && !waits() && failed()>
                <button type="button" class="tn-button" on:click=again>{t("bulk.retry")}</button>
            </Show>
            <button id="tn-bulk-close" type="button" class="tn-button" disabled=move || !idle() on:click=move |_| leave.run(())>{t("edit.close")}</button>
        </div>
    }
}

fn row(name: String, standing: &Standing) -> impl IntoView + use<> {
    let (words, tone, said) = match standing {
        Standing::Waiting => (t("bulk.waiting"), Tone::Plain, None),
        Standing::Sent => (t("bulk.sent"), Tone::Plain, None),
        Standing::Done => (t("bulk.done"), Tone::Good, None),
        Standing::Refused(said) => (t("bulk.refused"), Tone::Bad, Some(said.clone())),
        Standing::Unknown(said) => (t("bulk.unknown"), Tone::Warn, Some(said.clone())),
    };
    view! {
        <li><span dir="auto">{name}</span> " " <Badge tone=tone text=words/> {said.map(|said| view! { " " <q dir="auto">{said}</q> })}</li>
    }
}
