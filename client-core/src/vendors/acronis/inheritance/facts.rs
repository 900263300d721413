//! One setting on one tenant: what was set on it, and what the server reports as effective.

use super::state::{Applied, Gap, Locked, State};
use super::values::ValueId;
use crate::uuid::Uuid;

/// What was set on a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OwnFact {
    /// Nothing.
    None,
    /// This.
    Own(OwnValue),
    /// It is not known.
    Unknown(Gap),
}

/// An own value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OwnValue {
    /// The value.
    pub value: ValueId,
    /// Tenants below may not override it.
    pub lock: bool,
    /// Tenants below do not inherit it.
    pub exclusive: bool,
}

/// What the server reports as effective on a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reported {
    /// `effective` is null.
    Nothing,
    /// This.
    Value(ReportedValue),
    /// It is not known.
    Unknown(Gap),
}

/// A value that the server reports as effective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReportedValue {
    /// The value; `None` where the answer has none.
    pub value: Option<ValueId>,
    /// The tenant where it was set; `None` where the answer names none, or a user.
    pub owner: Option<Uuid>,
    /// The user on whom it was set.
    pub user: Option<Uuid>,
    /// Whether tenants below may not override it.
    pub lock: bool,
    /// Not shown by the vendor's own console.
    pub hidden: bool,
}

impl ReportedValue {
    /// Whether this is a tenant's own value in force.
    pub(super) fn is(&self, tenant: Uuid, own: OwnValue) -> bool {
        (self.owner, self.value, self.lock) == (Some(tenant), Some(own.value), own.lock)
    }

    /// What the tenant must have received, where this applies on it and its own value does not.
    pub(super) fn received_by(&self, tenant: Uuid) -> State {
        match (self.value, self.owner) {
            _ if self.user.is_some() => State::Unknown(Gap::User),
            (Some(value), Some(owner)) if owner != tenant => {
                let locked = if self.lock { Locked::Above } else { Locked::No };
                State::Value(Applied { value, owner, locked })
            }
            _ => State::Unknown(Gap::Above),
        }
    }
}

impl Reported {
    /// Whether it is what the rule gives; `None` where either is not known.
    pub fn agrees(&self, state: &State) -> Option<bool> {
        match (self, state) {
            (Reported::Unknown(_), _) | (_, State::Unknown(_)) => None,
            (Reported::Nothing, state) => Some(*state == State::Nothing),
            (Reported::Value(reported), State::Value(state)) => Some(
                (reported.value, reported.owner, reported.lock)
                    == (Some(state.value), Some(state.owner), state.lock()),
            ),
            (Reported::Value(_), State::Nothing) => Some(false),
        }
    }
}
