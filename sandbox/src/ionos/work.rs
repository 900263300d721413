//! Writes of backup units: accepted at once, carried out as time passes.

use super::errors::Refusal;
use super::faults::Fault;
use super::ids::Kind;
use super::world::{Who, World};
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
    begins: Moment,
    fault: Fault,
    settled: bool,
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

    fn ends(&self) -> Moment {
        Moment(self.begins.0 + 2 * STEP)
    }

    fn is_over(&self, now: Moment) -> bool {
        matches!(self.status(now), Status::Done | Status::Failed)
    }
}

impl World {
    /// Accepts a write; its request's id.
    pub fn begin(&mut self, unit: &str, change: Change, by: &Who, fault: Fault, now: Moment) -> String {
        let before = self.jobs.iter().filter(|job| job.unit == unit && !job.settled).map(Job::ends).max();
        let id = self.new_id(Kind::Request);
        let begins = before.map_or(now, |end| end.max(now));
        let (unit, by) = (unit.to_owned(), by.clone());
        self.jobs.push(Job { id: id.clone(), unit, change, by, begins, fault, settled: false });
        id
    }

    /// Whether a request for the unit is under way.
    pub fn is_busy(&self, unit: &str) -> bool {
        self.jobs.iter().any(|job| job.unit == unit && !job.settled)
    }

    /// Why a write to the unit has to wait, if it does.
    pub fn refuse_busy(&self, unit: &str, fault: Fault) -> Result<(), Refusal> {
        if fault != Fault::Queue && self.is_busy(unit) {
            return Err(Refusal::new(
                422,
                &format!("the backup unit {unit} is BUSY: a request is under way"),
            ));
        }
        Ok(())
    }

    /// Carries out what is due.
    pub fn settle(&mut self, now: Moment) {
        for at in 0..self.jobs.len() {
            let due = self.jobs.get_mut(at).filter(|job| !job.settled && job.is_over(now));
            let Some(job) = due else { continue };
            job.settled = true;
            let (job, failed) = (job.clone(), job.status(now) == Status::Failed);
            self.carry_out(&job, failed);
        }
    }

    fn carry_out(&mut self, job: &Job, failed: bool) {
        match (&job.change, failed) {
            // What could not be made is not there.
            (Change::Create, true) | (Change::Delete, false) => self.remove_unit(&job.unit),
            (Change::Set(_) | Change::Delete, true) => {}
            (change, false) => {
                let Some(unit) = self.units.iter_mut().find(|unit| unit.id == job.unit) else { return };
                if let Change::Set(Some(email)) = change {
                    unit.email = Some(email.clone());
                }
                unit.stamps.touch(&job.by, job.ends());
            }
        }
    }
}
