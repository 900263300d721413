//! The part of the tree that a filter shows: the hits, and the path to each.

use super::arena::Tree;
use super::bits::Bits;
use super::node::Node;
use crate::fold::fold;

/// A filter over the names that have arrived.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    query: String,
    hits: Bits,
    shown: Bits,
    count: usize,
}

impl Filter {
    /// Looks for a text, case- and accent-insensitive; `None` where there is nothing to look for.
    pub fn new(tree: &Tree, text: &str) -> Option<Filter> {
        let query = fold(text.trim());
        if query.is_empty() {
            return None;
        }
        let mut filter = Filter { query, ..Filter::default() };
        filter.update(tree);
        Some(filter)
    }

    /// Looks again, after the tree has changed.
    pub fn update(&mut self, tree: &Tree) {
        let Filter { query, hits, shown, count } = self;
        hits.clear();
        shown.clear();
        tree.names.find(query, |node| {
            if !tree.is_linked(node) {
                return true;
            }
            hits.insert(node);
            let mut at = Some(node);
            while let Some(next) = at.filter(|node| shown.insert(*node)) {
                at = tree.parent(next);
            }
            true
        });
        *count = hits.len();
    }

    /// The folded text that is looked for.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// How many tenants have it in their name.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether the tenant has it in its name.
    pub fn is_hit(&self, node: Node) -> bool {
        self.hits.contains(node)
    }

    /// Whether the tenant is a hit or on the path to one.
    pub(super) fn shows(&self, node: Node) -> bool {
        self.shown.contains(node)
    }

    /// Whether a child of the tenant is shown.
    pub(super) fn leads_on(&self, tree: &Tree, node: Node) -> bool {
        tree.children(node).any(|child| self.shown.contains(child))
    }
}

impl Tree {
    /// The best few tenants for a text: those whose name starts with it first, then the shorter names.
    pub fn search(&self, text: &str, most: usize) -> Vec<Node> {
        /// Hits that are ranked. With more of them, people type on instead of choosing.
        const LOOKED_AT: usize = 2_000;
        let query = fold(text.trim());
        let mut hits = Vec::new();
        if !query.is_empty() {
            self.names.find(&query, |node| {
                hits.extend(self.is_linked(node).then_some(node));
                hits.len() < LOOKED_AT
            });
        }
        let rank = |node: &Node| {
            let name = self.item(*node).map_or(&[][..], |item| self.names.folded(item.name));
            (!name.starts_with(query.as_bytes()), name.len())
        };
        hits.sort_by_cached_key(rank);
        hits.truncate(most);
        hits
    }
}
