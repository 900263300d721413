//! What applies on a tenant, as far as it is known.

use super::values::ValueId;
use crate::uuid::Uuid;

/// Who locks a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Locked {
    /// Nobody.
    No,
    /// This tenant, which need not be the value's owner.
    By(Uuid),
    /// Somebody above what can be seen.
    Above,
}

/// A value that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Applied {
    /// The value.
    pub value: ValueId,
    /// The tenant where it was set.
    pub owner: Uuid,
    /// Who locks it.
    pub locked: Locked,
}

impl Applied {
    /// Whether tenants below may not override it.
    pub fn lock(&self) -> bool {
        self.locked != Locked::No
    }
}

/// Why something is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// It has not been read.
    NotRead,
    /// It may not be read.
    NotVisible,
    /// It depends on a value above what can be seen.
    Above,
    /// The setting's `inheritance_type` is not known.
    Rule,
    /// The value was set on a user.
    User,
    /// The server reports something else than the rule gives.
    Unexplained,
}

/// What applies on a tenant, or what it passes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// No value.
    Nothing,
    /// This one.
    Value(Applied),
    /// It is not known.
    Unknown(Gap),
}

impl State {
    /// Whether value, owner and lock are the same. The server reports no more of a state.
    pub fn looks_like(&self, other: &State) -> bool {
        match (self, other) {
            (State::Value(one), State::Value(other)) => {
                (one.value, one.owner, one.lock()) == (other.value, other.owner, other.lock())
            }
            _ => self == other,
        }
    }
}
