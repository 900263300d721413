//! Writes of backup units: accepted at once, carried out as time passes.

use super::errors::Refusal;
use super::faults::{Fault, LINGER_S};
use super::ids::Kind;
use super::job::{Change, Job, Status};
use super::stamps::Who;
use super::world::World;
use crate::Moment;

impl World {
    /// Accepts a write; returns the id of its request.
    pub fn begin(&mut self, unit: &str, change: Change, by: &Who, fault: Fault, now: Moment) -> String {
        let before = self.jobs.iter().filter(|job| job.unit == unit && !job.carried_out).map(Job::ends).max();
        let id = self.new_id(Kind::Request);
        let begins = before.map_or(now, |end| end.max(now));
        let (unit, by) = (unit.to_owned(), by.clone());
        self.jobs.push(Job { id: id.clone(), unit, change, by, begins, fault, carried_out: false });
        id
    }

    /// Whether a request for the unit is in progress.
    pub fn is_busy(&self, unit: &str) -> bool {
        self.jobs.iter().any(|job| job.unit == unit && !job.carried_out)
    }

    /// The state of a unit, in its own list and in that of the resources.
    pub fn state_of(&self, unit: &str) -> &'static str {
        if self.is_busy(unit) { "BUSY" } else { "AVAILABLE" }
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

    /// Applies the requests that have ended by that time.
    pub fn carry_out_due(&mut self, now: Moment) {
        self.now = now;
        for at in 0..self.jobs.len() {
            let due = self.jobs.get_mut(at).filter(|job| !job.carried_out && job.is_over(now));
            let Some(job) = due else { continue };
            job.carried_out = true;
            let (job, failed) = (job.clone(), job.status(now) == Status::Failed);
            self.carry_out(&job, failed);
        }
    }

    fn carry_out(&mut self, job: &Job, failed: bool) {
        match (&job.change, failed) {
            // A unit whose creation failed disappears.
            (Change::Create, true) | (Change::Delete, false) => {
                let ghost = self.units.iter().find(|unit| unit.id == job.unit && job.fault == Fault::Late);
                self.ghosts.extend(ghost.cloned().map(|unit| (unit, Moment(job.ends().0 + LINGER_S))));
                self.remove_unit(&job.unit);
            }
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
