//! What the list is narrowed to by a setting.

use tenantry_core::Uuid;
use tenantry_core::acronis::inheritance::{Column, OwnFact, Reported};
use tenantry_core::acronis::tenancy::Node;

/// Tenants of which this is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnFilter {
    /// They have an own value.
    Set,
    /// They have none.
    NotSet,
    /// They have an own value, and another one applies.
    Ignored,
    /// What applies is locked.
    Locked,
    /// It is not known what they have.
    Unknown,
}

impl OwnFilter {
    /// All of them, in order.
    pub const ALL: [OwnFilter; 5] =
        [OwnFilter::Set, OwnFilter::NotSet, OwnFilter::Ignored, OwnFilter::Locked, OwnFilter::Unknown];

    /// As the URL has it.
    pub fn key(self) -> &'static str {
        match self {
            OwnFilter::Set => "set",
            OwnFilter::NotSet => "unset",
            OwnFilter::Ignored => "ignored",
            OwnFilter::Locked => "locked",
            OwnFilter::Unknown => "unknown",
        }
    }

    /// Reads what [`OwnFilter::key`] has written.
    pub fn read(key: &str) -> Option<OwnFilter> {
        OwnFilter::ALL.into_iter().find(|one| one.key() == key)
    }

    /// Whether it is true of a tenant.
    pub fn holds(self, column: &Column, node: Node, id: Uuid) -> bool {
        let (own, reported) = (column.own(node), column.reported(node));
        let has_own = matches!(own, OwnFact::Own(_));
        match self {
            OwnFilter::Set => has_own,
            OwnFilter::NotSet => own == OwnFact::None,
            OwnFilter::Ignored => {
                has_own && matches!(reported, Reported::Value(value) if value.owner != Some(id))
            }
            OwnFilter::Locked => matches!(reported, Reported::Value(value) if value.lock),
            OwnFilter::Unknown => matches!(own, OwnFact::Unknown(_)),
        }
    }
}
