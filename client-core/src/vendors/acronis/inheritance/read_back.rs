//! Checks a preview after the change: reads the tenants that it named and compares.

use std::cell::RefCell;

use super::column::Column;
use super::facts::Reported;
use super::gather::{Gathered, gather_below};
use super::preview::{Effect, Preview, Touched};
use crate::connection::Connection;
use crate::vendors::acronis::TenantId;
use crate::vendors::acronis::settings::Key;
use crate::vendors::acronis::tenancy::{Node, Tree};

/// What was read back after a write.
#[derive(Clone, Debug, Default)]
pub struct After {
    /// How the reading went.
    pub gathered: Gathered,
    /// Tenants on which the server reports something else than the preview.
    pub differs: Vec<(Touched, Reported)>,
    /// Tenants on which it reports the same.
    pub as_foreseen: usize,
}

/// Reads the tenants that a preview named, and compares what the server reports with it.
pub async fn read_back(
    connection: &Connection,
    key: &Key,
    tree: &RefCell<Tree>,
    preview: &Preview,
    node: Node,
    column: &RefCell<Column>,
) -> After {
    let named = preview.here.iter().chain(&preview.touched);
    let mut nodes: Vec<Node> = vec![node];
    nodes.extend(named.clone().map(|touched| touched.node).filter(|one| *one != node));
    let ids = |nodes: &[Node]| {
        let tree = tree.borrow();
        nodes.iter().map(|node| (*node, TenantId(tree.id(*node)))).collect::<Vec<_>>()
    };
    let what = (key.application, key.name.as_str());
    let gathered = gather_below(connection, what, ids(&nodes), column, |_| ()).await;
    let mut after = After { gathered, ..After::default() };
    let column = column.borrow();
    for touched in named.filter(|touched| !matches!(touched.effect, Effect::CannotTell(_))) {
        let reported = column.reported(touched.node);
        match reported.agrees(&preview.state(touched.after)) {
            Some(true) => after.as_foreseen += 1,
            Some(false) => after.differs.push((*touched, reported)),
            None => {}
        }
    }
    after
}

impl After {
    /// Whether everything was read back and is as foreseen.
    pub fn is_as_foreseen(&self) -> bool {
        self.differs.is_empty() && self.gathered.failed == 0
    }
}
