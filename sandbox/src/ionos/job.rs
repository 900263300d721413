//! One accepted write of a backup unit, and how it stands as time passes.

use super::faults::Fault;
use super::stamps::Who;
use crate::Moment;

/// Seconds that a request waits, and seconds that it then runs.
const STEP: i64 = 1;

/// What is to be done with a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It was made; until this is done it is not ready.
    Create,
    /// It gets this e-mail address, where one was sent. (A new password leaves nothing that can be read.)
    Set(Option<String>),
    /// It goes away.
    Delete,
}

/// How a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Status {
    Queued,
    Running,
    Done,
    Failed,
}

/// One request.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Job {
    pub id: String,
    pub unit: String,
    pub change: Change,
    pub by: Who,
    pub(super) begins: Moment,
    pub(super) fault: Fault,
    /// Its end was seen, and the unit is as it leaves it.
    pub(super) carried_out: bool,
}

impl Status {
    /// As the contract spells it.
    pub fn name(self) -> &'static str {
        match self {
            Status::Queued => "QUEUED",
            Status::Running => "RUNNING",
            Status::Done => "DONE",
            Status::Failed => "FAILED",
        }
    }
}

impl Job {
    /// How it stands at that time.
    pub fn status(&self, now: Moment) -> Status {
        let passed = now.0 - self.begins.0;
        match self.fault {
            _ if passed < STEP => Status::Queued,
            Fault::Endless => Status::Running,
            _ if passed < 2 * STEP => Status::Running,
            Fault::Failed => Status::Failed,
            _ => Status::Done,
        }
    }

    pub(super) fn ends(&self) -> Moment {
        Moment(self.begins.0 + 2 * STEP)
    }

    pub(super) fn is_over(&self, now: Moment) -> bool {
        matches!(self.status(now), Status::Done | Status::Failed)
    }
}
