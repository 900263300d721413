//! Which tenants are at the top, and how cycles are broken.

use super::arena::{Tree, flag};
use super::bits::Bits;
use super::node::{NONE, Node};

impl Tree {
    /// The tenants at the top: those that name themselves, and those whose parent cannot be seen.
    pub fn roots(&mut self) -> &[Node] {
        if self.roots_stale {
            let mut roots: Vec<Node> = self.nodes().filter(|node| self.is_root(*node)).collect();
            self.sort(&mut roots);
            self.roots = roots;
            self.roots_stale = false;
        }
        &self.roots
    }

    fn is_root(&self, node: Node) -> bool {
        self.item(node).is_some_and(|item| item.has(flag::SEEN | flag::LINKED) && self.parent(node).is_none())
    }

    pub(super) fn nodes(&self) -> impl Iterator<Item = Node> + use<> {
        (0..self.items.len() as u32).map(Node)
    }

    /// Finds tenants that no root leads to, because they are their own ancestors, and makes one of each cycle
    /// a root, so that everything can be seen. Returns how many cycles there were. Call it when a load ends.
    pub fn detect_cycles(&mut self) -> usize {
        let mut reached = self.reached();
        let mut loops = 0;
        for node in self.nodes() {
            let linked = self.item(node).is_some_and(|item| item.has(flag::SEEN | flag::LINKED));
            if !linked || reached.contains(node) {
                continue;
            }
            match self.walk_up(node, &mut reached) {
                Some(looped) => {
                    self.break_loop(looped);
                    loops += 1;
                }
                // It is below a deleted tenant, and hidden with it.
                None => continue,
            }
        }
        loops
    }

    fn reached(&mut self) -> Bits {
        let mut reached = Bits::default();
        let mut waiting = self.roots().to_vec();
        while let Some(node) = waiting.pop() {
            if reached.insert(node) {
                waiting.extend(self.children(node));
            }
        }
        reached
    }

    /// Walks up and marks the path; the first node that it meets twice is in a cycle.
    fn walk_up(&self, from: Node, reached: &mut Bits) -> Option<Node> {
        let mut way = Bits::default();
        let mut at = from;
        while way.insert(at) {
            if !reached.insert(at) {
                return None;
            }
            at = self.parent(at)?;
        }
        Some(at)
    }

    fn break_loop(&mut self, node: Node) {
        self.unlink(node);
        self.shape += 1;
        if let Some(item) = self.item_mut(node) {
            item.parent = NONE;
            item.flags |= flag::LOOPED | flag::LINKED;
        }
    }
}
