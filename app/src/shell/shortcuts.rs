//! Keys that work everywhere, and clicks on the console's own links.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::screens::Loading;
use crate::routing::Router;
use crate::session::Session;
use crate::ui::focus::{focus, is_typing};

/// Listens for the keys that work everywhere.
pub fn listen(
    help: RwSignal<bool>,
    drawer: RwSignal<bool>,
    session: Signal<Option<Session>>,
    loading: Loading,
) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let with_control = event.ctrl_key() || event.meta_key();
        if with_control && event.key().eq_ignore_ascii_case("k") {
            event.prevent_default();
            return search();
        }
        if event.key() == "Escape" {
            return drawer.set(false);
        }
        if with_control || event.alt_key() || is_typing(&event) {
            return;
        }
        // Letters belong to the tree's type-ahead while the keyboard is there.
        let in_tree = document().active_element().is_some_and(|element| element.id() == "tn-tree");
        match event.key().as_str() {
            "/" => search(),
            "?" => help.set(true),
            "f" if !in_tree => {
                focus("tn-filter");
                focus("tn-list-filter");
            }
            "t" if !in_tree => focus("tn-tree"),
            "r" if !in_tree => {
                if let (Some(session), Some(screens)) = (session.get_untracked(), loading.tenants.get_now()) {
                    (screens.refresh)(session);
                }
            }
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}

/// To the search box; a list has its filter instead.
fn search() {
    focus("tn-search");
    focus("tn-list-filter");
}

/// Follows plain clicks on the console's own links without loading the page anew.
pub fn follow_links(router: Router) {
    let listener = window_event_listener(leptos::ev::click, move |event| {
        let plain = event.button() == 0
            && !event.ctrl_key()
            && !event.meta_key()
            && !event.shift_key()
            && !event.alt_key();
        if !plain || event.default_prevented() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        let href = link.and_then(|link| link.get_attribute("href"));
        if href.is_some_and(|href| router.follow(&href)) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}
