//! Why a setting has the value that it has on a tenant: the chain from the top down to it.

use super::column::Column;
use super::facts::{OwnFact, Reported};
use super::resolve::{above_the_top, step};
use super::rule::{Part, Step};
use super::state::{Applied, Gap, Locked, State};
use crate::uuid::Uuid;
use crate::vendors::acronis::tenancy::{Node, Tree};

/// What a tenant's own value contributes to the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It has no own value.
    NothingOwn,
    /// Its own value applies.
    Applies,
    /// A lock keeps its own value out.
    Shadowed(Locked),
    /// Another own value, further down, takes its place.
    OverriddenBy(Uuid),
    /// A smaller value, set there, wins.
    SmallerWins(Uuid),
    /// Its own value is exclusive: tenants below do not inherit it.
    NotPassedDown,
    /// It cannot be told.
    Unclear(Gap),
}

/// A row of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainLink {
    /// The tenant.
    pub node: Node,
    /// What was set on it.
    pub own: OwnFact,
    /// What its own value contributes.
    pub role: Role,
    /// The server names it as the value's owner.
    pub is_owner: bool,
}

/// Whether the rule explains what the server says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// It does.
    Agrees,
    /// The rule gives another outcome.
    Differs,
    /// The rule gives no outcome, or the server's has not been read.
    CannotTell(Gap),
}

/// Why the value is what it is, in one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody sets it.
    Nothing,
    /// It is set here.
    Own,
    /// It is set here; the value above is larger.
    OwnIsSmaller,
    /// It is set here, and its children do not inherit it.
    OwnExclusive,
    /// It comes from there.
    Inherited(Uuid),
    /// It comes from there and is locked.
    InheritedLocked(Uuid, Locked),
    /// It comes from there and is locked, so the value that is set here does not apply.
    Shadowed(Uuid, Locked),
    /// It comes from there and is smaller than the value that is set here.
    SmallerAbove(Uuid),
    /// It cannot be told.
    CannotTell(Gap),
}

/// Why a setting has its value on a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// From the top to the tenant.
    pub links: Vec<ChainLink>,
    /// What applies, by the rule.
    pub computed: State,
    /// What would apply without the tenant's own value, by the rule: what it falls back to.
    pub fallback: State,
    /// What the server says.
    pub reported: Reported,
    /// Whether the two are the same.
    pub agreement: Agreement,
    /// Why.
    pub why: Why,
}

/// Explains a setting on a tenant. The column must hold what can be read of the path from the top to it.
pub fn explain(tree: &Tree, column: &Column, node: Node) -> Explanation {
    let mut climb = Climb { tree, column, target: node, links: Vec::new(), holder: None };
    let (step, received) = climb.run();
    let reported = column.reported(node);
    let agreement = match reported.agrees(&step.effective) {
        Some(true) => Agreement::Agrees,
        Some(false) => Agreement::Differs,
        None => Agreement::CannotTell(gap_of(step.effective, reported)),
    };
    let agreement = match (agreement, reported) {
        (Agreement::Differs, Reported::Value(value)) if value.user.is_some() => {
            Agreement::CannotTell(Gap::User)
        }
        (agreement, _) => agreement,
    };
    let why = match agreement {
        Agreement::Differs => Why::CannotTell(Gap::Unexplained),
        Agreement::CannotTell(Gap::User) => Why::CannotTell(Gap::User),
        _ => why(&step, column.own(node)),
    };
    Explanation { links: climb.links, computed: step.effective, fallback: received, reported, agreement, why }
}

fn gap_of(state: State, reported: Reported) -> Gap {
    match (reported, state) {
        (Reported::Value(value), _) if value.user.is_some() => Gap::User,
        (_, State::Unknown(gap)) | (Reported::Unknown(gap), _) => gap,
        _ => Gap::NotRead,
    }
}

fn why(step: &Step, own: OwnFact) -> Why {
    let State::Value(Applied { owner, locked, .. }) = step.effective else {
        return match step.effective {
            State::Unknown(gap) => Why::CannotTell(gap),
            _ => Why::Nothing,
        };
    };
    match (step.part, own) {
        (Part::Shadowed, _) => Why::Shadowed(owner, locked),
        (Part::LosesToSmaller, _) => Why::SmallerAbove(owner),
        (Part::Applies, OwnFact::Own(own)) if own.exclusive => Why::OwnExclusive,
        (Part::Applies, _) if step.by_minimum => Why::OwnIsSmaller,
        (Part::Applies, _) => Why::Own,
        _ if locked != Locked::No => Why::InheritedLocked(owner, locked),
        _ => Why::Inherited(owner),
    }
}

/// The walk from the top down; it keeps track of whose own value currently applies.
struct Climb<'a> {
    tree: &'a Tree,
    column: &'a Column,
    target: Node,
    links: Vec<ChainLink>,
    /// The link whose own value is what is being passed down.
    holder: Option<usize>,
}

impl Climb<'_> {
    /// Gives the last step and what the target received.
    fn run(&mut self) -> (Step, State) {
        let path = self.tree.path(self.target);
        let top = path.first().copied().unwrap_or(self.target);
        let mut received = above_the_top(self.tree, top);
        let mut last = Step::unknown(Gap::NotRead);
        let mut got = received;
        for node in path {
            last = step(self.tree, self.column, node, received);
            got = received;
            self.link(node, received, &last);
            received = last.passed;
        }
        // Below tenants that cannot be read, what the target received follows only from what the server
        // reports.
        let got = match got {
            State::Unknown(gap) => {
                let (id, own) = (self.tree.id(self.target), self.column.own(self.target));
                self.column.rule().received_at_edge(id, gap, own, self.column.reported(self.target))
            }
            known => known,
        };
        (last, got)
    }

    fn link(&mut self, node: Node, received: State, step: &Step) {
        let (id, own) = (self.tree.id(node), self.column.own(node));
        let at = self.links.len();
        let role = match (own, step.part) {
            (OwnFact::None, _) => Role::NothingOwn,
            (OwnFact::Unknown(gap), _) => Role::Unclear(gap),
            (OwnFact::Own(_), Part::Shadowed) => Role::Shadowed(locker(received)),
            (OwnFact::Own(_), Part::LosesToSmaller) => Role::SmallerWins(owner(step.effective)),
            (OwnFact::Own(own), Part::Applies) => {
                let stays_here = own.exclusive && node != self.target;
                if !stays_here {
                    self.overtake(id, step.by_minimum);
                    self.holder = Some(at);
                }
                if stays_here { Role::NotPassedDown } else { Role::Applies }
            }
            (OwnFact::Own(_), Part::None) => {
                let gap = match step.effective {
                    State::Unknown(gap) => gap,
                    _ => Gap::NotRead,
                };
                // Whether the value that applied so far still does cannot be known either.
                if let Some(link) = self.holder.take().and_then(|at| self.links.get_mut(at)) {
                    link.role = Role::Unclear(gap);
                }
                Role::Unclear(gap)
            }
        };
        let is_owner = matches!(self.column.reported(self.target), Reported::Value(reported) if reported.owner == Some(id));
        self.links.push(ChainLink { node, own, role, is_owner });
    }

    /// Another own value takes the place of the one that applied so far.
    fn overtake(&mut self, by: Uuid, by_minimum: bool) {
        if let Some(link) = self.holder.and_then(|at| self.links.get_mut(at)) {
            link.role = if by_minimum { Role::SmallerWins(by) } else { Role::OverriddenBy(by) };
        }
    }
}

fn locker(state: State) -> Locked {
    match state {
        State::Value(applied) => applied.locked,
        _ => Locked::Above,
    }
}

fn owner(state: State) -> Uuid {
    match state {
        State::Value(applied) => applied.owner,
        _ => Uuid::default(),
    }
}
