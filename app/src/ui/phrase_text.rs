//! A message with names in it, on screen.

use leptos::prelude::*;

use super::name::Name;
use super::phrase::{Phrase, Piece};

/// A message with names in it, on screen.
#[component]
pub fn PhraseText(
    /// The message.
    #[prop(into)]
    phrase: Phrase,
) -> impl IntoView {
    let piece = |piece: Piece| match piece {
        Piece::Words(words) => view! { <span prop:textContent=words></span> }.into_any(),
        Piece::Name(name) => view! { <Name text=name/> }.into_any(),
    };
    phrase.0.into_iter().map(piece).collect_view()
}
