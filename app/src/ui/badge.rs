//! Small labelled states. The word carries the meaning; the colour only helps.

use leptos::prelude::*;

use super::text::visible;

/// What kind of state a badge tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// A fact.
    #[default]
    Plain,
    /// All is well.
    Good,
    /// Worth a look.
    Warn,
    /// Something is wrong.
    Bad,
}

impl Tone {
    /// The class of a badge in this tone.
    pub fn class(self) -> &'static str {
        match self {
            Tone::Plain => "tn-badge",
            Tone::Good => "tn-badge tn-badge--good",
            Tone::Warn => "tn-badge tn-badge--warn",
            Tone::Bad => "tn-badge tn-badge--bad",
        }
    }
}

/// A small labelled state.
#[component]
pub fn Badge(
    /// What kind of state.
    #[prop(optional)]
    tone: Tone,
    /// The word.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <span class=tone.class() prop:textContent=visible(&text).into_owned()></span> }
}
