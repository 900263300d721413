//! Changing tenants. Each change keeps the lists of children in step and is seen by `updated_since`.

use super::read::Store;
use super::tenant::Tenant;
use crate::estate::{Kind, Number};
use crate::moment::Moment;

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such tenant, user or contact.
    Missing,
    /// It is deleted, or would stand below a deleted tenant.
    Deleted,
    /// A tenant cannot stand below itself.
    BelowItself,
}

impl Store {
    /// Adds a tenant below a living one; its number. [`Store::update`] sets what it does not say here.
    pub fn insert(&mut self, parent: Number, kind: Kind, name: &str, now: Moment) -> Result<Number, Refused> {
        self.living(parent)?;
        let number = self.size();
        self.added += 1;
        self.tenants.insert(number, Tenant::new(parent, kind, name, now));
        self.children_mut(parent).push(number);
        Ok(number)
    }

    /// Changes a living tenant.
    pub fn update(
        &mut self,
        number: Number,
        now: Moment,
        change: impl FnOnce(&mut Tenant),
    ) -> Result<(), Refused> {
        self.living(number)?;
        let tenant = self.tenant_mut(number)?;
        change(tenant);
        tenant.touch(now);
        Ok(())
    }

    /// Soft-deletes a living tenant; it keeps its place. What stands below it is the caller's to delete first.
    pub fn mark_deleted(&mut self, number: Number, now: Moment) -> Result<(), Refused> {
        self.living(number)?;
        self.tenant_mut(number)?.mark_deleted(now);
        Ok(())
    }

    /// Takes back the deletion of a tenant, and of all below it that were deleted at the same moment.
    pub fn mark_restored(&mut self, number: Number, deleted: Moment, now: Moment) -> Result<(), Refused> {
        for one in self.within(number, |store, one| store.stamps(one).deleted == Some(deleted)) {
            self.tenant_mut(one)?.mark_restored(now);
        }
        Ok(())
    }

    /// The living tenants of a subtree, those below before those above.
    pub fn below_first(&self, top: Number) -> Vec<Number> {
        let mut all = self.within(top, |store, one| !store.is_deleted(one));
        all.reverse();
        all
    }

    /// A tenant and those below it that are wanted; what is below one that is not wanted is left out.
    fn within(&self, top: Number, is_wanted: impl Fn(&Store, Number) -> bool) -> Vec<Number> {
        let (mut all, mut next) = (Vec::new(), vec![top]);
        while let Some(one) = next.pop() {
            if is_wanted(self, one) {
                all.push(one);
                next.extend(self.children(one));
            }
        }
        all
    }

    /// Puts a living tenant, with all below it, below another living one, as its last child.
    pub fn move_below(&mut self, number: Number, parent: Number, now: Moment) -> Result<(), Refused> {
        self.living(number)?;
        self.living(parent)?;
        if self.is_within(parent, number) {
            return Err(Refused::BelowItself);
        }
        let before = self.parent(number);
        let tenant = self.tenant_mut(number)?;
        tenant.set_parent(parent);
        tenant.touch(now);
        self.children_mut(before).retain(|&child| child != number);
        self.children_mut(parent).push(number);
        Ok(())
    }

    pub(super) fn living(&self, number: Number) -> Result<(), Refused> {
        match (self.exists(number), self.is_deleted(number)) {
            (false, _) => Err(Refused::Missing),
            (true, true) => Err(Refused::Deleted),
            (true, false) => Ok(()),
        }
    }

    fn tenant_mut(&mut self, number: Number) -> Result<&mut Tenant, Refused> {
        if !self.tenants.contains_key(&number) {
            let tenant = Tenant::generated(&self.estate, number).ok_or(Refused::Missing)?;
            self.tenants.insert(number, tenant);
        }
        self.tenants.get_mut(&number).ok_or(Refused::Missing)
    }

    fn children_mut(&mut self, number: Number) -> &mut Vec<Number> {
        let generated = self.estate.children(number);
        self.children.entry(number).or_insert_with(|| generated.collect())
    }
}
