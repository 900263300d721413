//! E-mail addresses in narrow places.

use leptos::prelude::*;

use super::text::visible;

/// A text that, where it is an e-mail address, breaks before its domain rather than inside a word.
#[component]
pub fn Address(
    /// The text.
    text: String,
) -> impl IntoView {
    let text = visible(&text);
    match text.split_once('@') {
        Some((user, domain)) => {
            let (user, domain) = (user.to_owned(), ["@", domain].concat());
            view! { <bdi>{user}<wbr/>{domain}</bdi> }.into_any()
        }
        None => view! { <bdi>{text.into_owned()}</bdi> }.into_any(),
    }
}
