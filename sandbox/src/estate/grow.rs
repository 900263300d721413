//! Making a tree with an exact number of tenants.
//!
//! Tenants are made in level order: every node hands its budget of descendants to the children it makes,
//! and its children stand side by side. So any level of any subtree is one range of numbers, and a page of
//! a subtree costs what the page holds.

use super::fixed::{FIXED, Fixed, Mark, UMBRELLA};
use super::record::{Kind, NO_SLOT, Record};
use super::regions::Region;
use crate::random::Random;

/// A folder with more descendants than this is split into folders instead of being one flat list.
const FLAT_LIMIT: u32 = 8000;
/// Below this level only customers and units are made.
const DEEPEST_CONTAINER: u8 = 6;

pub(super) struct Grower {
    seed: u64,
    records: Vec<Record>,
    /// Descendants that each record still has to make; beside `records`.
    budgets: Vec<u32>,
    /// Which of the fixed tenants there is room for.
    included: Vec<bool>,
    shares: Vec<u32>,
}

/// The records in level order; the root is number 0.
pub(super) fn grow(seed: u64, tenants: u32) -> Vec<Record> {
    let included = included(tenants);
    let counted = (0..FIXED.len()).filter(|&slot| counts(slot) && is(&included, slot)).count() as u32;
    let shares = shares(tenants.saturating_sub(counted));
    let capacity = tenants as usize + tenants as usize / 80 + FIXED.len();
    let mut grower = Grower {
        seed,
        records: Vec::with_capacity(capacity),
        budgets: Vec::with_capacity(capacity),
        included,
        shares,
    };
    grower.run();
    grower.records
}

fn is(list: &[bool], at: usize) -> bool {
    list.get(at).copied().unwrap_or(false)
}

/// Whether a fixed tenant counts among the demo account's living tenants.
fn counts(slot: usize) -> bool {
    below_umbrella(slot) && FIXED.get(slot).is_some_and(|one| one.mark != Mark::Deleted)
}

fn below_umbrella(slot: usize) -> bool {
    slot == UMBRELLA || (slot != 0 && FIXED.get(slot).is_some_and(|one| below_umbrella(one.parent)))
}

/// A small estate has only the first of them, and parents come before their children.
fn included(tenants: u32) -> Vec<bool> {
    let mut left = tenants;
    let mut list: Vec<bool> = Vec::with_capacity(FIXED.len());
    for (slot, one) in FIXED.iter().enumerate() {
        let parent_there = slot == 0 || is(&list, one.parent);
        let room = !counts(slot) || left > 0;
        list.push(parent_there && room);
        if counts(slot) && room {
            left -= 1;
        }
    }
    list
}

/// How many generated tenants each slot gets; the remainder goes to the first slot that gets any.
fn shares(total: u32) -> Vec<u32> {
    let part = |one: &Fixed| (u64::from(total) * u64::from(one.share) / 1000) as u32;
    let mut parts: Vec<u32> = FIXED.iter().map(part).collect();
    let rest = total - parts.iter().sum::<u32>();
    let first = FIXED.iter().position(|one| one.share > 0).and_then(|slot| parts.get_mut(slot));
    if let Some(first) = first {
        *first += rest;
    }
    parts
}

impl Grower {
    fn run(&mut self) {
        self.push(0, Kind::Root, Region::World, 0, false);
        if let Some(root) = self.records.first_mut() {
            root.slot = 0;
            root.level = 0;
        }
        let mut at = 0;
        while let Some(record) = self.records.get(at).copied() {
            let first_child = self.records.len() as u32;
            let budget = self.budgets.get(at).copied().unwrap_or(0);
            self.fixed_children(at as u32, record);
            if budget > 0 {
                self.generated_children(at as u32, record, budget);
            }
            let children = self.records.len() as u32 - first_child;
            if let Some(record) = self.records.get_mut(at) {
                (record.first_child, record.children) = (first_child, children);
            }
            at += 1;
        }
    }

    fn push(&mut self, parent: u32, kind: Kind, region: Region, budget: u32, deleted: bool) {
        let level = self.records.get(parent as usize).map_or(0, |record| record.level + 1);
        let record =
            Record { parent, first_child: 0, children: 0, kind, level, region, slot: NO_SLOT, deleted };
        self.records.push(record);
        self.budgets.push(budget);
    }

    fn fixed_children(&mut self, parent: u32, record: Record) {
        if record.slot == NO_SLOT {
            return;
        }
        for (slot, one) in FIXED.iter().enumerate().skip(1) {
            if one.parent == record.slot as usize && is(&self.included, slot) {
                let budget = self.shares.get(slot).copied().unwrap_or(0);
                self.push(parent, one.kind, one.region, budget, one.mark == Mark::Deleted);
                if let Some(made) = self.records.last_mut() {
                    made.slot = slot as u8;
                }
            }
        }
    }

    fn generated_children(&mut self, at: u32, record: Record, budget: u32) {
        let mut random = Random::new(self.seed, u64::from(at), 1);
        match record.kind {
            Kind::Customer | Kind::Unit => self.units(at, record, budget, &mut random),
            _ if self.is_flat(record, budget, &mut random) => {
                self.customers(at, record.region, budget, &mut random);
            }
            _ => self.containers(at, record, budget, &mut random),
        }
    }

    fn is_flat(&self, record: Record, budget: u32, random: &mut Random) -> bool {
        match record.region {
            Region::Benelux => budget <= FLAT_LIMIT || record.level >= DEEPEST_CONTAINER,
            _ => budget <= 6 || record.level >= DEEPEST_CONTAINER || (budget <= 3000 && random.percent(25)),
        }
    }

    fn units(&mut self, at: u32, record: Record, budget: u32, random: &mut Random) {
        let nests = record.kind == Kind::Customer && budget >= 4 && random.percent(40);
        let nested = if nests { budget / 2 } else { 0 };
        for place in 0..budget - nested {
            self.push(at, Kind::Unit, record.region, if place == 0 { nested } else { 0 }, false);
        }
    }

    fn customers(&mut self, at: u32, region: Region, budget: u32, random: &mut Random) {
        let mut left = budget;
        while left > 0 {
            let units = units_of_a_customer(region, random).min(left - 1);
            self.push(at, Kind::Customer, region, units, false);
            left -= 1 + units;
            if random.percent(1) {
                self.push(at, Kind::Customer, region, 0, true);
            }
        }
    }

    fn containers(&mut self, at: u32, record: Record, budget: u32, random: &mut Random) {
        let direct = budget / 12;
        let groups = group_count(record.region, budget, random);
        let mut left = budget - direct - groups;
        for group in 0..groups {
            let even = left / (groups - group);
            let last = group + 1 == groups;
            let part =
                if last { left } else { even / 2 + random.below(u64::from(even) + 1) as u32 }.min(left);
            left -= part;
            let (kind, region) = container_kind(record, random);
            self.push(at, kind, region, part, false);
        }
        self.customers(at, record.region, direct, random);
    }
}

fn units_of_a_customer(region: Region, random: &mut Random) -> u32 {
    let lean = region == Region::Benelux;
    let drawn = match random.below(100) {
        _ if lean && random.percent(80) => 0,
        0..72 => 0,
        72..90 => 1 + random.below(3),
        90..98 => 4 + random.below(5),
        _ => 10 + random.below(16),
    };
    drawn as u32
}

fn group_count(region: Region, budget: u32, random: &mut Random) -> u32 {
    let wanted = match region {
        Region::Benelux => budget / 5000 + 2,
        _ => 2 + random.below(9) as u32,
    };
    wanted.min(budget / 3).max(1)
}

/// A partner's customers are kept in folders; a folder holds folders and resellers.
fn container_kind(record: Record, random: &mut Random) -> (Kind, Region) {
    let partners = if record.kind == Kind::Partner { 35 } else { 45 };
    let kind = if record.region != Region::Benelux && random.percent(partners) {
        Kind::Partner
    } else {
        Kind::Folder
    };
    (kind, record.region)
}
