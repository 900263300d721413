//! Fields of a panel, and what is said of rows that could not be read.

use leptos::prelude::*;
use tenantry_core::date::Date;

use crate::i18n::tn;
use crate::ui::text::visible;
use crate::ui::{Address, format};

/// Says that rows are missing; nothing where none are.
#[component]
pub fn BadRows(
    /// How many could not be read.
    count: usize,
    /// The message that counts them, with the list's own noun.
    words: &'static str,
) -> impl IntoView {
    (count > 0).then(|| {
        let words = tn(words, count, &format::number(count));
        view! { <p class="tn-note tn-note--warn" prop:textContent=words></p> }
    })
}

/// Says that a list is empty, where that is known: where rows of it could not be read it is not.
pub fn none(is_empty: bool, bad: usize, words: &'static str) -> impl IntoView {
    (is_empty && bad == 0).then(|| view! { <p class="tn-faint" prop:textContent=words></p> })
}

/// A field of a panel; nothing where there is no text.
pub fn field(label: &'static str, text: Option<String>) -> impl IntoView {
    text.map(|text| {
        view! { <div class="tn-field"><dt>{label}</dt><dd><Address text=text/></dd></div> }
    })
}

/// A date as written here, with the API's own text on hover.
pub fn date(date: Option<&Date>) -> Option<impl IntoView + use<>> {
    let date = date?;
    let words = date.read.map_or_else(|| visible(&date.text).into_owned(), format::moment);
    Some(view! { <span translate="no" title=format::date_note(date) prop:textContent=words></span> })
}

/// A field of a panel that holds a date.
pub fn date_field(label: &'static str, given: Option<&Date>) -> impl IntoView + use<> {
    date(given).map(|date| view! { <div class="tn-field"><dt>{label}</dt><dd>{date}</dd></div> })
}
