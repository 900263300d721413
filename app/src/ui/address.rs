//! E-mail addresses in narrow places.

use leptos::prelude::*;

use super::name::Name;
use super::text::visible;

/// A text that, where it is an e-mail address, breaks before its domain rather than inside a word.
#[component]
pub fn Address(
    /// The text.
    text: String,
) -> impl IntoView {
    let Some((user, domain)) = text.split_once('@') else {
        return view! { <Name text=text/> }.into_any();
    };
    let (user, domain) = (visible(user).into_owned(), ["@", &visible(domain)].concat());
    view! {
        <bdi translate="no"><span prop:textContent=user></span><wbr/><span prop:textContent=domain></span></bdi>
    }
    .into_any()
}
