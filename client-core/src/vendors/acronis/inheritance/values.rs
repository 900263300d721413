//! Values that many tenants share are kept once and numbered.

use std::collections::hash_map::DefaultHasher;
use std::hash::{BuildHasher, BuildHasherDefault, Hash};

use hashbrown::HashTable;

use crate::vendors::acronis::Value;

/// Keeps each distinct item once and numbers it.
#[derive(Debug)]
pub(super) struct Distinct<T> {
    list: Vec<T>,
    places: HashTable<u32>,
}

impl<T> Default for Distinct<T> {
    fn default() -> Self {
        Distinct { list: Vec::new(), places: HashTable::new() }
    }
}

fn hash<T: Hash>(item: &T) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(item)
}

impl<T: Clone + Eq + Hash> Distinct<T> {
    pub fn keep(&mut self, item: &T) -> u32 {
        let Distinct { list, places } = self;
        let same = |place: &u32| list.get(*place as usize) == Some(item);
        if let Some(place) = places.find(hash(item), same) {
            return *place;
        }
        let place = list.len() as u32;
        list.push(item.clone());
        places.insert_unique(hash(item), place, |at| list.get(*at as usize).map_or(0, hash));
        place
    }

    pub fn get(&self, place: u32) -> Option<&T> {
        self.list.get(place as usize)
    }
}

/// The number of a value in [`Values`]. Two numbers are equal exactly where the values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ValueId(u32);

/// The values of one setting.
#[derive(Debug, Default)]
pub struct Values(Distinct<Value>);

impl Values {
    /// Keeps a value.
    pub fn keep(&mut self, value: &Value) -> ValueId {
        ValueId(self.0.keep(value))
    }

    /// The value.
    pub fn get(&self, id: ValueId) -> &Value {
        self.0.get(id.0).unwrap_or(&Value::Null)
    }

    /// Whether the first is a smaller number than the second; `None` where either is no number.
    pub(super) fn is_smaller(&self, one: ValueId, other: ValueId) -> Option<bool> {
        Some(self.get(one).number()?.is_smaller_than(self.get(other).number()?))
    }

    pub(super) fn is_number(&self, id: ValueId) -> bool {
        self.get(id).number().is_some()
    }
}
