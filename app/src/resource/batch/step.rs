//! One write of a batch.

use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
use tenantry_core::write::{Change, Outcome};

use crate::resource::context::PageContext;
use crate::writes::run;

/// One write of a batch.
#[derive(Clone)]
pub struct Step {
    /// What it is about.
    pub name: String,
    /// Why it is left out, where it is.
    pub skipped: Option<String>,
    /// Sends it.
    pub write: Rc<dyn Fn() -> LocalBoxFuture<'static, Outcome<()>>>,
}

impl Step {
    /// A change of something of that name. `always` hears of its end.
    pub fn new<T: 'static>(
        name: String,
        page: PageContext,
        change: impl Fn() -> Change<T> + 'static,
        always: impl Fn(&Outcome<T>) + 'static,
    ) -> Step {
        let always = Rc::new(always);
        let write = move || -> LocalBoxFuture<'static, Outcome<()>> {
            let (change, always) = (change(), always.clone());
            Box::pin(async move {
                let (recent, about) = (page.recent, change.about().clone());
                let outcome = run(page.session, change, &|_| ()).await;
                if matches!(outcome, Outcome::Done(_)) {
                    recent.note(&about);
                }
                always(&outcome);
                outcome.map(drop)
            })
        };
        Step { name, skipped: None, write: Rc::new(write) }
    }

    /// Left out, where there is a reason.
    #[must_use]
    pub fn unless(self, reason: Option<String>) -> Step {
        Step { skipped: reason, ..self }
    }
}
