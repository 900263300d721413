//! Checks a preview after the changes: reads the changed tenants and those that the preview named, and compares.

use std::cell::RefCell;
use std::collections::HashMap;

use super::column::Column;
use super::facts::{OwnFact, OwnValue, Reported};
use super::gather::{Gathered, gather_below};
use super::preview::{Change, Effect, Preview, Touched};
use super::resolve::StateId;
use crate::connection::Connection;
use crate::vendors::acronis::tenancy::{Node, Tree};
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
        /// What was foreseen; see [`Preview::state`].
        foreseen: StateId,
        /// What the server says.
        reported: Reported,
    },
}

/// Reads what a preview named, and compares it. `tell` hears how many of how many tenants have been read.
pub async fn read_back(
    connection: &Connection,
    what: (ApplicationId, &str),
    tree: &RefCell<Tree>,
    (preview, changes): (&Preview, &[Change]),
    column: &RefCell<Column>,
    tell: impl Fn(usize, usize),
) -> After {
    let foreseen = |touched: &&Touched| !matches!(touched.effect, Effect::CannotTell(_));
    let mut nodes: Vec<Node> = changes.iter().map(|change| change.node).collect();
    nodes.extend(preview.touched.iter().filter(foreseen).map(|touched| touched.node));
    let ids: Vec<_> = {
        let tree = tree.borrow();
        nodes.iter().map(|node| (*node, TenantId(tree.id(*node)))).collect()
    };
    // What was read before the change says nothing of what is there after it.
    nodes.iter().for_each(|node| column.borrow_mut().forget(*node));
    let all = ids.len();
    let gathered = gather_below(connection, what, ids, column, |read| tell(read, all)).await;
    let mut after = After { gathered, ..After::default() };
    let column = column.borrow();
    let touched: HashMap<usize, &Touched> = preview.here.iter().map(|one| (one.node.index(), one)).collect();
    for change in changes {
        let touched = touched.get(&change.node.index()).copied();
        after.take(change.node, here(&column, preview, *change, touched));
    }
    for touched in &preview.touched {
        let found = foreseen(&touched).then(|| effective(&column, preview, touched)).flatten();
        after.take(touched.node, found);
    }
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
    let reported = column.reported(touched.node);
    let agrees = reported.agrees(&preview.state(touched.after))?;
    Some(if agrees { Ok(()) } else { Err(Difference::Effective { foreseen: touched.after, reported }) })
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
