//! The number of a tenant in the arena.

/// A node of the tree. Stays valid for the life of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node(pub(super) u32);

impl Node {
    /// Of a list that stands by itself.
    pub(crate) const fn at(index: u32) -> Node {
        Node(index)
    }

    /// Its index in the arena, for lists that are kept beside the tree.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl std::fmt::Display for Node {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

/// A link that leads nowhere.
pub(super) const NONE: Node = Node(u32::MAX);
