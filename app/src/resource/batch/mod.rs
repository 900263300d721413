//! The same write for several rows: what would be sent, one after the other, what came of each.

mod delete;
mod dialog;
mod status;

use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use tenantry_core::request::Call;
use tenantry_core::write::Outcome;
use tenantry_core::write::batch::{Batch, ItemStatus, Next};

pub use self::delete::{BatchButton, BatchDelete};
pub use self::dialog::BatchDialog;
use super::form::Failure;
use crate::i18n::tf;
use crate::session::Session;
use crate::ui::format;

/// So often a series that waits looks whether it shall go on.
const LOOK_UP_MS: f64 = 300.0;
/// So many rows are drawn of a series.
const DRAWN: usize = 200;

/// One write of a series.
#[derive(Clone)]
pub struct Step {
    /// What it is about.
    pub name: String,
    /// Why it is left out, where it is.
    pub skipped: Option<String>,
    write: Rc<dyn Fn() -> LocalBoxFuture<'static, Result<(), Failure>>>,
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
    pub fn unless(self, reason: Option<String>) -> Step {
        Step { skipped: reason, ..self }
    }
}

/// A series at work. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
struct Run {
    session: Session,
    steps: StoredValue<Vec<Step>, LocalStorage>,
    batch: RwSignal<Batch<usize>>,
    at_work: RwSignal<bool>,
}

impl Run {
    /// Nothing has been sent yet.
    fn new(session: Session) -> Run {
        let (steps, batch) = (StoredValue::new_local(Vec::new()), RwSignal::new(Batch::new([])));
        Run { session, steps, batch, at_work: RwSignal::new(false) }
    }

    /// Begins with the steps that are not left out.
    fn begin(self, steps: Vec<Step>) {
        let sent = steps.iter().enumerate().filter(|(_, step)| step.skipped.is_none()).map(|(at, _)| at);
        self.batch.set(Batch::new(sent));
        self.steps.set_value(steps);
        self.go();
    }

    /// How many are not sent yet.
    fn waiting(self) -> usize {
        self.batch.with(|batch| batch.count(|one| *one == ItemStatus::Waiting))
    }

    /// Whether it has begun.
    fn has_begun(self) -> bool {
        self.batch.with(|batch| !batch.items().is_empty())
    }

    /// Sends on until the end or a pause. Ends, after the write that is on its way, when its view has gone.
    fn go(self) {
        if self.at_work.get_untracked() {
            return;
        }
        self.at_work.set(true);
        self.batch.update(Batch::go_on);
        leptos::task::spawn_local(async move {
            while self.step().await == Some(true) {}
            self.at_work.try_set(false);
        });
    }

    /// Whether it goes on; nothing where the view has gone.
    async fn step(self) -> Option<bool> {
        let connection = self.session.connection();
        let now_ms = connection.clock().now_ms();
        // Only what is sent changes what is drawn.
        let advance = |batch: &mut Batch<usize>| {
            let next = batch.advance(now_ms);
            (matches!(next, Next::Send(_)), next)
        };
        match self.batch.try_maybe_update(advance)? {
            Next::Ended | Next::Paused { .. } => Some(false),
            Next::Wait { until_ms } => {
                // In short pieces: somebody may stop it meanwhile.
                connection.clock().sleep((until_ms - now_ms).min(LOOK_UP_MS)).await;
                Some(true)
            }
            Next::Send(at) => {
                let step = self.batch.with_untracked(|batch| batch.items().get(at).map(|(step, _)| *step))?;
                let write = self.steps.with_value(|steps| steps.get(step).map(|step| step.write.clone()))?;
                let outcome = write().await;
                let (now_ms, left) = (connection.clock().now_ms(), connection.rate_limit());
                let outcome: Outcome<()> = match outcome {
                    Err(Failure::Changed) => Outcome::ChangedBefore(None),
                    Err(Failure::Api(error)) => Outcome::from(Err(error)),
                    Ok(()) => Outcome::from(Ok(())),
                };
                self.batch.try_update(|batch| batch.ended(at, now_ms, &outcome, left))?;
                Some(true)
            }
        }
    }
}

/// That there are more rows than are drawn; nothing where there are not.
fn more(count: usize) -> impl IntoView + use<> {
    let more = count.saturating_sub(DRAWN);
    (more > 0).then(|| view! { <li class="tn-faint">{tf("bulk.more", &[("n", &format::number(more))])}</li> })
}
