//! JSON of a write, as it can be read.

use leptos::prelude::*;

use crate::i18n::t;
use crate::ui::text::visible;

/// JSON as it was, under its name. Where there is none it is said whether there was nothing, or nothing was read.
pub fn block(label: &'static str, json: Option<String>, is_nothing: bool) -> impl IntoView {
    let body = match json {
        Some(json) => view! { <pre class="tn-json" translate="no" tabindex="0" role="region" aria-label=label prop:textContent=pretty(&json)></pre> }.into_any(),
        None => {
            let words = if is_nothing { "journal.nothing" } else { "journal.not_read" };
            view! { <p class="tn-faint">{t(words)}</p> }.into_any()
        }
    };
    view! { <h3>{label}</h3> {body} }
}

/// With line ends; as it is where it is no JSON.
fn pretty(json: &str) -> String {
    let read: Option<serde_json::Value> = serde_json::from_str(json).ok();
    let pretty = read.and_then(|json| serde_json::to_string_pretty(&json).ok());
    let text = pretty.as_deref().unwrap_or(json);
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}
