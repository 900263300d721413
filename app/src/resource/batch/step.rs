//! One write of a batch.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
use tenantry_core::write::{About, Again, Change, Outcome, Unknown};

use crate::resource::context::PageContext;
use crate::session::Session;
use crate::writes::{OutcomeListener, look, run};

/// One write of a batch.
#[derive(Clone)]
pub struct Step {
    /// What it is about.
    pub name: String,
    /// Why it is left out, where it is.
    pub skipped: Option<String>,
    /// Sends it.
    write: Rc<dyn Fn() -> LocalBoxFuture<'static, Outcome<()>>>,
    /// Looks at what became of it, where it was sent and its answer was lost.
    again: Rc<RefCell<Option<Again<Outcome<()>>>>>,
}

impl Step {
    /// A change of something of that name. `always` hears of its end.
    pub fn new<T: 'static>(
        name: String,
        page: PageContext,
        change: impl Fn() -> Change<T> + 'static,
        always: impl Fn(&Outcome<T>) + 'static,
    ) -> Step {
        let always: OutcomeListener<T> = Rc::new(always);
        let write = move || -> LocalBoxFuture<'static, Outcome<()>> {
            let (change, always) = (change(), always.clone());
            Box::pin(async move {
                let about = change.about().clone();
                heard(page, about, always, run(page.session, change, &|_| ()).await)
            })
        };
        Step { name, skipped: None, write: Rc::new(write), again: Rc::default() }
    }

    /// Of something that nothing can be sent for. A batch never sends what is left out.
    pub fn left_out(name: String, reason: String) -> Step {
        let write = || -> LocalBoxFuture<'static, Outcome<()>> { Box::pin(std::future::pending()) };
        Step { name, skipped: Some(reason), write: Rc::new(write), again: Rc::default() }
    }

    /// Sends it. Where it was sent and nobody knows what became of it, that is looked for in place of sending it twice.
    pub async fn go(self, session: Session) -> Outcome<()> {
        let again = self.again.take();
        match again {
            Some(again) => look(session, again, &|_| ()).await,
            None => (self.write)().await,
        }
    }

    /// Keeps the way to look again.
    pub fn keep(&self, mut outcome: Outcome<()>) {
        self.again.replace(outcome.take_again());
    }

    /// Left out, where there is a reason.
    #[must_use]
    pub fn unless(self, reason: Option<String>) -> Step {
        Step { skipped: reason, ..self }
    }
}

/// Tells whoever has to know. A look that follows is heard in the same way.
fn heard<T: 'static>(
    page: PageContext,
    about: About,
    always: OutcomeListener<T>,
    mut outcome: Outcome<T>,
) -> Outcome<()> {
    if matches!(outcome, Outcome::Done(_)) {
        page.recent.note(&about);
    }
    always(&outcome);
    let again =
        outcome.take_again().map(|again| again.then(move |outcome| heard(page, about, always, outcome)));
    match outcome.map(drop) {
        Outcome::Unknown(unknown) => Outcome::Unknown(Unknown { again, ..unknown }),
        other => other,
    }
}
