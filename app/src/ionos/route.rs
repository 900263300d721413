//! The URLs of an IONOS connection: one list each, `/{connection}/backup-units/{unit}`, and for resources a type, or a
//! type and an id.

use crate::routing::{JOURNAL, Place};

/// Backup units.
pub const UNITS: &str = "backup-units";
/// Users.
pub const USERS: &str = "users";
/// Groups.
pub const GROUPS: &str = "groups";
/// Everything that can be owned and shared.
pub const RESOURCES: &str = "resources";

/// The list that a URL names, or the journal; the first one where it names none, `None` where it names something else.
pub fn list_of(place: &Place) -> Option<&'static str> {
    let Some(first) = place.path.first() else { return Some(UNITS) };
    [UNITS, USERS, GROUPS, RESOURCES, JOURNAL].into_iter().find(|list| list == first)
}
