//! How much of a scrolling element can be seen.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Keeps the height of what can be seen.
pub fn measure(scroller: NodeRef<Div>, height_px: RwSignal<f64>) {
    let observer = StoredValue::new_local(None::<(web_sys::ResizeObserver, Closure<dyn FnMut()>)>);
    Effect::new(move |_| {
        let Some(element) = scroller.get() else { return };
        let read = {
            let element = element.clone();
            move || height_px.set(f64::from(element.client_height()))
        };
        read();
        let changed = Closure::<dyn FnMut()>::new(read);
        if let Ok(watcher) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            watcher.observe(&element);
            observer.set_value(Some((watcher, changed)));
        }
    });
    on_cleanup(move || {
        if let Some(Some((watcher, _))) = observer.try_update_value(Option::take) {
            watcher.disconnect();
        }
    });
}
