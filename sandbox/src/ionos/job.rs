//! One accepted write of a backup unit, and its status over time.

use super::faults::Fault;
use super::stamps::Who;
use crate::Moment;

/// Seconds that a request is queued, and then seconds that it runs.
const STEP: i64 = 1;

/// What a request does to a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Creates it; it is listed from the beginning and ready at the end.
    Create,
    /// Sets the e-mail address, if one was sent. (A new password changes nothing that can be read.)
    Set(Option<String>),
    /// Deletes it.
    Delete,
}

/// The status of a request.
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
    /// Its effect on the unit has been applied.
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
    /// The status at that time.
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
