//! Events as the screen sees them. In a page with shadow roots an event's `target` is the host element for everybody
//! outside, so the first element of its path counts instead.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

use super::Mount;

/// The element that an event began at, also where that stands in a shadow root.
pub fn target(event: &Event) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}

/// The nearest element around the event's target that a selector describes.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    target(event)?.closest(selector).ok().flatten()
}

/// The key that was pressed; nothing while an input method is composing: Enter, Escape and the arrows are its own then.
/// The only reading of keys (`clippy.toml`).
#[allow(clippy::disallowed_methods)] // this is the one place
pub fn key(event: &web_sys::KeyboardEvent) -> Option<String> {
    /// What browsers say that know of no composing, and Safari of the Enter that ends it.
    const COMPOSING: u32 = 229;
    let composes = event.is_composing() || event.key_code() == COMPOSING;
    (!composes).then(|| event.key())
}

/// Whether this key was pressed, and for the console.
pub fn is_key(event: &web_sys::KeyboardEvent, wanted: &str) -> bool {
    key(event).is_some_and(|key| key == wanted)
}

/// Whether a key press is meant for a field that somebody types in, or chooses from by letters.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    const WITHOUT_TEXT: [&str; 9] =
        ["checkbox", "radio", "button", "submit", "reset", "range", "color", "file", "image"];
    target(event).is_some_and(|target| match target.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !target.get_attribute("type").is_some_and(|kind| WITHOUT_TEXT.contains(&kind.as_str())),
        _ => false,
    })
}

/// Whether something happened in a dialog, which keeps the rest of the page out of reach.
pub fn is_in_dialog(event: &Event) -> bool {
    closest(event, "dialog").is_some()
}

/// Listens on the whole window while the current view is shown.
pub fn on_window<E: leptos::ev::EventDescriptor + 'static>(event: E, act: impl Fn(E::EventType) + 'static)
where
    E::EventType: JsCast,
{
    let listener = window_event_listener(event, act);
    on_cleanup(move || listener.remove());
}

impl Mount {
    /// Follows plain clicks on the console's own links without loading the page anew, while the current view is
    /// shown. Only those of this mount: another one on the same page follows its own.
    pub fn follow_links(self) {
        let router = self.router();
        self.on_root("click", move |event: web_sys::MouseEvent| {
            let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
            if event.button() != 0 || with_key || event.default_prevented() {
                return;
            }
            let href = closest(&event, "a[href]").and_then(|link| link.get_attribute("href"));
            if href.is_some_and(|href| router.follow(&href)) {
                event.prevent_default();
            }
        });
    }

    /// Listens on the root node while the current view is shown.
    fn on_root<E: JsCast + wasm_bindgen::convert::FromWasmAbi + 'static>(
        self,
        name: &'static str,
        act: impl Fn(E) + 'static,
    ) {
        let (root, listener) = (self.root().events(), Closure::<dyn Fn(E)>::new(act));
        // A browser that refuses a listener has no events at all.
        let _ = root.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        let kept = StoredValue::new_local(Some((root, listener)));
        on_cleanup(move || {
            if let Some(Some((root, listener))) = kept.try_update_value(Option::take) {
                let _ = root.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            }
        });
    }
}
