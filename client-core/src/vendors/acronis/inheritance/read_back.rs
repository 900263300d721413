//! Checks a preview after the changes: reads the changed tenants and those that the preview named, and compares. What
//! the preview could not foresee, because it had not been read, is read when somebody asks for it.

use std::cell::RefCell;
use std::collections::HashMap;

use super::column::Column;
use super::facts::{OwnFact, OwnValue, Reported};
use super::gather::{Gathered, gather_below};
use super::preview::{Change, Effect, Preview, Touched};
use super::resolve::{Resolved, resolve};
use super::state::{Gap, State};
use crate::connection::Connection;
use crate::vendors::acronis::tenancy::{Node, Order, Tree};
use crate::vendors::acronis::{ApplicationId, TenantId};

/// What was found after a write.
#[derive(Clone, Debug, Default)]
pub struct After {
    /// How the reading went.
    pub gathered: Gathered,
    /// Tenants on which the server has what was foreseen.
    pub verified: usize,
    /// Tenants on which it has something else.
    pub differs: Vec<(Node, Difference)>,
    /// Tenants that nothing was foreseen for, or that could not be read.
    pub not_verified: usize,
    /// Those of them that can still be read ([`read_rest`]).
    pub unread: usize,
}

/// What is not as it was foreseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The own value is not the one that was sent.
    Own {
        /// What was sent.
        sent: Option<OwnValue>,
        /// What is there.
        found: Option<OwnValue>,
    },
    /// Something else applies.
    Effective {
        /// What was foreseen, or what follows by the rule.
        foreseen: State,
        /// What the server says.
        reported: Reported,
    },
}

/// Reads what a preview foresaw, and compares it. `tell` hears how many of how many tenants have been read.
pub async fn read_back(
    connection: &Connection,
    what: (ApplicationId, &str),
    tree: &RefCell<Tree>,
    (preview, changes): (&Preview, &[Change]),
    column: &RefCell<Column>,
    tell: impl Fn(usize, usize),
) -> After {
    // What was read before the change says nothing of what is there after it.
    readable(preview, changes).for_each(|node| column.borrow_mut().forget(node));
    let foreseen = preview.touched.iter().filter(is_foreseen).map(|touched| touched.node);
    let nodes = changes.iter().map(|change| change.node).chain(foreseen).collect();
    let gathered = gather(connection, what, tree, nodes, column, tell).await;
    compare(tree, (preview, changes), column, None, gathered)
}

/// The same afterwards, with what was not foreseen because it had not been read, and what could not be read: of that
/// it is computed from what is set on each tenant what has to apply.
pub async fn read_rest(
    connection: &Connection,
    what: (ApplicationId, &str),
    tree: &RefCell<Tree>,
    (preview, changes): (&Preview, &[Change]),
    column: &RefCell<Column>,
    tell: impl Fn(usize, usize),
) -> After {
    let nodes = readable(preview, changes).filter(|node| !column.borrow().is_read(*node)).collect();
    let gathered = gather(connection, what, tree, nodes, column, tell).await;
    let order = tree.borrow_mut().order();
    let resolved = resolve(&tree.borrow(), &order, &column.borrow());
    compare(tree, (preview, changes), column, Some((&order, &resolved)), gathered)
}

fn is_foreseen(touched: &&Touched) -> bool {
    !matches!(touched.effect, Effect::CannotTell(_))
}

/// The tenants of which reading can tell something.
fn readable(preview: &Preview, changes: &[Change]) -> impl Iterator<Item = Node> {
    let can = |touched: &&Touched| is_foreseen(touched) || touched.effect == Effect::CannotTell(Gap::NotRead);
    changes
        .iter()
        .map(|change| change.node)
        .chain(preview.touched.iter().filter(can).map(|touched| touched.node))
}

async fn gather(
    connection: &Connection,
    what: (ApplicationId, &str),
    tree: &RefCell<Tree>,
    nodes: Vec<Node>,
    column: &RefCell<Column>,
    tell: impl Fn(usize, usize),
) -> Gathered {
    let ids: Vec<_> = {
        let tree = tree.borrow();
        nodes.into_iter().map(|node| (node, TenantId(tree.id(node)))).collect()
    };
    let all = ids.len();
    tell(0, all);
    gather_below(connection, what, ids, column, |read| tell(read, all)).await
}

fn compare(
    tree: &RefCell<Tree>,
    (preview, changes): (&Preview, &[Change]),
    column: &RefCell<Column>,
    rule: Option<(&Order, &Resolved)>,
    gathered: Gathered,
) -> After {
    let (tree, column) = (tree.borrow(), column.borrow());
    let mut after = After { gathered, ..After::default() };
    let touched: HashMap<usize, &Touched> = preview.here.iter().map(|one| (one.node.index(), one)).collect();
    for change in changes {
        let touched = touched.get(&change.node.index()).copied();
        after.take(change.node, here(&column, preview, *change, touched));
    }
    for touched in &preview.touched {
        let found = match (touched.effect, rule) {
            (Effect::CannotTell(Gap::NotRead), Some((order, resolved))) => {
                by_rule(&tree, order, &column, resolved, touched.node)
            }
            (Effect::CannotTell(_), _) => None,
            _ => effective(&column, preview, touched),
        };
        after.take(touched.node, found);
    }
    after.unread = readable(preview, changes).filter(|node| !column.is_read(*node)).count();
    after
}

/// What was found on a tenant: as foreseen, or not; `None` where nothing can be said.
type Finding = Option<Result<(), Difference>>;

/// On a changed tenant both its own value and what applies count.
fn here(column: &Column, preview: &Preview, change: Change, touched: Option<&Touched>) -> Finding {
    let found = match column.own(change.node) {
        OwnFact::Own(own) => Some(own),
        OwnFact::None => None,
        OwnFact::Unknown(_) => return None,
    };
    if found != change.own {
        return Some(Err(Difference::Own { sent: change.own, found }));
    }
    match touched {
        Some(touched) if matches!(touched.effect, Effect::CannotTell(_)) => None,
        Some(touched) => effective(column, preview, touched),
        None => Some(Ok(())),
    }
}

fn effective(column: &Column, preview: &Preview, touched: &Touched) -> Finding {
    agreeing(preview.state(touched.after), column.reported(touched.node))
}

/// What follows on a tenant from what is set on it and above it. Where that is not known, what the server reports would
/// be held against itself.
fn by_rule(tree: &Tree, order: &Order, column: &Column, resolved: &Resolved, node: Node) -> Finding {
    let (place, reported) = (order.place(node)?, column.reported(node));
    let is_of_user = matches!(reported, Reported::Value(reported) if reported.user.is_some());
    let is_known = !matches!(resolved.received(tree, order, place), State::Unknown(_));
    (is_known && !is_of_user).then(|| agreeing(resolved.effective(place), reported)).flatten()
}

fn agreeing(foreseen: State, reported: Reported) -> Finding {
    let agrees = reported.agrees(&foreseen)?;
    Some(if agrees { Ok(()) } else { Err(Difference::Effective { foreseen, reported }) })
}

impl After {
    fn take(&mut self, node: Node, found: Finding) {
        match found {
            Some(Ok(())) => self.verified += 1,
            Some(Err(difference)) => self.differs.push((node, difference)),
            None => self.not_verified += 1,
        }
    }
}
