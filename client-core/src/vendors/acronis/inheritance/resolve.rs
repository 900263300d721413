//! The rule over the whole tree in one pass. What applies changes only at a tenant with an own value, and
//! changes back where the subtree of that tenant ends. So the tree is laid out as a line in which each subtree
//! is one range, and only those places are visited and kept. Where it is not known what a tenant receives,
//! every tenant is visited, because what the server reports for it may tell.

use super::column::Column;
use super::facts::OwnFact;
use super::rule::Step;
use super::state::{Gap, State};
use crate::vendors::acronis::tenancy::{Node, Order, Place, Tree};

/// What applies on each tenant, by the rule.
#[derive(Debug, Default)]
pub struct Resolved {
    states: Vec<State>,
    /// What applies from a place on, in the order of places.
    segments: Vec<(u32, StateId)>,
    /// What tenants pass down where that differs from what applies on them, in the order of places.
    passed: Vec<(u32, StateId)>,
}

/// The states that every tree has. They come first, so that they have fixed numbers.
const FIXED: [State; 7] = [
    State::Nothing,
    State::Unknown(Gap::NotRead),
    State::Unknown(Gap::NotVisible),
    State::Unknown(Gap::Above),
    State::Unknown(Gap::Rule),
    State::Unknown(Gap::User),
    State::Unknown(Gap::Unexplained),
];

/// The number of a state in a [`Resolved`], and in a preview made from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateId(pub(super) u32);

impl StateId {
    /// Whether the state is not [`State::Unknown`].
    pub(super) fn is_known(self) -> bool {
        self.0 == 0 || self.0 >= FIXED.len() as u32
    }
}

/// Numbers a state. The fixed ones are kept once; others may be there more than once.
pub(super) fn keep(states: &mut Vec<State>, state: State) -> StateId {
    let fixed = FIXED.iter().position(|one| *one == state);
    StateId(fixed.unwrap_or_else(|| {
        states.push(state);
        states.len() - 1
    }) as u32)
}

/// Applies the rule to the whole tree.
pub fn resolve(tree: &Tree, order: &Order, column: &Column) -> Resolved {
    let special = special(order, column);
    let mut walk = Walk { tree, order, column, resolved: Resolved::sized(special.len()), open: Vec::new() };
    let mut next = special.iter().copied().peekable();
    let mut place = 0;
    while place < order.len() {
        walk.close(place);
        while next.next_if(|special| (*special as Place) < place).is_some() {}
        let is_special = next.peek().is_some_and(|special| *special as Place == place);
        if is_special || !walk.received().is_known() {
            walk.visit(place);
            place += 1;
        } else {
            place = next.peek().map_or(order.len(), |special| *special as Place);
        }
    }
    walk.close(order.len());
    walk.resolved
}

/// The places, in ascending order, at which something other than what is received may apply: tenants with an
/// own value, tenants that have not been read, and those at the top.
fn special(order: &Order, column: &Column) -> Vec<u32> {
    let is_special =
        |(node, place): &(Node, Place)| !column.has_nothing_own(*node) || order.parent(*place).is_none();
    let mut special = Vec::with_capacity(order.len() / 8);
    special.extend(order.places().filter(is_special).map(|(_, place)| place as u32));
    special.sort_unstable();
    special
}

struct Walk<'a> {
    tree: &'a Tree,
    order: &'a Order,
    column: &'a Column,
    resolved: Resolved,
    /// The visited tenants above the next place: where the subtree of each ends, and what it passes down.
    open: Vec<(Place, StateId)>,
}

impl Walk<'_> {
    /// Leaves the subtrees that end at or before a place.
    fn close(&mut self, place: Place) {
        while let Some((end, _)) = self.open.pop_if(|(end, _)| *end <= place) {
            if let Some((_, passed)) = self.open.last() {
                self.resolved.applies_from(end, *passed);
            }
        }
    }

    fn received(&self) -> StateId {
        self.open.last().map_or(StateId(0), |(_, passed)| *passed)
    }

    fn visit(&mut self, place: Place) {
        let Some(node) = self.order.node(place) else { return };
        let above = match self.order.parent(place) {
            Some(_) => self.received(),
            None => keep(&mut self.resolved.states, above_the_top(self.tree, node)),
        };
        let received = self.resolved.state(above);
        let Step { effective, passed, .. } = step(self.tree, self.column, node, received);
        let states = &mut self.resolved.states;
        let effective_id = if effective == received { above } else { keep(states, effective) };
        let passed_id = match passed {
            same if same == effective => effective_id,
            same if same == received => above,
            other => keep(states, other),
        };
        self.resolved.applies_from(place, effective_id);
        if passed_id != effective_id {
            self.resolved.passed.push((place as u32, passed_id));
        }
        let end = self.order.stretch(place).end;
        if end > place + 1 {
            self.resolved.applies_from(place + 1, passed_id);
            self.open.push((end, passed_id));
        } else if let Some((_, passed)) = self.open.last() {
            self.resolved.applies_from(end, *passed);
        }
    }
}

impl Resolved {
    /// Reserves room for the special places at once, because growing bit by bit costs more than the walk.
    fn sized(special: usize) -> Resolved {
        let mut states = Vec::with_capacity(special + FIXED.len());
        states.extend(FIXED);
        Resolved { states, segments: Vec::with_capacity(2 * special + 1), passed: Vec::new() }
    }

    fn applies_from(&mut self, place: Place, state: StateId) {
        match self.segments.last_mut() {
            Some((start, last)) if *start as Place == place => *last = state,
            Some((_, last)) if *last == state => {}
            _ => self.segments.push((place as u32, state)),
        }
    }

    /// The state of that number.
    pub(super) fn state(&self, id: StateId) -> State {
        self.states.get(id.0 as usize).copied().unwrap_or(State::Nothing)
    }

    /// All states that there are.
    pub(super) fn states(&self) -> &[State] {
        &self.states
    }

    /// What applies from which place on.
    pub(super) fn segments(&self) -> &[(u32, StateId)] {
        &self.segments
    }

    fn effective_id(&self, place: Place) -> StateId {
        let after = self.segments.partition_point(|(start, _)| *start as Place <= place);
        self.segments.get(after.wrapping_sub(1)).map_or(StateId(0), |(_, state)| *state)
    }

    /// What the tenant at a place passes down, where that is not what applies on it.
    pub(super) fn passes_other(&self, place: Place) -> Option<StateId> {
        let at = self.passed.binary_search_by_key(&place, |(at, _)| *at as Place).ok()?;
        self.passed.get(at).map(|(_, state)| *state)
    }

    /// What applies on the tenant at a place.
    pub fn effective(&self, place: Place) -> State {
        self.state(self.effective_id(place))
    }

    /// What the tenant at a place receives.
    pub(super) fn received(&self, tree: &Tree, order: &Order, place: Place) -> State {
        match (order.parent(place), order.node(place)) {
            (Some(parent), _) => {
                self.state(self.passes_other(parent).unwrap_or_else(|| self.effective_id(parent)))
            }
            (None, Some(node)) => above_the_top(tree, node),
            (None, None) => State::Nothing,
        }
    }
}

/// What a tenant at the top receives.
pub(super) fn above_the_top(tree: &Tree, node: Node) -> State {
    if tree.is_real_root(node) { State::Nothing } else { State::Unknown(Gap::Above) }
}

/// The rule on one tenant. Where it is not known what it receives, what the server reports for it is the start.
pub(super) fn step(tree: &Tree, column: &Column, node: Node, received: State) -> Step {
    let (tenant, own) = (tree.id(node), column.own(node));
    match received {
        State::Unknown(gap) => column.rule().step_at_edge(tenant, gap, own, column.reported(node)),
        known => column.rule().step(tenant, known, own),
    }
}

/// As [`step`], with another own value than the one that is there.
pub(super) fn step_with(tree: &Tree, column: &Column, node: Node, received: State, own: OwnFact) -> Step {
    column.rule().step(tree.id(node), received, own)
}
