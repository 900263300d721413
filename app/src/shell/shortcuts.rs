//! Keys that work everywhere in the console.

use leptos::prelude::*;

use super::loading::Loading;
use crate::mount::Mount;
use crate::mount::events::{is_in_dialog, is_typing, key, on_window};
use crate::session::Session;

/// Listens for the keys that work everywhere; for single letters where `letters` says so.
pub fn listen(
    mount: Mount,
    help: RwSignal<bool>,
    letters: RwSignal<bool>,
    drawer: RwSignal<bool>,
    session: Signal<Option<Session>>,
    loading: Loading,
) {
    on_window(leptos::ev::keydown, move |event| {
        let Some(key) = key(&event) else { return };
        let with_control = event.ctrl_key() || event.meta_key();
        if with_control && key.eq_ignore_ascii_case("k") {
            event.prevent_default();
            return mount.focus("tn-search");
        }
        if key == "Escape" {
            return drawer.set(false);
        }
        let is_meant = !with_control && !event.alt_key() && !event.repeat();
        if !is_meant || !letters.get_untracked() || is_typing(&event) || is_in_dialog(&event) {
            return;
        }
        // Letters belong to the tree's type-ahead while the keyboard is there.
        let in_tree = mount.active_id() == "tn-tree";
        match key.as_str() {
            "/" => mount.focus("tn-search"),
            "?" => help.set(true),
            "f" if !in_tree => {
                mount.focus("tn-filter");
                mount.focus("tn-list-filter");
            }
            "t" if !in_tree => mount.focus("tn-tree"),
            "r" if !in_tree => {
                session.get_untracked().into_iter().for_each(|session| refresh(session, loading));
            }
            _ => return,
        }
        event.prevent_default();
    });
}

fn refresh(session: Session, loading: Loading) {
    let screens = loading.get_now(session.vendor());
    if let Some(refresh) = screens.and_then(|screens| screens.refresh) {
        refresh(session);
    }
}
