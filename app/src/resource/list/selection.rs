//! Which rows are selected: these, or all that match a filter but for some.

use std::collections::BTreeSet;

use leptos::prelude::*;
use tenantry_core::fold::Query;

use super::row::Row;

/// Which rows are selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selected {
    /// These, by their ids.
    These(BTreeSet<String>),
    /// All that match a filter, also those that have not been read yet.
    Matching {
        /// The filter.
        filter: Query,
        /// But for these.
        except: BTreeSet<String>,
    },
}

impl Default for Selected {
    fn default() -> Selected {
        Selected::These(BTreeSet::new())
    }
}

impl Selected {
    /// Whether a row is.
    pub fn has(&self, row: &Row) -> bool {
        match self {
            Selected::These(ids) => ids.contains(&row.id),
            Selected::Matching { filter, except } => !except.contains(&row.id) && row.matches(filter),
        }
    }

    /// Selects a row, or no longer.
    pub fn set(&mut self, row: &Row, on: bool) {
        if self.has(row) == on {
            return;
        }
        match self {
            Selected::These(ids) if on => ids.insert(row.id.clone()),
            Selected::These(ids) => ids.remove(&row.id),
            Selected::Matching { except, .. } if !on => except.insert(row.id.clone()),
            Selected::Matching { filter, except } => except.remove(&row.id) && row.matches(filter),
        };
    }
}

/// The selection of a list. Copied freely; all copies are the same.
#[derive(Clone, Copy, Default)]
pub struct Selection(RwSignal<Selected>);

impl Selection {
    /// Whether a row is selected.
    pub fn has(self, row: &Row) -> bool {
        self.0.with(|selected| selected.has(row))
    }

    /// Selects a row, or no longer.
    pub fn set(self, row: &Row, on: bool) {
        self.0.update(|selected| selected.set(row, on));
    }

    /// Selects all rows that match a filter.
    pub fn set_matching(self, filter: &str) {
        self.0.set(Selected::Matching { filter: Query::new(filter), except: BTreeSet::new() });
    }

    /// Selects nothing.
    pub fn clear(self) {
        self.0.set(Selected::default());
    }

    /// The ids of the selected rows.
    pub fn ids(self, rows: &[Row]) -> BTreeSet<String> {
        self.0
            .with(|selected| rows.iter().filter(|row| selected.has(row)).map(|row| row.id.clone()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::row::Cell;
    use super::*;

    #[test]
    fn these_and_all_but() {
        let [one, two, new] = ["anna", "bert", "annika"].map(|name| Row::new(name, vec![Cell::text(name)]));
        let mut selected = Selected::default();
        selected.set(&one, true);
        assert_eq!((selected.has(&one), selected.has(&two)), (true, false));
        selected.set(&one, false);
        assert_eq!(selected, Selected::default());
        let mut matching = Selected::Matching { filter: Query::new("ann"), except: BTreeSet::new() };
        assert_eq!([&one, &two, &new].map(|row| matching.has(row)), [true, false, true]);
        matching.set(&new, false);
        assert_eq!([&one, &two, &new].map(|row| matching.has(row)), [true, false, false]);
        matching.set(&new, true);
        assert!(matching.has(&new));
    }
}
