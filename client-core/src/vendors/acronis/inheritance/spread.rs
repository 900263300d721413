//! One setting over everything below a tenant, as the server reports it: which values apply how often, which
//! tenants have an own value, and on which of them it does not apply.

use std::collections::BTreeMap;

use super::column::Column;
use super::facts::{OwnFact, Reported};
use super::values::ValueId;
use crate::vendors::acronis::tenancy::{Node, Order, Tree};

/// What applies below a tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// Each value with the number of tenants on which it applies, the most frequent first. `None`: no value.
    pub values: Vec<(Option<ValueId>, usize)>,
    /// Tenants with an own value, in the tree's order.
    pub own: Vec<Node>,
    /// Those of them on which it does not apply.
    pub shadowed: Vec<Node>,
    /// Tenants below, as far as they are loaded.
    pub below: usize,
    /// Those of them that have not been read.
    pub not_read: usize,
    /// Those of them that may not be read.
    pub not_visible: usize,
}

/// Counts below a tenant, itself not included.
pub fn spread(tree: &Tree, order: &Order, column: &Column, node: Node) -> Spread {
    let mut spread = Spread::default();
    let mut counts: BTreeMap<Option<ValueId>, usize> = BTreeMap::new();
    let stretch = order.place(node).map(|place| order.stretch(place)).unwrap_or_default();
    for node in stretch.skip(1).filter_map(|place| order.node(place)) {
        spread.below += 1;
        if !column.is_read(node) {
            spread.not_read += 1;
            continue;
        }
        let value = match column.reported(node) {
            Reported::Unknown(_) => {
                spread.not_visible += 1;
                continue;
            }
            Reported::Nothing => None,
            Reported::Value(reported) => reported.value,
        };
        *counts.entry(value).or_default() += 1;
        if let OwnFact::Own(_) = column.own(node) {
            spread.own.push(node);
            let applies = matches!(column.reported(node), Reported::Value(reported) if reported.owner == Some(tree.id(node)));
            spread.shadowed.extend((!applies).then_some(node));
        }
    }
    spread.values = counts.into_iter().collect();
    spread.values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    spread
}
