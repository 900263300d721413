//! Text with a button that copies it.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::icon::{Icon, IconName};
use super::task::LatestTask;
use super::text::visible;
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

/// Text with a button that copies it. What is copied is the text itself, also where what is shown says of something in
/// it that it cannot be seen.
#[component]
pub fn CopyText(
    /// The text.
    text: String,
    /// What the text is, for the button's label.
    what: &'static str,
) -> impl IntoView {
    let content = RwSignal::new(text.clone());
    view! {
        <span class="tn-copy">
            <code class="tn-copy__text" translate="no" prop:textContent=visible(&text).into_owned()></code>
            <CopyButton text=content label=tf("copy.label", &[("what", what)])/>
        </span>
    }
}

/// A button that copies a text.
#[component]
pub fn CopyButton(
    /// The text.
    text: RwSignal<String>,
    /// Its label, where it shows an icon.
    #[prop(optional)]
    label: Option<String>,
    /// What it says; an icon where it says nothing.
    #[prop(optional)]
    words: Option<&'static str>,
) -> impl IntoView {
    let (copied, latest) = (RwSignal::new(Copied::NotYet), LatestTask::new());
    let copy = move |_| {
        latest.run(async move {
            let done = platform::copy(&text.get_untracked()).await;
            copied.set(if done { Copied::Yes } else { Copied::Refused });
            TimeoutFuture::new(SAID_MS).await;
            copied.set(Copied::NotYet);
        });
    };
    let said = Memo::new(move |_| match copied.get() {
        Copied::NotYet => "",
        Copied::Yes => t("copy.done"),
        Copied::Refused => t("copy.refused"),
    });
    let icon =
        Signal::derive(move || if copied.get() == Copied::Yes { IconName::Check } else { IconName::Copy });
    let class = if words.is_some() { "tn-button" } else { "tn-button tn-button--icon" };
    view! {
        <button type="button" class=class aria-label=label on:click=copy>
            {match words {
                Some(words) => words.into_any(),
                None => view! { <Icon name=icon/> }.into_any(),
            }}
        </button>
        <span class="tn-copy__said" role="status" prop:textContent=said></span>
    }
}
