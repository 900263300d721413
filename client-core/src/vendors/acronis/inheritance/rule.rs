//! The rule, one tenant at a time: from what a tenant receives and what was set on it to what applies on it
//! and what it passes down.

use super::facts::{OwnFact, OwnValue, Reported, ReportedValue};
use super::state::{Applied, Gap, Locked, State};
use super::values::{ValueId, Values};
use crate::uuid::Uuid;

/// How an own and a received value are combined (`inheritance_type` of the schema).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Inheritance {
    /// The own value takes the place of the received one: where the schema names nothing, null or `override`.
    #[default]
    Override,
    /// The smaller number applies.
    Minimum,
    /// A type that this version does not know: nothing is predicted.
    Unknown(String),
}

impl From<Option<&str>> for Inheritance {
    fn from(word: Option<&str>) -> Self {
        match word {
            None | Some("override" | "none" | "") => Inheritance::Override,
            Some("minimum") => Inheritance::Minimum,
            Some(other) => Inheritance::Unknown(other.to_owned()),
        }
    }
}

/// What became of a tenant's own value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// There is none, or it is not known.
    None,
    /// It applies.
    Applies,
    /// A lock above keeps it out.
    Shadowed,
    /// The smaller value from above applies.
    LosesToSmaller,
}

/// The rule's outcome on one tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What applies.
    pub effective: State,
    /// What its children receive.
    pub passed: State,
    /// What became of its own value.
    pub part: Part,
    /// Its own value met a received number under `minimum`.
    pub by_minimum: bool,
}

impl Step {
    fn both(state: State, part: Part) -> Step {
        Step { effective: state, passed: state, part, by_minimum: false }
    }

    /// Nothing is known.
    pub fn unknown(gap: Gap) -> Step {
        Step::both(State::Unknown(gap), Part::None)
    }

    /// What the tenant receives applies on it, and is passed on.
    pub fn inherits(received: State) -> Step {
        Step::both(received, Part::None)
    }
}

/// The rule for one setting.
pub struct Rule<'a> {
    pub inheritance: &'a Inheritance,
    pub values: &'a Values,
}

impl Rule<'_> {
    /// What applies on a tenant, from what it receives and what was set on it.
    pub fn step(&self, tenant: Uuid, received: State, own: OwnFact) -> Step {
        match (received, own) {
            (State::Value(above), own) if above.lock() => {
                let part = if matches!(own, OwnFact::Own(_)) { Part::Shadowed } else { Part::None };
                Step::both(received, part)
            }
            (_, OwnFact::None) => Step::inherits(received),
            (_, OwnFact::Unknown(gap)) => Step::unknown(gap),
            (State::Unknown(gap), OwnFact::Own(_)) => Step::unknown(gap),
            (_, OwnFact::Own(own)) => self.own(tenant, received, own),
        }
    }

    /// An own value that no lock keeps out.
    fn own(&self, tenant: Uuid, received: State, own: OwnValue) -> Step {
        let locked = if own.lock { Locked::By(tenant) } else { Locked::No };
        let mine = Applied { value: own.value, owner: tenant, locked };
        let (applied, part) = match (self.inheritance, received) {
            (Inheritance::Unknown(_), _) => return Step::unknown(Gap::Rule),
            (Inheritance::Minimum, State::Value(above)) if self.above_wins(above.value, own.value) => {
                (Applied { locked, ..above }, Part::LosesToSmaller)
            }
            _ => (mine, Part::Applies),
        };
        let effective = State::Value(applied);
        let by_minimum = *self.inheritance == Inheritance::Minimum && matches!(received, State::Value(_));
        Step { effective, passed: if own.exclusive { received } else { effective }, part, by_minimum }
    }

    fn above_wins(&self, above: ValueId, own: ValueId) -> bool {
        match self.values.is_smaller(above, own) {
            Some(smaller) => smaller,
            None => self.values.is_number(above),
        }
    }

    /// The rule where it is not known what the tenant receives: starts from what the server reports.
    pub fn step_at_edge(&self, tenant: Uuid, gap: Gap, own: OwnFact, reported: Reported) -> Step {
        let received = self.received_at_edge(tenant, gap, own, reported);
        match (reported, own) {
            (Reported::Value(reported), OwnFact::Own(own)) if reported.is(tenant, own) => {
                self.own_in_force(tenant, received, own)
            }
            (Reported::Value(reported), OwnFact::Own(own)) if self.either_may_lock(own, reported) => {
                let effective = reported.received_by(tenant);
                let passed = if own.exclusive { received } else { effective };
                Step { passed, ..Step::inherits(effective) }
            }
            _ => self.step(tenant, received, own),
        }
    }

    /// What a tenant receives, as far as what the server reports for the tenant itself tells.
    pub fn received_at_edge(&self, tenant: Uuid, gap: Gap, own: OwnFact, reported: Reported) -> State {
        match (reported, own) {
            (Reported::Value(reported), OwnFact::Own(own)) if reported.is(tenant, own) => {
                State::Unknown(Gap::Above)
            }
            (Reported::Value(reported), OwnFact::Own(own)) if self.either_may_lock(own, reported) => {
                State::Unknown(Gap::Above)
            }
            (Reported::Value(reported), _) => reported.received_by(tenant),
            (Reported::Nothing, OwnFact::None) => State::Nothing,
            (Reported::Nothing, _) => State::Unknown(Gap::Above),
            (Reported::Unknown(Gap::NotRead), _) => State::Unknown(gap),
            (Reported::Unknown(gap), _) => State::Unknown(gap),
        }
    }

    /// Under `minimum` a value from above applies with the lock of the own value: a locked value may have been
    /// locked here or above, and the report does not say which.
    fn either_may_lock(&self, own: OwnValue, reported: ReportedValue) -> bool {
        *self.inheritance == Inheritance::Minimum && own.lock && reported.lock
    }

    /// An own value that applies, whatever was received.
    pub fn own_in_force(&self, tenant: Uuid, received: State, own: OwnValue) -> Step {
        let locked = if own.lock { Locked::By(tenant) } else { Locked::No };
        let effective = State::Value(Applied { value: own.value, owner: tenant, locked });
        let passed = if own.exclusive { received } else { effective };
        Step { effective, passed, part: Part::Applies, by_minimum: false }
    }
}
