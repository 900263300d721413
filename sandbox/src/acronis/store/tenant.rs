//! A tenant that is not, or no longer, as it was generated.

use crate::estate::{Estate, Facts, Kind, Number, Stamps};
use crate::moment::{Moment, Zone};

/// One of them. Its place in the tree and its stamps change by the store's methods alone.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Tenant {
    parent: Number,
    stamps: Stamps,
    pub kind: Kind,
    pub name: String,
    pub enabled: bool,
    pub facts: Facts,
}

impl Tenant {
    /// As it was generated; None where no such tenant was.
    pub(super) fn generated(estate: &Estate, number: Number) -> Option<Tenant> {
        let record = estate.record(number)?;
        Some(Tenant {
            parent: record.parent,
            stamps: estate.stamps(number),
            kind: record.kind,
            name: estate.name(number),
            enabled: estate.enabled(number),
            facts: estate.facts(number),
        })
    }

    /// One that is made now.
    pub(super) fn new(parent: Number, kind: Kind, name: &str, now: Moment) -> Tenant {
        let stamps = Stamps::new(now, Zone::None);
        Tenant { parent, stamps, kind, name: name.to_owned(), enabled: true, facts: Facts::default() }
    }

    /// Its parent.
    pub fn parent(&self) -> Number {
        self.parent
    }

    /// Its dates and version.
    pub fn stamps(&self) -> Stamps {
        self.stamps
    }

    pub(super) fn set_parent(&mut self, parent: Number) {
        self.parent = parent;
    }

    /// It was changed: what `updated_since` and readers of the version see.
    pub(super) fn touch(&mut self, now: Moment) {
        self.stamps.touch(now);
    }

    pub(super) fn mark_restored(&mut self, now: Moment) {
        self.stamps.touch(now);
        self.stamps.deleted = None;
    }

    pub(super) fn mark_deleted(&mut self, now: Moment) {
        self.stamps.touch(now);
        self.stamps.deleted = Some(self.stamps.updated);
    }
}
