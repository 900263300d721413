//! One load of a list, page by page: what arrived, what was wrong with it, and how its end changes the tree.

use super::arena::{Parent, Tree, flag};
use super::bits::Bits;
use super::decode::Row;
use super::node::Node;

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
    /// The page that is being read was read before, in part.
    replay: bool,
}

/// Bad rows that are described.
const TOLD: usize = 20;

impl Load {
    /// Adds a row to the tree.
    pub fn take(&mut self, tree: &mut Tree, row: Row<'_>) {
        match row {
            Row::Good(record) => {
                self.report.without_ids += usize::from(record.parent == Parent::Unsaid);
                let Some(node) = tree.put(&record) else {
                    return self.bad("there are more tenants than the console can hold".to_owned());
                };
                self.report.rows += 1;
                self.report.duplicates += usize::from(!self.came.insert(node) && !self.replay);
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
