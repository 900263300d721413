//! Asking before what somebody has entered is dropped.

use leptos::prelude::*;

use super::Mount;

/// Whether a dialog may be left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// It may.
    Free,
    /// After this question.
    Asks(String),
    /// It may not: a request is in flight.
    Busy,
}

impl Mount {
    /// The way out of a dialog. Where it may not be left, neither the browser's Back nor the closing of the tab
    /// drops it without a question.
    pub fn guard(self, leaving: Signal<Leaving>, leave: Callback<()>) -> Callback<()> {
        let closing = window_event_listener(leptos::ev::beforeunload, move |event| {
            if leaving.get_untracked() != Leaving::Free {
                event.prevent_default();
            }
        });
        let try_leave = Callback::new(move |()| {
            let may = self.may_leave(leaving);
            if may {
                leave.run(());
            }
            may
        });
        let router = self.router();
        let guard = router.guard(try_leave);
        on_cleanup(move || {
            closing.remove();
            router.release(guard);
        });
        Callback::new(move |()| {
            try_leave.run(());
        })
    }

    fn may_leave(self, leaving: Signal<Leaving>) -> bool {
        match leaving.get_untracked() {
            Leaving::Free => true,
            // A browser that shows no question keeps what was entered.
            Leaving::Asks(question) => window().confirm_with_message(&question).unwrap_or(false),
            Leaving::Busy => false,
        }
    }
}
