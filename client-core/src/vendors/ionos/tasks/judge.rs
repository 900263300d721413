//! What an answer means for a task, and when to ask again.

use super::{Action, PATIENCE_MS, Stage, Task};
use crate::error::Error;
use crate::vendors::ionos::backup_unit::BackupUnit;
use crate::vendors::ionos::metadata::State;
use crate::vendors::ionos::requests::{Progress, RequestStatus};

/// The shortest and the longest wait between two questions; in between it is this share of the task's age.
const SHORTEST_WAIT_MS: f64 = 1_000.0;
const LONGEST_WAIT_MS: f64 = 30_000.0;
const SHARE_OF_AGE: f64 = 0.25;
/// From this age on the unit is asked too: its request's status may hang.
pub(super) const DOUBT_MS: f64 = 60_000.0;
/// A unit that does not show the write is believed after so many answers, and not before this age: the write may not
/// have begun.
const ENOUGH: u32 = 3;
const SETTLED_MS: f64 = 30_000.0;
/// A unit that neither it nor its request can be read is waited for so long.
const UNSEEN_MS: f64 = 10.0 * 60_000.0;
/// A finished unit that is not what was meant is read so often before that is said, with waits that double: it may be
/// shown as it was for a moment.
const COMPARISONS: u32 = 4;
/// The wait after "too many requests", where the server names none.
const TOO_MANY_S: f64 = 10.0;

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
        if self.awaits_comparison() {
            self.ask.next_ms = now_ms;
        }
        // Requests for backup units are not always kept: nobody waits because of that.
        if answer.is_err_and(Error::is_not_found) {
            self.ask.next_ms = now_ms;
        }
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
        if self.stage.is_final() {
            return self.compare(answer.ok(), now_ms);
        }
        match answer {
            Ok(unit) => self.take_unit(unit, now_ms),
            Err(error) if error.needs_sign_in() => self.waits_for_sign_in = true,
            Err(error) if error.is_not_found() => self.take_missing(now_ms),
            Err(_) => {}
        }
        self.schedule(now_ms, asked_by(answer.err(), None));
        if self.awaits_comparison() {
            self.compare(answer.ok(), now_ms);
        }
    }

    /// Holds a finished unit against what was meant. What it does not tell, and what cannot be read, differs in nothing.
    fn compare(&mut self, unit: Option<&BackupUnit>, now_ms: f64) {
        let told = unit.and_then(|unit| unit.properties.as_ref());
        let is_meant = told.and_then(|unit| unit.told.are(&self.meant));
        self.ask.compared += 1;
        if is_meant == Some(true) || self.ask.compared >= COMPARISONS {
            self.unlike = told.map(|unit| unit.told.unlike(&self.meant)).unwrap_or_default();
            self.ask.is_compared = true;
        }
        self.ask.next_ms = now_ms + SHORTEST_WAIT_MS * f64::from(2u32.pow(self.ask.compared.min(8) - 1));
    }

    fn take_unit(&mut self, unit: &BackupUnit, now_ms: f64) {
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
            Some(State::Available) => self.take_available(unit, now_ms),
            Some(state) if state.is_failed() => {
                self.message = Some(state.as_str().to_owned());
                self.stage = Stage::Failed;
            }
            _ => {}
        }
    }

    /// Nothing is pending on the unit. A create or change is done then; a delete was not carried out. As long
    /// as nothing has changed, the write may not have begun, so the unit is asked again.
    fn take_available(&mut self, unit: &BackupUnit, now_ms: f64) {
        let changed = self.etag_before.as_deref().is_some_and(|before| unit.etag() != Some(before));
        let moved = self.ask.seen_busy || changed;
        self.ask.idle += 1;
        let is_settled = self.ask.idle >= ENOUGH && self.age_ms(now_ms) >= SETTLED_MS;
        self.stage = match self.action {
            Action::Create => Stage::DoneUnread,
            Action::Replace | Action::Change if moved || is_settled => Stage::DoneUnread,
            Action::Delete if self.ask.seen_busy && is_settled => Stage::Failed,
            _ => self.stage,
        };
    }

    /// The unit is not there: a delete is done. What was accepted otherwise may not be visible yet, however often it
    /// is missing; only time says more.
    fn take_missing(&mut self, now_ms: f64) {
        let unread = self.request.is_none() || self.ask.status_failed > 0;
        let waited_ms = now_ms - (self.ask.give_up_ms - PATIENCE_MS);
        if self.action == Action::Delete {
            self.stage = Stage::DoneUnread;
        } else if unread && waited_ms >= UNSEEN_MS {
            self.stage = Stage::NotSeen;
        }
    }

    fn schedule(&mut self, now_ms: f64, retry_after_s: Option<f64>) {
        self.heard_ms = now_ms;
        if !self.stage.is_final() && !self.waits_for_sign_in && now_ms >= self.ask.give_up_ms {
            self.stage = Stage::GaveUp;
        }
        let wait_ms = (self.age_ms(now_ms) * SHARE_OF_AGE).clamp(SHORTEST_WAIT_MS, LONGEST_WAIT_MS);
        let told =
            retry_after_s.filter(|seconds| seconds.is_finite()).map_or(0.0, |seconds| seconds * 1000.0);
        self.ask.next_ms = now_ms + told.clamp(wait_ms, PATIENCE_MS);
    }
}

fn asked_by(error: Option<&Error>, retry_after_s: Option<f64>) -> Option<f64> {
    match error {
        Some(Error::Http { status: 429, retry_after_s, .. }) => retry_after_s.or(Some(TOO_MANY_S)),
        Some(Error::Http { retry_after_s, .. }) => *retry_after_s,
        _ => retry_after_s,
    }
}
