//! Keys that work everywhere in the console.

use leptos::prelude::*;

use super::loading::Loading;
use crate::mount::Mount;
use crate::mount::events::{is_typing, on_window};
use crate::session::Session;

/// Listens for the keys that work everywhere.
pub fn listen(
    mount: Mount,
    help: RwSignal<bool>,
    drawer: RwSignal<bool>,
    session: Signal<Option<Session>>,
    loading: Loading,
) {
    on_window(leptos::ev::keydown, move |event| {
        let with_control = event.ctrl_key() || event.meta_key();
        if with_control && event.key().eq_ignore_ascii_case("k") {
            event.prevent_default();
            return search(mount);
        }
        if event.key() == "Escape" {
            return drawer.set(false);
        }
        if with_control || event.alt_key() || is_typing(&event) {
            return;
        }
        // Letters belong to the tree's type-ahead while the keyboard is there.
        let in_tree = mount.active_id() == "tn-tree";
        match event.key().as_str() {
            "/" => search(mount),
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

/// To the search box; a list has its filter instead.
fn search(mount: Mount) {
    mount.focus("tn-search");
    mount.focus("tn-list-filter");
}

fn refresh(session: Session, loading: Loading) {
    let screens = loading.get_now(session.vendor());
    if let Some(refresh) = screens.and_then(|screens| screens.refresh) {
        refresh(session);
    }
}
