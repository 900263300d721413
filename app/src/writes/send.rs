//! Sending a change, and looking again at what became of one. The task belongs to the page, not to the view that asked:
//! a write that has been sent and is dropped leaves nobody who could say what became of it.

use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
use leptos::task::spawn_local;
use tenantry_core::write::{Again, Change, Outcome, Phase, Unknown};

use crate::session::{Session, Undo};

/// Hears how a write ended, and how each look at what became of it ended.
pub type OutcomeListener<T> = Rc<dyn Fn(&Outcome<T>)>;

/// Sends a change. `tell` hears of each step, `done` of the end; the view that they speak to may have gone by then.
pub fn send<T: 'static>(
    session: Session,
    change: Change<T>,
    tell: impl Fn(Phase) + 'static,
    done: impl FnOnce(Outcome<T>) + 'static,
) {
    start(Box::pin(async move { run(session, change, &tell).await }), Box::new(done));
}

/// The same for one more look at what became of a change.
pub fn look_again<T: 'static>(
    session: Session,
    again: Again<Outcome<T>>,
    tell: impl Fn(Phase) + 'static,
    done: impl FnOnce(Outcome<T>) + 'static,
) {
    start(Box::pin(async move { look(session, again, &tell).await }), Box::new(done));
}

/// Compiled for each object and not for each call.
fn start<T: 'static>(work: LocalBoxFuture<'static, Outcome<T>>, done: Box<dyn FnOnce(Outcome<T>)>) {
    spawn_local(async move { done(work.await) });
}

/// [`send`], for who waits for it in a task that outlives its view.
pub async fn run<T: 'static>(session: Session, mut change: Change<T>, tell: &dyn Fn(Phase)) -> Outcome<T> {
    let inverse = change.take_inverse();
    let connection = session.connection();
    let (outcome, record) = change.run_recorded(&connection, tell).await;
    let undo = inverse.filter(|_| !outcome.differs()).and_then(|inverse| inverse.of(&outcome));
    let undo = undo.map(|undo| match &record.name {
        Some(name) => undo_of(session, undo.called(name)),
        None => undo_of(session, undo),
    });
    let at_ms = connection.clock().now_ms() as i64;
    let number = session.journal.note((session.id(), session.login()), at_ms, record, undo);
    noted(session, learning(session, number, outcome))
}

/// What a further look finds out stands in the journal too.
fn learning<T: 'static>(session: Session, number: u32, outcome: Outcome<T>) -> Outcome<T> {
    match outcome {
        Outcome::Unknown(Unknown { lost, seen, again: Some(again) }) => {
            let again = again.then(move |outcome| {
                session.journal.learn(number, outcome.ending(), outcome.differs());
                learning(session, number, outcome)
            });
            Outcome::Unknown(Unknown { lost, seen, again: Some(again) })
        }
        outcome => outcome,
    }
}

/// [`look_again`], for the same.
pub async fn look<T: 'static>(
    session: Session,
    again: Again<Outcome<T>>,
    tell: &dyn Fn(Phase),
) -> Outcome<T> {
    noted(session, again.look(&session.connection(), tell).await)
}

/// Where nobody is signed in any more, the form to sign in comes over the page.
fn noted<T>(session: Session, outcome: Outcome<T>) -> Outcome<T> {
    if let Some(error) = outcome.signed_out() {
        session.note_unsent(error);
    }
    outcome
}

/// A change that undoes another one. It goes the same way, and so into the journal too.
fn undo_of<T: 'static>(session: Session, change: Change<T>) -> Undo {
    Box::new(move || Box::pin(async move { run(session, change, &|_| ()).await.map(drop) }))
}
