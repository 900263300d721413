//! A batch at work: sends on until the end or a pause.

use futures_util::future::join_all;
use leptos::prelude::*;
use tenantry_core::write::batch::{Batch, ItemStatus, Next};

use super::step::Step;
use crate::session::Session;

/// So often a batch that waits looks whether it shall go on.
const LOOK_UP_MS: f64 = 300.0;

/// As many writes are on their way together, where their order does not matter.
const TOGETHER: usize = 6;

/// A batch at work. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Run {
    /// The connection.
    pub session: Session,
    /// What is sent.
    pub steps: StoredValue<Vec<Step>, LocalStorage>,
    /// How far it is.
    pub batch: RwSignal<Batch<usize>>,
    /// Whether it is sending.
    pub at_work: RwSignal<bool>,
    /// As many writes may be on their way together.
    together: usize,
}

impl Run {
    /// Nothing has been sent yet. In order, each write waits for the one before it.
    pub fn new(session: Session, in_order: bool) -> Run {
        let (steps, batch) = (StoredValue::new_local(Vec::new()), RwSignal::new(Batch::new([])));
        let together = if in_order { 1 } else { TOGETHER };
        Run { session, steps, batch, at_work: RwSignal::new(false), together }
    }

    /// Begins with the steps that are not left out.
    pub fn begin(self, steps: Vec<Step>) {
        let sent = steps.iter().enumerate().filter(|(_, step)| step.skipped.is_none()).map(|(at, _)| at);
        self.batch.set(Batch::new(sent));
        self.steps.set_value(steps);
        self.go();
    }

    /// How many are not sent yet.
    pub fn waiting(self) -> usize {
        self.batch.with(|batch| batch.count(|one| *one == ItemStatus::Waiting))
    }

    /// Whether it has begun.
    pub fn has_begun(self) -> bool {
        self.batch.with(|batch| !batch.items().is_empty())
    }

    /// Sends on until the end or a pause. When its view has gone it ends after the writes in flight.
    pub fn go(self) {
        if self.at_work.get_untracked() {
            return;
        }
        self.at_work.set(true);
        self.batch.update(Batch::go_on);
        leptos::task::spawn_local(async move {
            join_all((0..self.together).map(|_| self.send_on())).await;
            self.at_work.try_set(false);
        });
    }

    /// Sends one after the other.
    async fn send_on(self) {
        while self.step().await == Some(true) {}
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
                let step = self.steps.with_value(|steps| steps.get(step).cloned())?;
                let outcome = step.clone().go(self.session).await;
                let (now_ms, left) = (connection.clock().now_ms(), connection.rate_limit());
                self.batch.try_update(|batch| batch.ended(at, now_ms, &outcome, left))?;
                step.keep(outcome);
                Some(true)
            }
        }
    }
}
