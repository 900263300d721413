//! The tree laid out as a line: parents before their children, each subtree one range. Whatever walks the
//! whole tree walks this, with no stack.

use super::arena::Tree;
use super::node::Node;

/// A tenant's index in the line.
pub type Place = usize;

/// The tree as a line, as it was when this was made.
#[derive(Clone, Debug, Default)]
pub struct Order {
    nodes: Vec<Node>,
    parents: Vec<u32>,
    ends: Vec<u32>,
    places: Vec<u32>,
}

const NOWHERE: u32 = u32::MAX;

impl Tree {
    /// Lays the tree out as a line.
    pub fn order(&mut self) -> Order {
        let mut order = Order { places: vec![NOWHERE; self.items.len()], ..Order::default() };
        let mut waiting: Vec<(Node, u32)> = self.roots().iter().rev().map(|root| (*root, NOWHERE)).collect();
        while let Some((node, parent)) = waiting.pop() {
            // A cycle that has not been broken yet would never end.
            if order.place(node).is_some() {
                continue;
            }
            let place = order.push(node, parent);
            waiting.extend(self.children(node).map(|child| (child, place)));
        }
        order.close();
        order
    }

    /// Whether it is the real root, which names itself as its parent. Above any other tenant at the top there
    /// are tenants that this account cannot see.
    pub fn is_real_root(&self, node: Node) -> bool {
        self.item(node).is_some_and(|item| item.has(super::arena::flag::SELF_PARENT))
    }
}

impl Order {
    fn push(&mut self, node: Node, parent: u32) -> u32 {
        let place = self.nodes.len() as u32;
        if let Some(slot) = self.places.get_mut(node.index()) {
            *slot = place;
        }
        self.nodes.push(node);
        self.parents.push(parent);
        self.ends.push(place + 1);
        place
    }

    /// Extends each parent's range to the end of its last child, from the back.
    fn close(&mut self) {
        for place in (0..self.nodes.len()).rev() {
            let end = self.ends.get(place).copied().unwrap_or_default();
            let parent = self.parents.get(place).map_or(NOWHERE, |parent| *parent);
            if let Some(stretch) = self.ends.get_mut(parent as usize) {
                *stretch = end.max(*stretch);
            }
        }
    }

    /// How many tenants the line has.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// A tenant's place.
    pub fn place(&self, node: Node) -> Option<Place> {
        self.places.get(node.index()).filter(|place| **place != NOWHERE).map(|place| *place as Place)
    }

    /// The tenant at a place.
    pub fn node(&self, place: Place) -> Option<Node> {
        self.nodes.get(place).copied()
    }

    /// The parent's place; `None` at the top.
    pub fn parent(&self, place: Place) -> Option<Place> {
        self.parents.get(place).filter(|parent| **parent != NOWHERE).map(|parent| *parent as Place)
    }

    /// The tenant at a place and everything below it.
    pub fn stretch(&self, place: Place) -> std::ops::Range<Place> {
        place..self.ends.get(place).map_or(place, |end| *end as Place)
    }

    /// These tenants and everything below them, in the line's order and no tenant twice.
    pub fn stretches(&self, nodes: &[Node]) -> Vec<std::ops::Range<Place>> {
        let mut places: Vec<Place> = nodes.iter().filter_map(|node| self.place(*node)).collect();
        places.sort_unstable();
        let mut stretches: Vec<std::ops::Range<Place>> = Vec::new();
        for place in places {
            // One that lies below another one is in its stretch.
            if stretches.last().is_none_or(|last| last.end <= place) {
                stretches.push(self.stretch(place));
            }
        }
        stretches
    }

    /// All tenants with their places, in the order in which they arrived.
    pub fn places(&self) -> impl Iterator<Item = (Node, Place)> {
        let in_line = |(_, place): &(Node, &u32)| **place != NOWHERE;
        (0..).map(Node).zip(&self.places).filter(in_line).map(|(node, place)| (node, *place as Place))
    }
}
