//! Moving about in the tree.

use std::ops::Range;

use super::{Estate, Number};

impl Estate {
    /// The children's numbers, deleted ones included.
    pub fn children(&self, number: Number) -> Range<Number> {
        self.record(number).map_or(0..0, |record| record.first_child..record.first_child + record.children)
    }

    /// Whether a tenant is `top` or stands below it.
    pub fn is_within(&self, number: Number, top: Number) -> bool {
        let mut at = number;
        // Numbers grow downwards, so the climb ends at the root at the latest.
        while at > top {
            match self.record(at) {
                Some(record) if record.parent < at => at = record.parent,
                _ => return false,
            }
        }
        at == top
    }

    /// The numbers of a subtree, one range a level, the top itself first.
    pub fn levels(&self, top: Number) -> Vec<Range<Number>> {
        let mut levels = Vec::new();
        levels.push(top..top + 1);
        while let Some(above) = levels.last().cloned() {
            let below = self.below(above);
            if below.is_empty() {
                break;
            }
            levels.push(below);
        }
        levels
    }

    /// All children of a range of tenants of one level: one range as well, since tenants are numbered in
    /// level order.
    fn below(&self, above: Range<Number>) -> Range<Number> {
        let start = self.record(above.start).map_or(0, |record| record.first_child);
        let end = above.end.checked_sub(1).and_then(|last| self.record(last));
        start..end.map_or(start, |record| record.first_child + record.children)
    }

    /// From the tenant below `top` down to the tenant's parent; empty for `top` itself and its children.
    pub fn ancestors_below(&self, number: Number, top: Number) -> Vec<Number> {
        let mut path = Vec::new();
        let mut at = number;
        while let Some(record) = self.record(at).filter(|record| record.parent < at && record.parent > top) {
            at = record.parent;
            path.push(at);
        }
        path.reverse();
        path
    }

    /// Whether any child lives.
    pub fn has_children(&self, number: Number) -> bool {
        self.children(number).any(|child| self.record(child).is_some_and(|record| !record.deleted))
    }
}
