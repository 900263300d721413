//! What an answer means for a task, and when to ask again.

use super::{Action, Stage, Task};
use crate::error::Error;
use crate::vendors::ionos::backup_unit::BackupUnit;
use crate::vendors::ionos::metadata::State;
use crate::vendors::ionos::requests::{Progress, RequestStatus};

/// Each wait is this many times as long as the one before.
const GROWTH: f64 = 1.5;
const LONGEST_WAIT_MS: f64 = 30_000.0;
/// From this age on the unit is asked too: its request's status may hang.
const DOUBT_MS: f64 = 60_000.0;
/// How often in a row a unit has to be missing, or idle and unchanged, before that is believed: the write may
/// not have begun.
const ENOUGH: u32 = 3;

impl Task {
    /// What came of asking for the status. `retry_after_s` is the answer's `Retry-After`, where it had one.
    pub fn heard_status(
        &mut self,
        now_ms: f64,
        answer: Result<&RequestStatus, &Error>,
        retry_after_s: Option<f64>,
    ) {
        match answer {
            Ok(status) => self.take_status(status, now_ms),
            Err(error) if error.needs_sign_in() => self.waits_for_sign_in = true,
            Err(_) => {
                self.ask.status_failed += 1;
                // The unit is asked in turn with the status: it knows best whether it is ready.
                self.ask.unit_next = true;
            }
        }
        self.schedule(now_ms, asked_by(answer.err(), retry_after_s));
    }

    fn take_status(&mut self, status: &RequestStatus, now_ms: f64) {
        let said = &status.metadata;
        (self.said, self.message) = (Some(said.status.as_str().to_owned()), said.message.clone());
        self.ask.status_failed = 0;
        self.stage = match said.status {
            Progress::Queued => Stage::Queued,
            Progress::Running => Stage::Running,
            Progress::Done => Stage::Done,
            Progress::Failed => Stage::Failed,
            // An unknown word does not end the task: the server may have more states than this version knows.
            Progress::Other(_) => self.stage,
        };
        self.ask.unit_next = self.age_ms(now_ms) > DOUBT_MS;
    }

    /// What came of asking for the unit.
    pub fn heard_unit(&mut self, now_ms: f64, answer: Result<&BackupUnit, &Error>) {
        self.ask.unit_next = false;
        match answer {
            Ok(unit) => {
                self.ask.missing = 0;
                self.take_unit(unit);
            }
            Err(error) if error.needs_sign_in() => self.waits_for_sign_in = true,
            Err(error) if error.is_not_found() => self.take_missing(),
            Err(_) => {}
        }
        self.schedule(now_ms, asked_by(answer.err(), None));
    }

    fn take_unit(&mut self, unit: &BackupUnit) {
        if self.name.is_none() {
            self.name = unit.name().map(str::to_owned);
        }
        match unit.state() {
            Some(State::Busy) => {
                (self.ask.seen_busy, self.ask.idle) = (true, 0);
                if self.stage == Stage::Accepted {
                    self.stage = Stage::Running;
                }
            }
            Some(State::Available) => self.take_available(unit),
            Some(state) if state.is_failed() => {
                self.message = Some(state.as_str().to_owned());
                self.stage = Stage::Failed;
            }
            _ => {}
        }
    }

    /// Nothing is pending on the unit. A create or change is done then; a delete was not carried out. As long
    /// as nothing has changed, the write may not have begun, so the unit is asked again.
    fn take_available(&mut self, unit: &BackupUnit) {
        let changed = self.etag_before.as_deref().is_some_and(|before| unit.etag() != Some(before));
        let moved = self.ask.seen_busy || changed;
        self.ask.idle += 1;
        self.stage = match self.action {
            Action::Create => Stage::DoneUnread,
            Action::Replace | Action::Change if moved || self.ask.idle >= ENOUGH => Stage::DoneUnread,
            Action::Delete if self.ask.seen_busy => Stage::Failed,
            _ => self.stage,
        };
    }

    /// A unit that is being created may not be there yet, so it has to be missing several times.
    fn take_missing(&mut self) {
        self.ask.missing += 1;
        if self.action == Action::Delete {
            self.stage = Stage::DoneUnread;
        } else if self.ask.missing >= ENOUGH || (self.action != Action::Create && self.request.is_none()) {
            self.stage = Stage::Gone;
        } else {
            self.ask.unit_next = self.request.is_none() || self.ask.status_failed > 0;
        }
    }

    fn schedule(&mut self, now_ms: f64, retry_after_s: Option<f64>) {
        self.heard_ms = now_ms;
        if !self.stage.is_final() && !self.waits_for_sign_in && now_ms >= self.ask.give_up_ms {
            self.stage = Stage::GaveUp;
        }
        let told =
            retry_after_s.filter(|seconds| seconds.is_finite()).map_or(0.0, |seconds| seconds * 1000.0);
        self.ask.next_ms = now_ms + told.clamp(self.ask.wait_ms, super::PATIENCE_MS);
        self.ask.wait_ms = (self.ask.wait_ms * GROWTH).min(LONGEST_WAIT_MS);
    }
}

fn asked_by(error: Option<&Error>, retry_after_s: Option<f64>) -> Option<f64> {
    match error {
        Some(Error::Http { retry_after_s, .. }) => *retry_after_s,
        _ => retry_after_s,
    }
}
