//! Moving the keyboard's focus to where the work goes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Focuses an element by its id, if it is there.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// The id of the element that has the keyboard; empty where it has none.
pub fn active_id() -> String {
    document().active_element().map(|active| active.id()).unwrap_or_default()
}

/// As [`focus_if_idle`], and what begins with the element comes into sight.
pub fn focus_and_reveal(id: &'static str) {
    focus_if_idle(id);
    request_animation_frame(move || {
        let active = document().active_element();
        active.filter(|active| active.id() == id).into_iter().for_each(|active| active.scroll_into_view());
    });
}

/// Focuses an element in the next frame, unless somebody is at work: in a field, in the tree, in a dialog.
/// For views that come or go with a link, which take the focus with them.
pub fn focus_if_idle(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        let active = document().active_element();
        if !id.is_empty() && active.is_none_or(|active| matches!(active.tag_name().as_str(), "BODY" | "A")) {
            focus(&id);
        }
    });
}

/// Whether a key press is meant for a field that somebody types in.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
