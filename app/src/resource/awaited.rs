//! What was made or taken away here and is not shown so yet: it is looked at again before it is said to be missing.

use leptos::prelude::*;

use super::context::PageContext;
use super::recent::Entry;
use crate::i18n::{t, tf};
use crate::ui::loaded::LoadStatus;
use crate::ui::task::LatestTask;

/// For so long the server is asked again by itself, first after this time.
const PATIENCE_MS: f64 = 5.0 * 60_000.0;
const FIRST_WAIT_MS: f64 = 1_000.0;
const LONGEST_WAIT_MS: f64 = 60_000.0;

/// Says what is not shown as it should be yet, and looks again: ever more seldom, and whenever somebody wants to.
#[component]
pub fn Awaited(
    /// The page.
    page: PageContext,
    /// What is awaited; followed, and told anew by every reading.
    entries: Signal<Vec<Entry>>,
    /// The messages for what was made and for what was taken away; they name the vendor and the objects.
    words: [&'static str; 2],
    /// What is read again.
    loaded: LoadStatus,
    /// Says so before it was looked at again: nothing else is shown.
    #[prop(optional)]
    at_once: bool,
) -> impl IntoView {
    let (latest, look) = (LatestTask::new(), loaded.reload);
    let age_ms = move |entries: &[Entry]| {
        let newest = entries.iter().map(|one| one.at_ms).reduce(f64::max)?;
        Some((js_sys::Date::now() - newest).max(0.0))
    };
    Effect::new(move |_| {
        // Each reading is followed by the next, also one that brought nothing new.
        loaded.readings.track();
        match entries.with(|entries| age_ms(entries)) {
            Some(age_ms) if age_ms < PATIENCE_MS => {
                let wait_ms = age_ms.clamp(FIRST_WAIT_MS, LONGEST_WAIT_MS);
                latest.run_after(wait_ms as u32, async move { look.run(()) });
            }
            _ => latest.stop(),
        }
    });
    let line = move |is_made: bool, words: &'static str| {
        let of = |all: &Vec<Entry>| {
            all.iter().filter(|one| one.is_made == is_made).map(|one| one.name.clone()).collect::<Vec<_>>()
        };
        let names = entries.with(of);
        (!names.is_empty()).then(|| {
            let words = tf(words, &[("vendor", page.vendor()), ("names", &names.join(", "))]);
            view! { <p dir="auto">{words}</p> }
        })
    };
    let looking = move || {
        let goes_on = entries.with(|entries| age_ms(entries)).is_some_and(|age_ms| age_ms < PATIENCE_MS);
        goes_on.then(|| t("recent.looking"))
    };
    move || {
        let [made, removed] = words;
        loaded.readings.track();
        let age_ms = entries.with(|entries| age_ms(entries))?;
        (at_once || age_ms >= FIRST_WAIT_MS).then(|| {
            view! {
                <div class="tn-note tn-note--warn tn-awaited" role="status">
                    {line(true, made)}
                    {line(false, removed)}
                    <p>
                        {looking()} " "
                        <button type="button" class="tn-button tn-button--small" on:click=move |_| look.run(())>{t("recent.look")}</button>
                    </p>
                </div>
            }
        })
    }
}
