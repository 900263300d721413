//! The rows of the tree on screen: which tenants are open, which filter is set, and a window of rows.

use std::ops::Range;

use super::arena::{Badges, Tree};
use super::bits::Bits;
use super::facets::Facet;
use super::node::{NONE, Node};
use super::search::Filter;
use crate::fold::match_range;
use crate::uuid::Uuid;
use crate::vendors::acronis::TenantKind;

/// The visible rows of a tree.
#[derive(Debug, Default)]
pub struct View {
    open: Bits,
    /// Closed by hand while a filter opens everything on the path to its hits.
    closed_in_filter: Bits,
    filter: Option<Filter>,
    rows: Vec<Row>,
    order: Order,
    /// Each tenant's place by name, and the shape of the tree then.
    by_name: (Option<u64>, Vec<u32>),
}

/// Every tenant in the order of the rows, as if all were open. A filter picks from these.
#[derive(Debug, Default)]
struct Order {
    rows: Vec<Row>,
    /// The shape of the tree that it was made from.
    shape: Option<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    node: Node,
    level: u32,
    position: u32,
    set_size: u32,
}

/// Whether a row can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expander {
    /// Nothing is below it.
    None,
    /// It is closed.
    Closed,
    /// It is open.
    Open,
    /// It is closed, and it is not known yet whether anything is below it.
    Unknown,
}

/// One row, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    /// The node.
    pub node: Node,
    /// The tenant.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Option<TenantKind>,
    /// What else is known.
    pub badges: Badges,
    /// Depth, from 1.
    pub level: u32,
    /// Place among its visible siblings, from 1.
    pub position: u32,
    /// How many visible siblings there are, itself included.
    pub set_size: u32,
    /// Whether it can be opened.
    pub expander: Expander,
    /// The part of the name that the filter found: bytes, at character borders.
    pub found: Option<Range<usize>>,
}

impl View {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The filter that is on.
    pub fn filter(&self) -> Option<&Filter> {
        self.filter.as_ref()
    }

    /// Works the rows out anew, after the tree has changed.
    pub fn refresh(&mut self, tree: &mut Tree) {
        if let Some(filter) = &mut self.filter {
            filter.update(tree);
        }
        self.flatten(tree);
    }

    /// Sets or clears the filter: a text, and the values that tenants must have.
    pub fn set_filter(&mut self, tree: &mut Tree, text: &str, facets: &[Facet]) {
        self.filter = Filter::new(tree, text, facets);
        self.closed_in_filter.clear();
        self.flatten(tree);
    }

    /// Opens or closes a tenant.
    pub fn set_open(&mut self, tree: &mut Tree, node: Node, open: bool) {
        self.mark_open(node, open);
        self.flatten(tree);
    }

    /// Opens a tenant's siblings, itself included.
    pub fn open_siblings(&mut self, tree: &mut Tree, node: Node) {
        let siblings: Vec<Node> = match tree.parent(node) {
            Some(parent) => tree.children(parent).collect(),
            None => tree.roots().to_vec(),
        };
        siblings.into_iter().for_each(|sibling| self.mark_open(sibling, true));
        self.flatten(tree);
    }

    /// Opens everything that has arrived.
    pub fn open_all(&mut self, tree: &mut Tree) {
        self.open.fill(tree.items.len());
        self.closed_in_filter.clear();
        self.prepare(tree);
        self.flatten(tree);
    }

    /// Closes everything but the top.
    pub fn close_all(&mut self, tree: &mut Tree) {
        self.open.clear();
        let roots = tree.roots().to_vec();
        roots.into_iter().for_each(|root| self.mark_open(root, true));
        self.flatten(tree);
    }

    /// Opens the path to a tenant, so that it has a row.
    pub fn reveal(&mut self, tree: &mut Tree, node: Node) {
        let path = tree.path(node);
        let (_, ancestors) = path.split_last().unwrap_or((&node, &[]));
        ancestors.iter().for_each(|ancestor| self.mark_open(*ancestor, true));
        self.flatten(tree);
    }

    /// Whether a tenant is open.
    pub fn is_open(&self, tree: &Tree, node: Node) -> bool {
        match &self.filter {
            Some(filter) => !self.closed_in_filter.contains(node) && filter.leads_on(tree, node),
            None => self.open.contains(node),
        }
    }

    /// The row of a tenant, from 0.
    pub fn row_of(&self, node: Node) -> Option<usize> {
        self.rows.iter().position(|row| row.node == node)
    }

    /// The tenant of a row.
    pub fn node_at(&self, row: usize) -> Option<Node> {
        self.rows.get(row).map(|row| row.node)
    }

    /// The row of the parent of a row's tenant.
    pub fn parent_row(&self, row: usize) -> Option<usize> {
        let level = self.rows.get(row)?.level;
        self.rows.get(..row)?.iter().rposition(|above| above.level < level)
    }

    /// The rows of a range, clipped to what is there.
    pub fn window(&self, tree: &Tree, range: Range<usize>) -> Vec<RowView> {
        let end = range.end.min(self.rows.len());
        let rows = self.rows.get(range.start.min(end)..end).unwrap_or_default();
        rows.iter().map(|row| self.draw(tree, row)).collect()
    }

    /// The next row after `from`, going round, whose folded name starts with `prefix`.
    pub fn type_ahead(&self, tree: &Tree, from: usize, prefix: &str) -> Option<usize> {
        let prefix = crate::fold::fold(prefix);
        let starts = |row: &usize| {
            let item = self.rows.get(*row).and_then(|row| tree.item(row.node));
            item.is_some_and(|item| tree.names.folded(item.name).starts_with(prefix.as_bytes()))
        };
        (from..self.rows.len()).chain(0..from.min(self.rows.len())).find(starts)
    }

    fn draw(&self, tree: &Tree, row: &Row) -> RowView {
        let Row { node, level, position, set_size } = *row;
        let name = tree.name(node).to_owned();
        let hit = self.filter.as_ref().filter(|filter| filter.is_hit(node));
        RowView {
            node,
            id: tree.id(node),
            found: hit.and_then(|filter| match_range(&name, filter.query())),
            name,
            kind: tree.kind(node),
            badges: tree.badges(node),
            level,
            position,
            set_size,
            expander: self.expander(tree, node),
        }
    }

    fn expander(&self, tree: &Tree, node: Node) -> Expander {
        let below = match &self.filter {
            Some(filter) => filter.leads_on(tree, node),
            None => tree.child_count(node) > 0,
        };
        let open = self.is_open(tree, node);
        match (below, open) {
            (true, true) => Expander::Open,
            (true, false) => Expander::Closed,
            (false, _) if self.filter.is_some() || tree.has_all_children(node) => Expander::None,
            (false, _) if tree.badges(node).forbidden => Expander::None,
            (false, true) => Expander::Open,
            (false, false) => Expander::Unknown,
        }
    }

    fn mark_open(&mut self, node: Node, open: bool) {
        match (self.filter.is_some(), open) {
            (true, true) => self.closed_in_filter.remove(node),
            (true, false) => {
                self.closed_in_filter.insert(node);
            }
            (false, true) => {
                self.open.insert(node);
            }
            (false, false) => self.open.remove(node),
        }
        // What is opened under a filter stays open when the filter is cleared.
        if self.filter.is_some() && open {
            self.open.insert(node);
        }
    }

    /// Makes ready for a filter or for opening everything, when there is time for it.
    pub fn prepare(&mut self, tree: &mut Tree) {
        if self.order.shape != Some(tree.shape) {
            let mut rows = std::mem::take(&mut self.order.rows);
            walk(tree, &mut rows, |_| true);
            // Sorting on the way does not change the shape.
            self.order = Order { rows, shape: Some(tree.shape) };
        }
    }

    /// Each tenant's place among all names: a hundred thousand names are compared once, not at each press.
    pub(super) fn name_ranks(&mut self, tree: &Tree) -> &[u32] {
        let (shape, ranks) = &mut self.by_name;
        if *shape != Some(tree.shape) {
            let mut nodes: Vec<Node> = tree.nodes().collect();
            tree.sort(&mut nodes);
            *ranks = vec![0; nodes.len()];
            for (rank, node) in (0..).zip(nodes) {
                if let Some(slot) = ranks.get_mut(node.index()) {
                    *slot = rank;
                }
            }
            *shape = Some(tree.shape);
        }
        ranks
    }

    /// The tenants of a subtree in the order of the tree, its top first; all of them where there is no top.
    pub(super) fn subtree(&mut self, tree: &mut Tree, top: Option<Node>) -> Vec<Node> {
        self.prepare(tree);
        let Some(top) = top else { return self.order.rows.iter().map(|row| row.node).collect() };
        let mut rows = self.order.rows.iter().skip_while(|row| row.node != top);
        let Some(first) = rows.next() else { return Vec::new() };
        let below = rows.take_while(|row| row.level > first.level).map(|row| row.node);
        std::iter::once(top).chain(below).collect()
    }

    fn flatten(&mut self, tree: &mut Tree) {
        if self.filter.is_some() {
            self.prepare(tree);
            return self.pick();
        }
        if self.order.shape == Some(tree.shape) && self.open.len() >= tree.items.len() {
            return self.rows.clone_from(&self.order.rows);
        }
        let mut rows = std::mem::take(&mut self.rows);
        walk(tree, &mut rows, |node| self.open.contains(node));
        self.rows = rows;
    }

    /// The rows that the filter shows, from all rows in order: one pass down for the places among siblings,
    /// one pass up for how many there are.
    fn pick(&mut self) {
        let View { filter: Some(filter), rows, order, closed_in_filter, .. } = self else { return };
        rows.clear();
        let mut places: Vec<u32> = Vec::new();
        let mut closed_at = u32::MAX;
        for row in &order.rows {
            if row.level > closed_at || !filter.shows(row.node) {
                continue;
            }
            closed_at = if closed_in_filter.contains(row.node) { row.level } else { u32::MAX };
            let depth = row.level as usize;
            places.resize(depth, 0);
            let position = places.last_mut().map_or(1, |place| {
                *place += 1;
                *place
            });
            rows.push(Row { position, set_size: 0, ..*row });
        }
        let mut sizes: Vec<u32> = Vec::new();
        for row in rows.iter_mut().rev() {
            let depth = row.level as usize;
            if sizes.len() < depth {
                sizes.resize(depth, 0);
            }
            sizes.truncate(depth);
            if let Some(size) = sizes.last_mut() {
                *size = row.position.max(*size);
                row.set_size = *size;
            }
        }
    }
}

/// Depth first, with a stack on the heap, because the server decides how deep the tree is.
fn walk(tree: &mut Tree, rows: &mut Vec<Row>, enters: impl Fn(Node) -> bool) {
    rows.clear();
    let roots = tree.roots().to_vec();
    let set_size = roots.len() as u32;
    for (at, root) in roots.into_iter().enumerate() {
        rows.push(Row { node: root, level: 1, position: at as u32 + 1, set_size });
        // For each level the next sibling to visit, its place, and how many there are.
        let mut way = Vec::new();
        way.extend(first_child(tree, root, &enters));
        while let Some((next, position, set_size)) = way.last_mut() {
            let node = *next;
            if node == NONE {
                way.pop();
                continue;
            }
            let (place, size) = (*position, *set_size);
            *next = tree.item(node).map_or(NONE, |item| item.next);
            *position += 1;
            rows.push(Row { node, level: way.len() as u32 + 1, position: place, set_size: size });
            way.extend(first_child(tree, node, &enters));
        }
    }
}

fn first_child(tree: &mut Tree, node: Node, enters: impl Fn(Node) -> bool) -> Option<(Node, u32, u32)> {
    let children = tree.item(node).map_or(0, |item| item.children);
    if children == 0 || !enters(node) {
        return None;
    }
    tree.sort_children(node);
    tree.item(node).map(|item| (item.first_child, 1, children))
}
