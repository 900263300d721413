//! One load of a list, page by page: what arrived, what was wrong with it, and how its end changes the tree.

use super::arena::{Tree, flag};
use super::bits::Bits;
use super::change::TenantChange;
use super::decode::Row;
use super::node::Node;
use super::record::Parent;

/// What a load has found so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Rows that were read.
    pub rows: usize,
    /// Tenants that came more than once; the last row counts.
    pub duplicates: usize,
    /// Rows that could not be used: the first few, in words.
    pub bad: Vec<String>,
    /// How many of them there were.
    pub bad_count: usize,
    /// Rows without an id or a parent, because the level of detail leaves them out.
    pub without_ids: usize,
    /// Tenants that are their own ancestors.
    pub loops: usize,
    /// What has changed, where that was asked for.
    pub changes: Vec<TenantChange>,
}

/// What was loaded. It decides which tenants are gone when the load ends without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loaded {
    /// Everything that the account sees: what did not come is gone.
    Everything,
    /// The children of one tenant.
    Children(Node),
    /// Only what has changed, or chosen tenants.
    Some,
}

/// A load under way.
#[derive(Debug, Default)]
pub struct Load {
    /// What it has found so far.
    pub report: Report,
    came: Bits,
    /// Contacts were asked for: a row without any has none.
    with_contacts: bool,
    /// What has changed since then is noted, in seconds since 1970.
    since: Option<u32>,
    /// The page that is being read was read before, in part.
    replay: bool,
}

/// Bad rows that are described.
const TOLD: usize = 20;

impl Load {
    /// A load of a list that was asked for with contacts, or without.
    pub(super) fn of(with_contacts: bool) -> Load {
        Load { with_contacts, ..Load::default() }
    }

    /// A load of what has changed.
    pub(super) fn of_changes(since: Option<u32>) -> Load {
        Load { since, ..Load::of(true) }
    }

    /// Adds a row to the tree.
    pub fn take(&mut self, tree: &mut Tree, row: Row<'_>) {
        match row {
            Row::Good(mut record) => {
                record.with_contacts = self.with_contacts;
                self.report.without_ids += usize::from(record.parent == Parent::Unsaid);
                let change = self.since.map(|since| TenantChange::of(tree, &record, since));
                let Some(node) = tree.put(&record) else {
                    return self.bad("there are more tenants than the console can hold".to_owned());
                };
                self.report.rows += 1;
                let is_first = self.came.insert(node);
                self.report.duplicates += usize::from(!is_first && !self.replay);
                if !is_first {
                    // It has changed again meanwhile: the last row counts.
                    self.report.changes.retain(|change| change.id != record.id);
                }
                self.report.changes.extend(change);
            }
            Row::WithoutId => {
                self.report.rows += 1;
                self.report.without_ids += 1;
            }
            Row::Bad(words) => self.bad(words),
        }
    }

    /// Returns to an earlier report, because a page that failed half-way will be read again; its rows must not
    /// count as duplicates then.
    pub(super) fn rewind(&mut self, report: Report) {
        self.report = report;
        self.replay = true;
    }

    /// A page has been read to its end.
    pub(super) fn page_end(&mut self) {
        self.replay = false;
    }

    fn bad(&mut self, words: String) {
        self.report.bad_count += 1;
        if self.report.bad.len() < TOLD {
            self.report.bad.push(words);
        }
    }

    /// Ends the load.
    pub fn finish(mut self, tree: &mut Tree, loaded: Loaded) -> Report {
        match loaded {
            Loaded::Everything => {
                self.remove_what_did_not_come(tree, tree.nodes().collect());
                tree.complete = true;
            }
            Loaded::Children(parent) => {
                self.remove_what_did_not_come(tree, tree.children(parent).collect());
                tree.note_children(parent, false);
            }
            Loaded::Some => {}
        }
        self.report.loops = tree.detect_cycles();
        self.report
    }

    fn remove_what_did_not_come(&self, tree: &mut Tree, nodes: Vec<Node>) {
        for node in nodes {
            let linked = tree.item(node).is_some_and(|item| item.has(flag::LINKED));
            if linked && !self.came.contains(node) {
                tree.remove(node);
            }
        }
    }
}
