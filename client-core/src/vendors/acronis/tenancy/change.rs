//! What has changed since a point in time, told apart.

use super::arena::Tree;
use super::record::{Parent, Record};
use crate::uuid::Uuid;

/// What has happened to a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It was created.
    New,
    /// It hangs below another parent than when it was last read.
    Moved,
    /// Something about it was changed; the API does not say what.
    Changed,
    /// It was deleted.
    Deleted,
}

/// A tenant that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenantChange {
    /// The tenant.
    pub id: Uuid,
    /// What has happened to it.
    pub kind: ChangeKind,
    /// Its name now, where that is told.
    pub name: Option<String>,
    /// Its parent now.
    pub parent: Option<Uuid>,
    /// When it was last changed, in seconds since 1970.
    pub at: Option<u32>,
}

impl TenantChange {
    /// What a row of a list of changes tells, given the tree as it was before.
    pub(super) fn of(tree: &Tree, record: &Record<'_>, since: u32) -> TenantChange {
        let parent = match record.parent {
            Parent::Of(parent) => Some(parent),
            Parent::Unsaid => None,
        };
        let before = tree.find(record.id).and_then(|node| tree.parent(node)).map(|node| tree.id(node));
        let kind = if record.deleted == Some(true) {
            ChangeKind::Deleted
        } else if record.created.is_some_and(|created| created >= since) {
            ChangeKind::New
        } else if before.is_some() && parent.is_some() && before != parent {
            ChangeKind::Moved
        } else {
            ChangeKind::Changed
        };
        let name = record.name.as_ref().map(|name| name.clone().into_owned());
        TenantChange { id: record.id, kind, name, parent, at: record.updated }
    }
}
