//! The rule over the whole tree in one pass. Most tenants share what applies with their parent, so what
//! applies is kept once and tenants point to it: four bytes each.

use super::column::{Column, OwnFact};
use super::rule::{Gap, State, Step};
use crate::tenancy::{Node, Order, Place, Tree};

/// What applies on each tenant, by the rule.
#[derive(Debug, Default)]
pub struct Resolved {
    states: Vec<State>,
    effective: Vec<u32>,
    passed: Vec<u32>,
}

/// The states that every tree has, in front.
const FIXED: [State; 7] = [
    State::Nothing,
    State::Unknown(Gap::NotRead),
    State::Unknown(Gap::NotVisible),
    State::Unknown(Gap::Above),
    State::Unknown(Gap::Rule),
    State::Unknown(Gap::User),
    State::Unknown(Gap::Unexplained),
];
const NOTHING: u32 = 0;
const ABOVE: u32 = 3;

/// Whether the state behind an id is not [`State::Unknown`].
fn is_known(id: u32) -> bool {
    id == NOTHING || id >= FIXED.len() as u32
}

/// Applies the rule to the whole tree.
pub fn resolve(tree: &Tree, order: &Order, column: &Column) -> Resolved {
    let none = || Vec::with_capacity(order.len());
    let mut resolved = Resolved { states: FIXED.to_vec(), effective: none(), passed: none() };
    for (node, parent) in order.walk() {
        let received = match parent.and_then(|place| resolved.passed.get(place)) {
            Some(id) => *id,
            None if tree.is_real_root(node) => NOTHING,
            None => ABOVE,
        };
        let (effective, passed) = if is_known(received) && column.has_nothing_own(node) {
            (received, received)
        } else {
            resolved.settle(tree, column, node, received)
        };
        resolved.effective.push(effective);
        resolved.passed.push(passed);
    }
    resolved
}

impl Resolved {
    fn settle(&mut self, tree: &Tree, column: &Column, node: Node, received: u32) -> (u32, u32) {
        let above = self.states.get(received as usize).copied().unwrap_or(State::Nothing);
        let Step { effective, passed, .. } = step(tree, column, node, above);
        let effective_id = if effective == above { received } else { self.keep(effective) };
        let passed_id = match passed {
            same if same == effective => effective_id,
            same if same == above => received,
            other => self.keep(other),
        };
        (effective_id, passed_id)
    }

    fn keep(&mut self, state: State) -> u32 {
        if let Some(fixed) = FIXED.iter().position(|one| *one == state) {
            return fixed as u32;
        }
        self.states.push(state);
        (self.states.len() - 1) as u32
    }

    fn state(&self, ids: &[u32], place: Place) -> State {
        let id = ids.get(place).copied().unwrap_or_default();
        self.states.get(id as usize).copied().unwrap_or(State::Nothing)
    }

    /// What applies on the tenant at a place.
    pub fn effective(&self, place: Place) -> State {
        self.state(&self.effective, place)
    }

    /// What the tenant at a place passes down.
    pub(super) fn passed(&self, place: Place) -> State {
        self.state(&self.passed, place)
    }

    /// What the tenant at a place receives.
    pub(super) fn received(&self, tree: &Tree, order: &Order, place: Place) -> State {
        match (order.parent(place), order.node(place)) {
            (Some(parent), _) => self.passed(parent),
            (None, Some(node)) => above_the_top(tree, node),
            (None, None) => State::Nothing,
        }
    }
}

/// What a tenant at the top receives.
pub(super) fn above_the_top(tree: &Tree, node: Node) -> State {
    if tree.is_real_root(node) { State::Nothing } else { State::Unknown(Gap::Above) }
}

/// The rule on one tenant; where what it receives cannot be told, from the server's word.
pub(super) fn step(tree: &Tree, column: &Column, node: Node, received: State) -> Step {
    let (tenant, own) = (tree.id(node), column.own(node));
    match received {
        State::Unknown(gap) => column.rule().step_at_edge(tenant, gap, own, column.said(node)),
        known => column.rule().step(tenant, known, own),
    }
}

/// As [`step`], with another own value than the one that is there.
pub(super) fn step_with(tree: &Tree, column: &Column, node: Node, received: State, own: OwnFact) -> Step {
    column.rule().step(tree.id(node), received, own)
}
