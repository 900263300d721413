//! A write that was accepted with 202 and is being carried out: followed by its request's status, and by the
//! unit itself where that cannot be read. Plain data that holds no secret, so that it can be kept over a
//! reload.
//!
//! A create can be finished while the link to its status hangs. So the unit's own state counts too, and no
//! task waits for ever. Nor is anything said to be gone that was accepted: requests of backup units may not be kept,
//! and a unit may take minutes until it can be read.

mod drive;
mod judge;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use drive::{Pace, ask, run, run_among};

use super::backup_unit::BackupUnit;
use super::contract_number::ContractNumber;
use super::ids::{RequestId, UnitId};
use super::properties::Unlike;
use super::requests::Location;
use crate::connection::Connection;
pub use crate::write::Action;
use crate::write::{Accepted, Ending};

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The server has accepted it; nothing more is known.
    Accepted,
    /// It waits its turn.
    Queued,
    /// It is being carried out.
    Running,
    /// Done, says the request's status.
    Done,
    /// Done, says the unit itself; the request's status could not be read, or stands still.
    DoneUnread,
    /// It was not carried out.
    Failed,
    /// Accepted, but neither the unit nor its request could be seen in all the time that was waited.
    #[serde(alias = "gone")]
    NotSeen,
    /// Not done in all the time that was waited. It may still be.
    GaveUp,
}

impl Stage {
    /// Whether it has ended.
    pub fn is_final(self) -> bool {
        !matches!(self, Stage::Accepted | Stage::Queued | Stage::Running)
    }

    /// How the write ended, in the words of every write; `None` while it is under way.
    pub fn ending(self) -> Option<Ending> {
        match self {
            Stage::Accepted | Stage::Queued | Stage::Running => None,
            Stage::Done | Stage::DoneUnread => Some(Ending::Done),
            Stage::Failed => Some(Ending::NotDone),
            Stage::NotSeen => Some(Ending::NotSeen),
            Stage::GaveUp => Some(Ending::Unknown),
        }
    }

    /// Whether it was carried out.
    pub fn is_done(self) -> bool {
        matches!(self, Stage::Done | Stage::DoneUnread)
    }
}

/// In English, for callers without translations.
impl fmt::Display for Stage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Stage::Accepted => "accepted",
            Stage::Queued => "queued",
            Stage::Running => "running",
            Stage::Done => "done",
            Stage::DoneUnread => "done, though the request's status could not be read",
            Stage::Failed => "failed",
            Stage::NotSeen => "accepted, but the backup unit could not be seen yet",
            Stage::GaveUp => "not done in the time that was waited; it may still be",
        })
    }
}

/// Why the request's status cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unreadable {
    /// The answer had no `Location`.
    Untold,
    /// `Location` is on another host, and credentials are not sent there: this link.
    Elsewhere(String),
}

/// What is to be asked next.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// The request's status.
    AskStatus(RequestId),
    /// The unit.
    AskUnit(UnitId),
    /// Nothing before this time, in milliseconds since 1970.
    Wait {
        /// The time.
        until_ms: f64,
    },
    /// Somebody has to sign in first ([`Task::signed_in`]).
    SignIn,
    /// Nothing.
    Ended,
}

/// The wait before the first question.
const FIRST_WAIT_MS: f64 = 1_000.0;
/// A task is given up after this time, counted from the beginning or from when somebody chose to wait on.
pub const PATIENCE_MS: f64 = 30.0 * 60_000.0;

/// A write that is being carried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// What was asked for.
    pub action: Action,
    /// Of which unit.
    pub unit: UnitId,
    /// What it was called, for people.
    pub name: Option<String>,
    /// The e-mail address that was sent, so that it need not be entered again.
    #[serde(default)]
    pub email: Option<String>,
    /// The request by which it is followed.
    pub request: Option<RequestId>,
    /// Why there is no such request.
    pub unreadable: Option<Unreadable>,
    /// The contract that it was sent for.
    pub contract_number: Option<ContractNumber>,
    /// When it was accepted, in milliseconds since 1970.
    pub started_ms: f64,
    /// When the last answer came.
    pub heard_ms: f64,
    /// How far it has come.
    pub stage: Stage,
    /// The last status, as the server spells it.
    pub said: Option<String>,
    /// The server's own words about it.
    pub message: Option<String>,
    /// What the unit has when it is done, as far as that can be seen.
    #[serde(default)]
    pub meant: Map<String, Value>,
    /// What it has otherwise, though the write is done.
    #[serde(default)]
    pub unlike: Vec<Unlike>,
    /// It cannot go on until somebody signs in.
    pub waits_for_sign_in: bool,
    /// The unit's entity tag before the write, where it is known: another tag shows that the unit has been
    /// changed.
    pub etag_before: Option<String>,
    ask: Ask,
}

/// When and what to ask next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Ask {
    next_ms: f64,
    give_up_ms: f64,
    /// How often in a row the status could not be read.
    status_failed: u32,
    /// How often in a row the unit said that nothing is pending, without having changed.
    idle: u32,
    /// The unit has been busy since the write.
    seen_busy: bool,
    /// The unit is asked next.
    unit_next: bool,
    /// How often the unit was held against what was meant since it is done.
    #[serde(default)]
    compared: u32,
    /// That has come to an end.
    #[serde(default)]
    is_compared: bool,
}

impl Task {
    /// A write of this unit that the server has just accepted. `unit` is from the answer; for a delete, from
    /// before.
    pub fn accepted(action: Action, unit: &BackupUnit, location: Location, now_ms: f64) -> Task {
        let (request, unreadable) = match location {
            Location::Request(id) => (Some(id), None),
            Location::Untold => (None, Some(Unreadable::Untold)),
            Location::Refused(refused) => (None, Some(Unreadable::Elsewhere(refused.link))),
        };
        Task {
            action,
            unit: unit.id.clone(),
            name: unit.name().map(str::to_owned),
            email: unit.email().map(str::to_owned),
            request,
            unreadable,
            contract_number: None,
            started_ms: now_ms,
            heard_ms: now_ms,
            stage: Stage::Accepted,
            said: None,
            message: None,
            meant: Map::new(),
            unlike: Vec::new(),
            waits_for_sign_in: false,
            etag_before: None,
            ask: Ask {
                next_ms: now_ms + FIRST_WAIT_MS,
                give_up_ms: now_ms + PATIENCE_MS,
                status_failed: 0,
                idle: 0,
                seen_busy: false,
                unit_next: false,
                compared: 0,
                is_compared: false,
            },
        }
    }

    /// For a write that [`crate::write::Outcome::Accepted`] tells of. `before` is what was known of the unit until
    /// then; `None` where nothing is known of it at all. Where the answer was lost, the unit itself is followed.
    pub fn of(
        connection: &Connection,
        action: Action,
        accepted: &Accepted<BackupUnit>,
        before: Option<&BackupUnit>,
    ) -> Option<Task> {
        let unit = accepted.object.as_ref().or(before)?;
        let head = accepted.head.as_ref();
        let location = head.map_or(Location::Untold, |head| Location::of(connection, head));
        let now_ms = connection.clock().now_ms();
        let mut task = Task::accepted(action, unit, location, now_ms);
        task.etag_before = before.and_then(BackupUnit::etag).map(str::to_owned);
        task.meant = accepted.meant.clone();
        if let Some(seconds) = head.and_then(|head| head.retry_after_s(now_ms)) {
            task.ask.next_ms = now_ms + (seconds * 1000.0).clamp(FIRST_WAIT_MS, PATIENCE_MS);
        }
        Some(task)
    }

    /// What is to be asked next.
    pub fn next(&self, now_ms: f64) -> Next {
        if self.stage.is_final() && !self.awaits_comparison() {
            return Next::Ended;
        }
        if self.waits_for_sign_in {
            return Next::SignIn;
        }
        if now_ms < self.ask.next_ms {
            return Next::Wait { until_ms: self.ask.next_ms };
        }
        match &self.request {
            Some(request) if !self.ask.unit_next && !self.stage.is_final() => {
                Next::AskStatus(request.clone())
            }
            _ => Next::AskUnit(self.unit.clone()),
        }
    }

    /// Whether the unit is still to be held against what was meant.
    fn awaits_comparison(&self) -> bool {
        self.stage.is_done() && !self.meant.is_empty() && !self.ask.is_compared
    }

    /// Whether other writes of the unit should wait for this one.
    pub fn locks(&self, unit: &UnitId) -> bool {
        self.unit == *unit && !self.stage.is_final()
    }

    /// How long ago it was accepted.
    pub fn age_ms(&self, now_ms: f64) -> f64 {
        (now_ms - self.started_ms).max(0.0)
    }

    /// Somebody is signed in again.
    pub fn signed_in(&mut self, now_ms: f64) {
        self.waits_for_sign_in = false;
        self.ask.next_ms = now_ms;
    }

    /// Gives up after this time, counted from the beginning, instead of [`PATIENCE_MS`].
    pub fn give_up_after(&mut self, ms: f64) {
        self.ask.give_up_ms = self.started_ms + ms.max(0.0);
    }

    /// Looks again after a task was given up.
    pub fn wait_on(&mut self, now_ms: f64) {
        if matches!(self.stage, Stage::GaveUp | Stage::NotSeen) {
            self.stage = Stage::Accepted;
        }
        self.ask.give_up_ms = now_ms + PATIENCE_MS;
        self.ask.next_ms = now_ms;
    }
}
