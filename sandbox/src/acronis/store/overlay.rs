//! The people of one kind that are not as they were generated.

use std::collections::BTreeMap;

use crate::estate::ids::{Space, Uuid};
use crate::estate::{Estate, Number};

/// One kind of people.
#[derive(Clone, Debug)]
pub(super) struct People<T> {
    /// All people of the tenants of whom any was changed, deleted users included.
    changed: BTreeMap<Number, Vec<T>>,
    /// The tenant of each that was added, by the number that its id holds.
    added: Vec<Number>,
    generated_space: Space,
    added_space: Space,
}

impl<T> People<T> {
    pub(super) fn new(generated_space: Space, added_space: Space) -> People<T> {
        People { changed: BTreeMap::new(), added: Vec::new(), generated_space, added_space }
    }

    /// All people of a tenant of whom any was changed.
    pub(super) fn of(&self, tenant: Number) -> Option<&[T]> {
        self.changed.get(&tenant).map(Vec::as_slice)
    }

    /// The tenant whose people may hold that id.
    pub(super) fn tenant_of(&self, estate: &Estate, id: Uuid) -> Option<Number> {
        let generated = estate.tenant_of_person(self.generated_space, id);
        let added = || self.added.get(estate.ids().number(self.added_space, id)? as usize).copied();
        generated.or_else(added)
    }

    /// An id for one more of that tenant's.
    pub(super) fn new_id(&mut self, estate: &Estate, tenant: Number) -> Uuid {
        let id = estate.ids().uuid(self.added_space, self.added.len() as u32);
        self.added.push(tenant);
        id
    }

    /// The same, to be changed.
    pub(super) fn of_mut(&mut self, tenant: Number, generated: impl FnOnce() -> Vec<T>) -> &mut Vec<T> {
        self.changed.entry(tenant).or_insert_with(generated)
    }
}
