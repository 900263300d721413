//! Text with a button that copies it.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::icon::{Icon, IconName};
use super::task::LatestTask;
use crate::i18n::{t, tf};
use crate::mount::platform;

/// How long the button says what happened.
const SAID_MS: u32 = 2_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Yes,
    Refused,
}

/// Text with a button that copies it. What is copied is exactly what is shown.
#[component]
pub fn CopyText(
    /// The text.
    text: String,
    /// What the text is, for the button's label.
    what: &'static str,
) -> impl IntoView {
    let (copied, latest) = (RwSignal::new(Copied::NotYet), LatestTask::new());
    let content = StoredValue::new(text.clone());
    let copy = move |_| {
        latest.run(async move {
            let done = platform::copy(&content.get_value()).await;
            copied.set(if done { Copied::Yes } else { Copied::Refused });
            TimeoutFuture::new(SAID_MS).await;
            copied.set(Copied::NotYet);
        });
    };
    let said = move || match copied.get() {
        Copied::NotYet => "",
        Copied::Yes => t("copy.done"),
        Copied::Refused => t("copy.refused"),
    };
    let icon =
        Signal::derive(move || if copied.get() == Copied::Yes { IconName::Check } else { IconName::Copy });
    view! {
        <span class="tn-copy">
            <code class="tn-copy__text">{text}</code>
            <button type="button" class="tn-button tn-button--icon" aria-label=tf("copy.label", &[("what", what)]) on:click=copy>
                <Icon name=icon/>
            </button>
            <span class="tn-copy__said" role="status">{said}</span>
        </span>
    }
}
