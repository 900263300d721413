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

/// Whether a key press is meant for a field that somebody types in.
pub fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    target(event).is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
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
