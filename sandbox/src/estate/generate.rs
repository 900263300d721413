//! The generated tenants as one value.

use std::ops::Range;

use super::fixed::{CAFE, FIXED, Mark};
use super::grow::grow;
use super::ids::{Ids, Space, Uuid};
use super::record::{NO_SLOT, Number, Record};

/// The example id of the vendor's reference, given to one tenant so that people recognise it.
const CAFE_ID: Uuid = Uuid(0xf313_ecf6_9256_4afd_9d47_72e0_32ee_81d0);

/// All generated tenants.
pub struct Estate {
    pub(super) seed: u64,
    pub(super) ids: Ids,
    records: Vec<Record>,
    /// Number of each fixed tenant that is there, by slot.
    fixed: Vec<Option<Number>>,
}

impl Estate {
    /// The estate of that seed in which the demo account's top tenant and what lives below it are
    /// `tenants`; at least 1.
    pub fn generate(seed: u64, tenants: u32) -> Estate {
        let records = grow(seed, tenants.max(1));
        let mut fixed = vec![None; FIXED.len()];
        for (number, record) in records.iter().enumerate().filter(|(_, record)| record.slot != NO_SLOT) {
            if let Some(entry) = fixed.get_mut(record.slot as usize) {
                *entry = Some(number as Number);
            }
        }
        Estate { seed, ids: Ids::new(seed), records, fixed }
    }

    /// The seed it was made from.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Numbers in use, deleted tenants included.
    pub fn len(&self) -> u32 {
        self.records.len() as u32
    }

    /// Never true: there is always the root. (Clippy wants it beside `len`.)
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

    /// Makes and reads its ids.
    pub fn ids(&self) -> Ids {
        self.ids
    }

    /// A tenant's id.
    pub fn uuid(&self, number: Number) -> Uuid {
        let is_cafe = self.fixed(CAFE) == Some(number);
        if is_cafe { CAFE_ID } else { self.ids.uuid(Space::Tenant, number) }
    }

    /// The tenant of an id.
    pub fn find(&self, uuid: Uuid) -> Option<Number> {
        if uuid == CAFE_ID {
            return self.fixed(CAFE);
        }
        self.ids
            .number(Space::Tenant, uuid)
            .filter(|&number| number < self.len() && self.uuid(number) == uuid)
    }
    /// The children's numbers, deleted ones included.
    pub fn children(&self, number: Number) -> Range<Number> {
        self.record(number).map_or(0..0, |record| record.first_child..record.first_child + record.children)
    }

    /// All children of neighbours on one level: one range as well, since tenants are numbered in level order.
    pub fn children_of_all(&self, above: Range<Number>) -> Range<Number> {
        let start = self.record(above.start).map_or(0, |record| record.first_child);
        let last = above.end.checked_sub(1).filter(|&last| last >= above.start);
        let end = last.and_then(|last| self.record(last));
        start..end.map_or(start, |record| record.first_child + record.children)
    }
}
