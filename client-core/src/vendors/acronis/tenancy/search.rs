//! The part of the tree that a filter shows: the hits, and the path to each.

use super::arena::{Tree, flag};
use super::bits::Bits;
use super::facets::{Chosen, Facet};
use super::node::Node;
use crate::fold::Query;

/// A filter over the names and ids that have arrived.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    text: String,
    facets: Vec<Facet>,
    query: Query,
    hits: Bits,
    shown: Bits,
    count: usize,
    /// Of some tenants it is not known whether they have the values.
    is_partial: bool,
}

impl Filter {
    /// Looks for a text in the names, case- and accent-insensitive, or for an id or its beginning, among the tenants that
    /// have these values; `None` where there is nothing to look for.
    pub fn new(tree: &Tree, text: &str, facets: &[Facet]) -> Option<Filter> {
        let query = Query::new(text);
        if query.is_empty() && facets.is_empty() {
            return None;
        }
        let mut filter =
            Filter { text: text.to_owned(), facets: facets.to_vec(), query, ..Filter::default() };
        filter.update(tree);
        Some(filter)
    }

    /// Looks again, after the tree has changed.
    pub fn update(&mut self, tree: &Tree) {
        let Filter { query, facets, hits, shown, count, is_partial, .. } = self;
        hits.clear();
        shown.clear();
        let chosen = Chosen::of(tree, facets);
        let mut take = |node| {
            if !chosen.is_empty() && !chosen.holds(tree, node) {
                return true;
            }
            hits.insert(node);
            let mut at = Some(node);
            while let Some(next) = at.filter(|node| shown.insert(*node)) {
                at = tree.parent(next);
            }
            true
        };
        if query.is_empty() {
            tree.nodes().filter(|node| tree.is_linked(*node)).for_each(|node| _ = take(node));
        } else {
            tree.find_all(query, take);
        }
        *count = hits.len();
        *is_partial = !chosen.is_empty()
            && tree.nodes().any(|node| tree.is_linked(node) && chosen.is_unknown(tree, node));
    }

    /// What the tenants are narrowed to.
    pub fn facets(&self) -> &[Facet] {
        &self.facets
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The folded text that is looked for.
    pub fn query(&self) -> &str {
        self.query.text()
    }

    /// How many tenants have it in their name, or as their id.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether there may be more of them, because not all tenants have been read whole.
    pub fn is_partial(&self) -> bool {
        self.is_partial
    }

    /// Whether the tenant has it in its name, or as its id.
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
    /// The best few tenants for a text: the one whose id it is, those whose name starts with it, then the shorter names.
    pub fn search(&self, query: &Query, most: usize) -> Vec<Node> {
        /// Hits that are ranked. With more of them, people type on instead of choosing.
        const LOOKED_AT: usize = 2_000;
        let mut hits = Vec::new();
        self.find_all(query, |node| {
            hits.push(node);
            hits.len() < LOOKED_AT
        });
        let rank = |node: &Node| {
            let name = self.item(*node).map_or(&[][..], |item| self.names.folded(item.name));
            (!query.begins(self.id(*node)), !name.starts_with(query.text().as_bytes()), name.len())
        };
        hits.sort_by_cached_key(rank);
        hits.dedup();
        hits.truncate(most);
        hits
    }

    /// Calls `hit` for the tenants that it finds, by their ids and then by their names, until it says no. One that is
    /// found by both comes twice.
    fn find_all(&self, query: &Query, mut hit: impl FnMut(Node) -> bool) {
        if query.is_empty() {
            return;
        }
        let mut goes_on = true;
        if let Some(id) = query.id() {
            let found = self.find(id).filter(|node| self.is_linked(*node));
            goes_on = found.is_none_or(&mut hit);
        } else if query.is_of_id() {
            let begun = self.items.iter().enumerate().filter(|(_, item)| query.begins(item.id));
            let nodes = begun.filter(|(_, item)| item.has(flag::SEEN)).map(|(at, _)| Node(at as u32));
            goes_on = nodes.filter(|node| self.is_linked(*node)).all(&mut hit);
        }
        if goes_on {
            self.names.find(query.text(), |node| !self.is_linked(node) || hit(node));
        }
    }
}
