//! Moving about in the tree.

use std::ops::Range;

use super::read::Store;
use crate::estate::Number;

impl Store {
    /// The children, deleted ones included; added and moved ones last.
    pub fn children(&self, number: Number) -> impl Iterator<Item = Number> {
        let (generated, changed) = match self.children.get(&number) {
            Some(list) => (0..0, list.as_slice()),
            None => (self.estate.children(number), [].as_slice()),
        };
        generated.chain(changed.iter().copied())
    }

    /// Whether any child lives.
    pub fn has_children(&self, number: Number) -> bool {
        self.children(number).any(|child| !self.is_deleted(child))
    }

    /// Whether a tenant is `top` or stands below it.
    pub fn is_within(&self, number: Number, top: Number) -> bool {
        number == top || self.above(number).any(|above| above == top)
    }

    /// The numbers of a subtree, level by level, the top itself first. A level is one range as long as nothing in it
    /// was added or moved, so that a page of a large subtree costs what the page holds.
    pub fn levels(&self, top: Number) -> Vec<Range<Number>> {
        let mut all = Vec::new();
        let mut level = Vec::new();
        level.push(top..top + 1);
        while !level.is_empty() {
            let below = level.iter().flat_map(|range| self.below(range.clone())).collect();
            all.append(&mut level);
            level = below;
        }
        all
    }

    /// The children of neighbours: the generated ones in ranges, interrupted where somebody's were changed.
    fn below(&self, above: Range<Number>) -> Vec<Range<Number>> {
        let mut found = Vec::new();
        let mut start = above.start;
        for (&parent, list) in self.children.range(above.clone()) {
            found.push(self.estate.children_of_all(start..parent));
            found.extend(list.iter().map(|&child| child..child + 1));
            start = parent + 1;
        }
        found.push(self.estate.children_of_all(start..above.end));
        found.retain(|range| !range.is_empty());
        found
    }

    /// From the tenant below `top` down to the tenant's parent; empty for `top` itself and its children.
    pub fn ancestors_below(&self, number: Number, top: Number) -> Vec<Number> {
        if number == top {
            return Vec::new();
        }
        let mut path: Vec<Number> =
            self.above(number).take_while(|&above| above != top && above != 0).collect();
        path.reverse();
        path
    }

    /// From the parent up to the root.
    pub(super) fn above(&self, number: Number) -> impl Iterator<Item = Number> {
        let up = |at: Number| Some(self.parent(at)).filter(|&parent| parent != at);
        std::iter::successors(up(number), move |&at| up(at))
    }
}
