//! The generated estate: a tree of tenants that every vendor's simulation draws from.
//!
//! A tenant is a compact [`Record`]; everything else about it (name, dates, contacts, users) is a pure
//! function of the seed and its number, made when it is asked for.

pub mod fixed;
mod grow;
pub mod ids;
mod naming;
pub mod people;
mod regions;
mod tenant;
mod walk;
mod words;
// Tables read better wide than tall.
#[rustfmt::skip]
mod words_latin;
#[rustfmt::skip]
mod words_world;

pub use regions::Region;
pub use tenant::{Facts, Stamps};

use fixed::{FIXED, Mark};
use ids::{Ids, Space, Uuid};

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

const NO_SLOT: u8 = u8::MAX;

/// What cannot be derived about a tenant: its place in the tree.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// The root's is itself.
    pub parent: Number,
    /// Where its children begin; they stand side by side, deleted ones included.
    pub first_child: Number,
    /// How many they are.
    pub children: u32,
    /// Its kind.
    pub kind: Kind,
    /// 0 for the root.
    pub level: u8,
    /// Whose words it speaks.
    pub region: Region,
    /// Its slot among the fixed tenants.
    slot: u8,
    /// Soft-deleted.
    pub deleted: bool,
}

/// The example id of the vendor's reference, given to one tenant for people to recognise.
const CAFE_ID: Uuid = Uuid(0xf313_ecf6_9256_4afd_9d47_72e0_32ee_81d0);

/// All tenants.
pub struct Estate {
    seed: u64,
    ids: Ids,
    records: Vec<Record>,
    /// Number of each fixed tenant that is there, by slot.
    fixed: Vec<Option<Number>>,
}

impl Estate {
    /// The estate of that seed in which the demo account's top tenant and what lives below it are
    /// `tenants`; at least 1.
    pub fn generate(seed: u64, tenants: u32) -> Estate {
        let records = grow::grow(seed, tenants.max(1));
        let mut fixed = vec![None; FIXED.len()];
        for (number, record) in records.iter().enumerate().filter(|(_, record)| record.slot != NO_SLOT) {
            if let Some(entry) = fixed.get_mut(record.slot as usize) {
                *entry = Some(number as Number);
            }
        }
        Estate { seed, ids: Ids::new(seed), records, fixed }
    }

    /// The seed it grew from.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Numbers in use, deleted tenants included.
    pub fn len(&self) -> u32 {
        self.records.len() as u32
    }

    /// Never, but clippy likes to be able to ask.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// One tenant's place in the tree.
    pub fn record(&self, number: Number) -> Option<Record> {
        self.records.get(number as usize).copied()
    }

    /// The number of a fixed tenant, where the estate is large enough to have it.
    pub fn fixed(&self, slot: usize) -> Option<Number> {
        self.fixed.get(slot).copied().flatten()
    }

    /// The slot of a fixed tenant; none for generated ones.
    pub fn slot(&self, number: Number) -> Option<usize> {
        self.record(number).filter(|record| record.slot != NO_SLOT).map(|record| record.slot as usize)
    }

    /// What is special about a tenant.
    pub fn mark(&self, number: Number) -> Mark {
        let slot = self.record(number).map_or(NO_SLOT, |record| record.slot);
        FIXED.get(slot as usize).map_or(Mark::Plain, |fixed| fixed.mark)
    }

    /// The makers of ids.
    pub fn ids(&self) -> Ids {
        self.ids
    }

    /// A tenant's id.
    pub fn uuid(&self, number: Number) -> Uuid {
        let is_cafe = self.fixed(fixed::CAFE) == Some(number);
        if is_cafe { CAFE_ID } else { self.ids.uuid(Space::Tenant, number) }
    }

    /// The tenant of an id.
    pub fn find(&self, uuid: Uuid) -> Option<Number> {
        if uuid == CAFE_ID {
            return self.fixed(fixed::CAFE);
        }
        self.ids
            .number(Space::Tenant, uuid)
            .filter(|&number| number < self.len() && self.uuid(number) == uuid)
    }
}

#[cfg(test)]
mod tests;
