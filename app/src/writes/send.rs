//! Sending a change. The task belongs to the page, not to the view that asked: a write that has been sent and is
//! dropped leaves nobody who could say what became of it.

use leptos::task::spawn_local;
use tenantry_core::write::{Change, Outcome, Phase};

use crate::session::Session;

/// Sends a change. `tell` hears of each step, `done` of the end; the view that they speak to may have gone by then.
pub fn send<T: 'static>(
    session: Session,
    change: Change<T>,
    tell: impl Fn(Phase) + 'static,
    done: impl FnOnce(Outcome<T>) + 'static,
) {
    start(session, change, Box::new(tell), Box::new(done));
}

/// Compiled for each object and not for each call.
fn start<T: 'static>(
    session: Session,
    change: Change<T>,
    tell: Box<dyn Fn(Phase)>,
    done: Box<dyn FnOnce(Outcome<T>)>,
) {
    spawn_local(async move { done(run(session, change, &*tell).await) });
}

/// The same, for who waits for it in a task that outlives its view.
pub async fn run<T: 'static>(session: Session, change: Change<T>, tell: &dyn Fn(Phase)) -> Outcome<T> {
    let outcome = change.run(&session.connection(), tell).await;
    if let Some(error) = outcome.error() {
        session.note_unsent(error);
    }
    outcome
}
