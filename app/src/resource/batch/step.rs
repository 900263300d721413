//! One write of a batch.

use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
use tenantry_core::request::Call;

use crate::resource::submission::Failure;
use crate::session::Session;

/// One write of a batch.
#[derive(Clone)]
pub struct Step {
    /// What it is about.
    pub name: String,
    /// Why it is left out, where it is.
    pub skipped: Option<String>,
    /// Sends it.
    pub write: Rc<dyn Fn() -> LocalBoxFuture<'static, Result<(), Failure>>>,
}

impl Step {
    /// A write about something of that name.
    pub fn new<F>(name: String, write: impl Fn() -> F + 'static) -> Step
    where
        F: Future<Output = Result<(), Failure>> + 'static,
    {
        Step { name, skipped: None, write: Rc::new(move || Box::pin(write())) }
    }

    /// A call about something of that name.
    pub fn call<C: Call + Clone + 'static>(name: String, session: Session, call: C) -> Step {
        Step::new(name, move || {
            let (connection, call) = (session.connection(), call.clone());
            async move { Ok(connection.call(&call).await.map(drop)?) }
        })
    }

    /// Left out, where there is a reason.
    #[must_use]
    pub fn unless(self, reason: Option<String>) -> Step {
        Step { skipped: reason, ..self }
    }
}
