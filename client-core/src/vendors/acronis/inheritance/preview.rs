//! What changes on tenants would do to them and to everything below them, before anything is sent.

use std::collections::BTreeMap;
use std::ops::Range;

use super::column::Column;
use super::facts::{OwnFact, OwnValue, Reported};
use super::resolve::{Resolved, StateId, keep, step, step_with};
use super::rule::{Inheritance, Part, Step};
use super::state::{Gap, State};
use crate::vendors::acronis::tenancy::{Node, Order, Place, Tree};

/// A change of what is set on a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The tenant.
    pub node: Node,
    /// Its own value after the change; `None` returns it to the inherited value.
    pub own: Option<OwnValue>,
}

/// What a change does to a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Value, owner or lock change.
    Changes,
    /// They change, because its own value no longer applies.
    Shadowed,
    /// They change, because its own value applies again.
    InForce,
    /// It cannot be told.
    CannotTell(Gap),
}

/// A tenant that a change touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touched {
    /// The tenant.
    pub node: Node,
    /// What applies now, by the rule; see [`Preview::state`].
    pub before: StateId,
    /// What would apply.
    pub after: StateId,
    /// What that means.
    pub effect: Effect,
}

/// How many tenants below changed ones are affected, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tenants below that are not changed themselves, as far as they are loaded.
    pub below: usize,
    /// Those of them that were read, or turned out to be unreadable for this account.
    pub read: usize,
    /// Value, owner or lock change (of those below).
    pub changed: usize,
    /// Those of them whose value changes, not lock or owner alone.
    pub value: usize,
    /// Keep an own value that applies before and after.
    pub keep_own: usize,
    /// Have an own value that no longer applies.
    pub shadowed: usize,
    /// Have an own value that applies again.
    pub in_force: usize,
    /// Cannot be told, though read.
    pub cannot_tell: usize,
    /// Cannot be told because they, or tenants above them, have not been read.
    pub not_read: usize,
}

impl Counts {
    /// Whether it is known of every loaded tenant what the change does to it, or that this cannot be known.
    pub fn is_whole(&self) -> bool {
        self.not_read == 0
    }
}

/// What changes would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// What they do to the changed tenants themselves; those that stay as they are are not among them.
    pub here: Vec<Touched>,
    /// The tenants below that it touches, in the tree's order.
    pub touched: Vec<Touched>,
    /// In numbers.
    pub counts: Counts,
    states: Vec<State>,
}

impl Preview {
    /// A state that a touched tenant names.
    pub fn state(&self, id: StateId) -> State {
        self.states.get(id.0 as usize).copied().unwrap_or(State::Nothing)
    }

    /// The tenants whose value, owner or lock change.
    pub fn changed(&self) -> impl Iterator<Item = &Touched> {
        self.here.iter().chain(&self.touched).filter(|one| !matches!(one.effect, Effect::CannotTell(_)))
    }
}

/// Computes what changes would do together; of two for one tenant the later counts. `resolved` is the column before
/// them.
pub fn preview(
    tree: &Tree,
    order: &Order,
    column: &Column,
    resolved: &Resolved,
    changes: &[Change],
) -> Preview {
    let place = |change: &Change| Some((order.place(change.node)?, *change));
    let placed: BTreeMap<Place, Change> = changes.iter().filter_map(place).collect();
    let preview = Preview { states: resolved.states().to_vec(), ..Preview::default() };
    let mut walk = Walk {
        tree,
        column,
        resolved,
        order,
        changes: &placed,
        top: 0,
        after: Vec::new(),
        preview,
        alike: None,
        segment: 0,
        agrees: None,
    };
    let nodes: Vec<Node> = changes.iter().map(|change| change.node).collect();
    order.stretches(&nodes).into_iter().for_each(|stretch| walk.run(stretch));
    walk.preview
}

fn own_fact(own: Option<OwnValue>) -> OwnFact {
    own.map_or(OwnFact::None, OwnFact::Own)
}

/// Whether the tenant's children receive what it receives itself, whatever that is.
fn passes_on(own: OwnFact) -> bool {
    match own {
        OwnFact::None => true,
        OwnFact::Own(own) => own.exclusive,
        OwnFact::Unknown(_) => false,
    }
}

/// The rule on the changed tenant itself.
fn step_of_change(tree: &Tree, column: &Column, received: State, change: Change) -> Step {
    let Change { node, own } = change;
    let fact = own_fact(own);
    let State::Unknown(gap) = received else {
        return step_with(tree, column, node, received, fact);
    };
    let (now, reported, tenant) = (column.own(node), column.reported(node), tree.id(node));
    let received = column.rule().received_at_edge(tenant, gap, now, reported);
    match (reported, now, own) {
        // Its own value applies, so nothing above is locked; a new own value will apply too.
        (Reported::Value(reported), OwnFact::Own(old), Some(new))
            if reported.is(tenant, old) && still_wins(column, old, new) =>
        {
            column.rule().own_in_force(tenant, received, new)
        }
        _ => step_with(tree, column, node, received, fact),
    }
}

/// Whether an own value applies where another one does, whatever is received.
fn still_wins(column: &Column, old: OwnValue, new: OwnValue) -> bool {
    match column.inheritance {
        Inheritance::Override => true,
        Inheritance::Minimum => {
            old.value == new.value || column.values().is_smaller(new.value, old.value) == Some(true)
        }
        Inheritance::Unknown(_) => false,
    }
}

struct Walk<'a> {
    tree: &'a Tree,
    column: &'a Column,
    resolved: &'a Resolved,
    order: &'a Order,
    changes: &'a BTreeMap<Place, Change>,
    /// The changed tenant at the top of the stretch that is walked over.
    top: Place,
    /// What each tenant of the stretch passes down after the changes; `None` where that is unchanged.
    after: Vec<Option<StateId>>,
    preview: Preview,
    /// The last comparison: neighbours mostly ask for the same one.
    alike: Option<((StateId, StateId), Alike)>,
    /// The segment of `resolved` that the walk has reached.
    segment: usize,
    agrees: Option<((u32, StateId), Option<bool>)>,
}

/// What two states have in common.
#[derive(Clone, Copy)]
struct Alike {
    looks: bool,
    value: bool,
}

/// A step of the rule with its states numbered.
struct Numbered {
    effective: StateId,
    passed: StateId,
    part: Part,
}

impl Walk<'_> {
    /// Walks over a changed tenant and everything below it.
    fn run(&mut self, stretch: Range<Place>) {
        (self.top, self.after) = (stretch.start, Vec::with_capacity(stretch.len()));
        for place in stretch {
            let Some(node) = self.order.node(place) else { break };
            if let Some(change) = self.changes.get(&place) {
                self.change(place, *change);
                continue;
            }
            self.preview.counts.below += 1;
            self.preview.counts.read += usize::from(self.column.is_read(node));
            if let Some(touched) = self.visit(place, node) {
                let value = self.alike(touched.before, touched.after).value;
                self.preview.counts.add(&touched, value);
                self.preview.touched.push(touched);
            }
        }
    }

    fn change(&mut self, place: Place, change: Change) {
        let other = self.received_other(place);
        let received = match other {
            Some(id) => self.preview.state(id),
            None => self.resolved.received(self.tree, self.order, place),
        };
        let step = step_of_change(self.tree, self.column, received, change);
        let step = self.number(place, step);
        let passes = passes_on(self.column.own(change.node)) && passes_on(own_fact(change.own));
        if passes && other.is_none() {
            self.after.push(None);
        } else {
            self.note(place, step.passed);
        }
        let touched = self.touched(place, change.node, &step);
        self.preview.here.extend(touched);
    }

    /// What a tenant receives after the changes, where that is something else than now.
    fn received_other(&self, place: Place) -> Option<StateId> {
        let parent = self.order.parent(place).and_then(|parent| parent.checked_sub(self.top))?;
        self.after.get(parent).copied().flatten()
    }

    /// What applies now on the tenant at a place. Places must come in ascending order.
    fn before(&mut self, place: Place) -> StateId {
        let segments = self.resolved.segments();
        while segments.get(self.segment + 1).is_some_and(|(start, _)| *start as Place <= place) {
            self.segment += 1;
        }
        segments.get(self.segment).map_or(StateId(0), |(_, state)| *state)
    }

    fn number(&mut self, place: Place, step: Step) -> Numbered {
        let before = self.before(place);
        let number = |state: State, like: StateId, preview: &mut Preview| {
            if preview.state(like) == state { like } else { keep(&mut preview.states, state) }
        };
        let effective = number(step.effective, before, &mut self.preview);
        let passed = number(step.passed, effective, &mut self.preview);
        Numbered { effective, passed, part: step.part }
    }

    /// Two unknown states count as different: they may stand for different values.
    fn note(&mut self, place: Place, passed: StateId) {
        let before = self.resolved.passes_other(place).unwrap_or_else(|| self.before(place));
        let same = passed.is_known()
            && (passed == before || self.preview.state(passed) == self.preview.state(before));
        self.after.push((!same).then_some(passed));
    }

    fn visit(&mut self, place: Place, node: Node) -> Option<Touched> {
        let plain = self.column.has_nothing_own(node);
        let Some(received) = self.received_other(place) else {
            // Nothing changes above it, so nothing changes here.
            self.after.push(None);
            self.preview.counts.keep_own += usize::from(!plain && self.is_in_force(place, node));
            return None;
        };
        if plain && received.is_known() {
            // The common case: it passes on what it receives.
            let same = received == self.before(place);
            self.after.push((!same).then_some(received));
            return self.touched(
                place,
                node,
                &Numbered { effective: received, passed: received, part: Part::None },
            );
        }
        let step =
            step_with(self.tree, self.column, node, self.preview.state(received), self.column.own(node));
        let step = self.number(place, step);
        self.note(place, step.passed);
        let touched = self.touched(place, node, &step);
        let keeps = touched.is_none() && step.part == Part::Applies && self.is_in_force(place, node);
        self.preview.counts.keep_own += usize::from(keeps);
        touched
    }

    fn is_in_force(&self, place: Place, node: Node) -> bool {
        self.part_now(place, node) == Part::Applies
    }

    fn part_now(&self, place: Place, node: Node) -> Part {
        let received = self.resolved.received(self.tree, self.order, place);
        step(self.tree, self.column, node, received).part
    }

    fn alike(&mut self, one: StateId, other: StateId) -> Alike {
        if let Some((of, alike)) = self.alike
            && of == (one, other)
        {
            return alike;
        }
        let value = |state: &State| match state {
            State::Value(applied) => Some(applied.value),
            _ => None,
        };
        let states = (self.preview.state(one), self.preview.state(other));
        let alike =
            Alike { looks: states.0.looks_like(&states.1), value: value(&states.0) == value(&states.1) };
        self.alike = Some(((one, other), alike));
        alike
    }

    fn agrees(&mut self, node: Node, state: StateId) -> Option<bool> {
        let of = (self.column.report_number(node), state);
        if let Some((last, agrees)) = self.agrees
            && last == of
        {
            return agrees;
        }
        let agrees = self.column.reported(node).agrees(&self.preview.state(state));
        self.agrees = Some((of, agrees));
        agrees
    }

    fn touched(&mut self, place: Place, node: Node, step: &Numbered) -> Option<Touched> {
        let (before, after) = (self.before(place), step.effective);
        if after.is_known() && (before == after || self.alike(before, after).looks) {
            return None;
        }
        let effect = if let State::Unknown(gap) = self.preview.state(after) {
            Effect::CannotTell(gap)
        } else if let State::Unknown(gap) = self.preview.state(before) {
            Effect::CannotTell(gap)
        } else if self.agrees(node, before) == Some(false) {
            Effect::CannotTell(self.why_not_explained(node))
        } else if self.column.has_nothing_own(node) {
            Effect::Changes
        } else {
            match (self.part_now(place, node), step.part) {
                (Part::Shadowed, Part::Applies | Part::LosesToSmaller) => Effect::InForce,
                (Part::Applies | Part::LosesToSmaller, Part::Shadowed) => Effect::Shadowed,
                _ => Effect::Changes,
            }
        };
        Some(Touched { node, before, after, effect })
    }

    fn why_not_explained(&self, node: Node) -> Gap {
        match self.column.reported(node) {
            Reported::Value(reported) if reported.user.is_some() => Gap::User,
            _ => Gap::Unexplained,
        }
    }
}

impl Counts {
    fn add(&mut self, touched: &Touched, same_value: bool) {
        match touched.effect {
            Effect::CannotTell(Gap::NotRead) => return self.not_read += 1,
            Effect::CannotTell(_) => return self.cannot_tell += 1,
            Effect::Changes => {}
            Effect::Shadowed => self.shadowed += 1,
            Effect::InForce => self.in_force += 1,
        }
        self.changed += 1;
        self.value += usize::from(!same_value);
    }
}
