//! Asking before what somebody has entered is dropped.

use leptos::prelude::*;

use crate::i18n::t;
use crate::routing::Router;

/// The way out of a dialog. As long as something is unsaved it asks first, and so do the browser's Back and the
/// closing of the tab.
pub fn guard(router: Router, unsaved: Signal<bool>, leave: Callback<()>) -> Callback<()> {
    let closing = window_event_listener(leptos::ev::beforeunload, move |event| {
        if unsaved.get_untracked() {
            event.prevent_default();
        }
    });
    router.hold(Some(Callback::new(move |()| may_leave(unsaved))));
    on_cleanup(move || {
        closing.remove();
        router.hold(None);
    });
    Callback::new(move |()| {
        if may_leave(unsaved) {
            leave.run(());
        }
    })
}

fn may_leave(unsaved: Signal<bool>) -> bool {
    // A browser that shows no question keeps what was entered.
    !unsaved.get_untracked() || window().confirm_with_message(t("edit.discard")).unwrap_or(false)
}
