//! Counts what is below a tenant, as far as it has arrived.

use std::collections::HashSet;

use super::arena::Tree;
use super::node::Node;
use crate::vendors::acronis::TenantKind;

/// What is below a tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Below {
    /// Its children.
    pub children: usize,
    /// Everything below it.
    pub all: usize,
    /// Everything below it by kind, the most frequent first.
    pub kinds: Vec<(Option<TenantKind>, usize)>,
    /// Tenants, itself included, whose children are there and not to be seen. They are not counted.
    pub hidden: usize,
    /// Its own children are among these.
    pub hides_children: bool,
}

impl Tree {
    /// Whether none of these stands below another of them, so that the order in which they are changed does not matter.
    pub fn are_apart(&self, nodes: &[Node]) -> bool {
        let all: HashSet<Node> = nodes.iter().copied().collect();
        let is_below = |node: &Node| self.path(*node).iter().rev().skip(1).any(|above| all.contains(above));
        !nodes.iter().any(is_below)
    }

    /// Counts what is below a tenant.
    pub fn below(&self, node: Node) -> Below {
        let mut by_code = [0usize; 256];
        let (mut all, mut hidden) = (0, 0);
        let mut waiting = vec![node];
        while let Some(at) = waiting.pop() {
            hidden += usize::from(self.badges(at).forbidden);
            for child in self.children(at) {
                let code = self.item(child).map_or(0, |item| item.kind);
                if let Some(count) = by_code.get_mut(usize::from(code)) {
                    *count += 1;
                }
                all += 1;
                waiting.push(child);
            }
            // A cycle that has not been broken yet would never end.
            if all > self.items.len() {
                break;
            }
        }
        let counted = (0..=u8::MAX).zip(by_code).filter(|(_, count)| *count > 0);
        let mut kinds: Vec<_> = counted.map(|(code, count)| (self.kind_of(code), count)).collect();
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let hides_children = self.badges(node).forbidden;
        Below { children: self.child_count(node), all, kinds, hidden, hides_children }
    }
}
