//! Children in the order in which people look for them: by folded name, then by id.

use super::arena::{Tree, flag};
use super::node::{NONE, Node};

impl Tree {
    /// Puts a node's children in order, once.
    pub(super) fn sort_children(&mut self, node: Node) {
        let sorted = self.item(node).is_none_or(|item| item.has(flag::SORTED));
        if sorted {
            return;
        }
        let mut children: Vec<Node> = self.children(node).collect();
        self.sort(&mut children);
        let mut previous = NONE;
        for (at, child) in children.iter().enumerate() {
            let next = children.get(at + 1).copied().unwrap_or(NONE);
            if let Some(item) = self.item_mut(*child) {
                (item.previous, item.next) = (previous, next);
            }
            previous = *child;
        }
        let first = children.first().copied().unwrap_or(NONE);
        if let Some(item) = self.item_mut(node) {
            item.first_child = first;
            item.flags |= flag::SORTED;
        }
    }

    /// Sorts what has arrived since the last time. Done page by page, while the next page is loading, so that
    /// nobody waits for it later.
    pub(super) fn sort_new(&mut self) {
        for node in std::mem::take(&mut self.to_sort) {
            if let Some(item) = self.item_mut(node) {
                item.set(flag::TO_SORT, false);
            }
            self.sort_children(node);
        }
    }

    /// Sorts by the first eight bytes of the folded name, and by the rest only where they are the same.
    pub(super) fn sort(&self, nodes: &mut [Node]) {
        if nodes.len() < 2 {
            return;
        }
        let mut keyed: Vec<(u64, Node)> =
            nodes.iter().map(|node| (prefix(self.folded_name(*node)), *node)).collect();
        keyed.sort_unstable_by(|(left_key, left), (right_key, right)| {
            left_key.cmp(right_key).then_with(|| {
                let names = self.folded_name(*left).cmp(self.folded_name(*right));
                names.then_with(|| self.id(*left).cmp(&self.id(*right)))
            })
        });
        for (slot, (_, node)) in nodes.iter_mut().zip(keyed) {
            *slot = node;
        }
    }

    fn folded_name(&self, node: Node) -> &[u8] {
        self.item(node).map_or(&[], |item| self.names.folded(item.name))
    }
}

fn prefix(name: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    for (slot, byte) in bytes.iter_mut().zip(name) {
        *slot = *byte;
    }
    u64::from_be_bytes(bytes)
}
