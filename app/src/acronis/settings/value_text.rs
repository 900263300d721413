//! A value on screen.

use leptos::prelude::*;
use tenantry_core::acronis::Value;

use super::values;
use crate::ui::format;
use crate::ui::text::visible;

/// A value, short; how long it is, where it is long.
#[component]
pub fn ValueText(
    /// The value; `None` where the answer has none.
    value: Option<Value>,
) -> impl IntoView {
    let text = values::short_or_none(value.as_ref());
    let note = value.as_ref().and_then(hover).unwrap_or_else(|| text.clone());
    let length = value.as_ref().and_then(values::length);
    let words = matches!(value, None | Some(Value::Null));
    let class = if words { "tn-value tn-value--none" } else { "tn-value" };
    view! {
        <span class=class dir="auto" translate="no" title=note prop:textContent=text></span>
        {length.map(|bytes| view! { " " <small class="tn-faint" prop:textContent=format::bytes(bytes)></small> })}
    }
}

/// The whole value, for a hover, where that says more than the short one and is not too long.
fn hover(value: &Value) -> Option<String> {
    let json = value.to_json();
    (json.len() > values::short(value).len() && json.len() < 4_000).then(|| visible(&json).into_owned())
}
