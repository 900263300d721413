//! A set of nodes, one bit each.

use super::node::Node;

/// A growing bit set.
#[derive(Clone, Debug, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub fn contains(&self, node: Node) -> bool {
        let (word, bit) = place(node);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// Adds; `true` where it was not there yet.
    pub fn insert(&mut self, node: Node) -> bool {
        let (word, bit) = place(node);
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.0.get_mut(word).is_some_and(|bits| {
            let new = *bits & bit == 0;
            *bits |= bit;
            new
        })
    }

    pub fn remove(&mut self, node: Node) {
        let (word, bit) = place(node);
        if let Some(bits) = self.0.get_mut(word) {
            *bits &= !bit;
        }
    }

    /// Adds all of the first `count` nodes.
    pub fn fill(&mut self, count: usize) {
        self.0.clear();
        self.0.resize(count.div_ceil(64), u64::MAX);
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }
}

fn place(node: Node) -> (usize, u64) {
    (node.index() / 64, 1 << (node.index() % 64))
}
