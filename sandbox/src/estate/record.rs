//! What cannot be derived about a generated tenant: its place in the tree.

use super::regions::Region;

/// Kind of a tenant, as the vendor spells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Kind {
    Root,
    Partner,
    Folder,
    Customer,
    Unit,
}

impl Kind {
    /// The vendor's word.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Root => "root",
            Kind::Partner => "partner",
            Kind::Folder => "folder",
            Kind::Customer => "customer",
            Kind::Unit => "unit",
        }
    }
}

/// A tenant's number: its place in the estate, in level order.
pub type Number = u32;

pub(super) const NO_SLOT: u8 = u8::MAX;

/// A generated tenant.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// The root's is itself.
    pub parent: Number,
    /// The number of its first child; the others follow it, deleted ones included.
    pub first_child: Number,
    /// How many they are.
    pub children: u32,
    /// Its kind.
    pub kind: Kind,
    /// 0 for the root.
    pub level: u8,
    /// The region, which decides its language.
    pub region: Region,
    /// Its slot among the fixed tenants.
    pub(super) slot: u8,
    /// Soft-deleted.
    pub deleted: bool,
}
