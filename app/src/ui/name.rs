//! What a vendor or one of its users has written, on screen: names, ids, values.

use leptos::prelude::*;

use super::text::visible;

/// A name, an id or a value: as it was written, safe to read, in its own direction, and never translated.
///
/// Its text is a property of the element and no node of its own: a browser that translates the page puts nodes of its
/// own in the place of ours, and what ours say later is seen by nobody.
#[component]
pub fn Name(
    /// As the vendor has it.
    #[prop(into)]
    text: String,
    /// Further classes.
    #[prop(optional)]
    class: Option<&'static str>,
    /// There may be no room for all of it: the hover says the whole.
    #[prop(optional)]
    cut: bool,
) -> impl IntoView {
    let text = visible(&text).into_owned();
    let whole = cut.then(|| text.clone());
    view! { <bdi class=class translate="no" title=whole prop:textContent=text></bdi> }
}

/// What somebody has said: a vendor's message, in its own words. It may be translated, but reads safely.
#[component]
pub fn Quote(
    /// As it was said.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <q dir="auto" prop:textContent=visible(&text).into_owned()></q> }
}

/// A name to choose from a list.
#[component]
pub fn NameOption(
    /// What choosing it means.
    #[prop(into)]
    value: String,
    /// As the vendor has it.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <option value=value translate="no" prop:textContent=visible(&text).into_owned()></option> }
}
