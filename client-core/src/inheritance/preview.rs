//! What a change on a tenant would do to it and to everything below it, before anything is sent.

use super::column::{Column, OwnFact, OwnValue, Said};
use super::resolve::{Resolved, step, step_with};
use super::rule::{Gap, Inheritance, Part, State, Step};
use crate::tenancy::{Node, Order, Place, Tree};

/// A change of what is set on a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The tenant.
    pub node: Node,
    /// What it then has; `None` returns it to the inherited value.
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
    /// What applies now, by the rule.
    pub before: State,
    /// What would apply.
    pub after: State,
    /// What that means.
    pub effect: Effect,
}

/// How many tenants below a change it concerns in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tenants below, as far as they are loaded.
    pub below: usize,
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
    /// Cannot be told because they have not been read.
    pub not_read: usize,
}

/// What a change would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// What it does to the tenant itself; `None` where that stays as it is.
    pub here: Option<Touched>,
    /// The tenants below that it touches, in the tree's order.
    pub touched: Vec<Touched>,
    /// In numbers.
    pub counts: Counts,
}

impl Preview {
    /// The tenants whose value, owner or lock change.
    pub fn changed(&self) -> impl Iterator<Item = &Touched> {
        self.here.iter().chain(&self.touched).filter(|one| !matches!(one.effect, Effect::CannotTell(_)))
    }
}

/// Looks ahead. `resolved` is the column as it is.
pub fn preview(tree: &Tree, order: &Order, column: &Column, resolved: &Resolved, change: Change) -> Preview {
    let Some(top) = order.place(change.node) else {
        return Preview::default();
    };
    let received = resolved.received(tree, order, top);
    let first = step_of_change(tree, column, received, change);
    let walk = Walk { tree, column, resolved, order, top, after: Vec::new() };
    walk.run(first, passes_on(column.own(change.node)) && passes_on(own_fact(change.own)))
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
    let (now, said, tenant) = (column.own(node), column.said(node), tree.id(node));
    let received = column.rule().received_at_edge(tenant, gap, now, said);
    match (said, now, own) {
        // Its own value applies, so nothing locked comes from above, and another one will apply as well.
        (Said::Value(said), OwnFact::Own(old), Some(new))
            if said.is(tenant, old) && still_wins(column, old, new) =>
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
    top: Place,
    /// What each tenant of the stretch passes down after the change, where that differs.
    after: Vec<Option<State>>,
}

impl Walk<'_> {
    fn run(mut self, first: Step, nothing_below: bool) -> Preview {
        let mut preview = Preview::default();
        let stretch = self.order.stretch(self.top);
        preview.counts.below = stretch.len().saturating_sub(1);
        self.after.reserve(stretch.len());
        for place in stretch {
            let Some(node) = self.order.node(place) else { break };
            let touched = if place == self.top {
                if nothing_below {
                    self.after.push(None);
                } else {
                    self.note(place, first.passed);
                }
                self.touched(place, node, first)
            } else {
                self.visit(place, node, &mut preview.counts)
            };
            match touched {
                Some(touched) if place == self.top => preview.here = Some(touched),
                Some(touched) => {
                    preview.counts.add(&touched);
                    preview.touched.push(touched);
                }
                None => {}
            }
        }
        preview
    }

    /// What cannot be told before and cannot be told after need not be the same.
    fn note(&mut self, place: Place, passed: State) {
        let differs = matches!(passed, State::Unknown(_)) || passed != self.resolved.passed(place);
        self.after.push(differs.then_some(passed));
    }

    fn visit(&mut self, place: Place, node: Node, counts: &mut Counts) -> Option<Touched> {
        let parent = self.order.parent(place).and_then(|parent| parent.checked_sub(self.top));
        let received = parent.and_then(|parent| self.after.get(parent).copied().flatten());
        let Some(received) = received else {
            // Nothing changes above it, so nothing changes here.
            self.after.push(None);
            counts.keep_own +=
                usize::from(!self.column.has_nothing_own(node) && self.is_in_force(place, node));
            return None;
        };
        if matches!(received, State::Value(_) | State::Nothing) && self.column.has_nothing_own(node) {
            // The common case: it passes on what it receives.
            self.note(place, received);
            return self.touched(place, node, Step::inherits(received));
        }
        let step = step_with(self.tree, self.column, node, received, self.column.own(node));
        self.note(place, step.passed);
        let touched = self.touched(place, node, step);
        counts.keep_own +=
            usize::from(touched.is_none() && step.part == Part::Applies && self.is_in_force(place, node));
        touched
    }

    fn is_in_force(&self, place: Place, node: Node) -> bool {
        self.part_now(place, node) == Part::Applies
    }

    fn part_now(&self, place: Place, node: Node) -> Part {
        let received = self.resolved.received(self.tree, self.order, place);
        step(self.tree, self.column, node, received).part
    }

    fn touched(&self, place: Place, node: Node, step: Step) -> Option<Touched> {
        let (before, after) = (self.resolved.effective(place), step.effective);
        if before.looks_like(&after) && !matches!(after, State::Unknown(_)) {
            return None;
        }
        let effect = match (after, self.column.said(node).agrees(&before)) {
            (State::Unknown(gap), _) => Effect::CannotTell(gap),
            _ if let State::Unknown(gap) = before => Effect::CannotTell(gap),
            (_, Some(false)) => Effect::CannotTell(self.why_not_explained(node)),
            _ if self.column.has_nothing_own(node) => Effect::Changes,
            _ => match (self.part_now(place, node), step.part) {
                (Part::Shadowed, Part::Applies | Part::LosesToSmaller) => Effect::InForce,
                (Part::Applies | Part::LosesToSmaller, Part::Shadowed) => Effect::Shadowed,
                _ => Effect::Changes,
            },
        };
        Some(Touched { node, before, after, effect })
    }

    fn why_not_explained(&self, node: Node) -> Gap {
        match self.column.said(node) {
            Said::Value(said) if said.user.is_some() => Gap::User,
            _ => Gap::Unexplained,
        }
    }
}

impl Counts {
    fn add(&mut self, touched: &Touched) {
        let value = |state: &State| match state {
            State::Value(applied) => Some(applied.value),
            _ => None,
        };
        let changes = !matches!(touched.effect, Effect::CannotTell(_));
        self.value += usize::from(changes && value(&touched.before) != value(&touched.after));
        match touched.effect {
            Effect::CannotTell(Gap::NotRead) => self.not_read += 1,
            Effect::CannotTell(_) => self.cannot_tell += 1,
            Effect::Changes => self.changed += 1,
            Effect::Shadowed => {
                self.changed += 1;
                self.shadowed += 1;
            }
            Effect::InForce => {
                self.changed += 1;
                self.in_force += 1;
            }
        }
    }
}
