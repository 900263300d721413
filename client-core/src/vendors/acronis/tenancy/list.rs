//! The tenants of a subtree as a list: narrowed, sorted, counted.

use super::arena::Tree;
use super::facets::{Chosen, Counter, Facet, FacetCount};
use super::node::Node;
use super::search::Filter;
use super::view::View;
use crate::fold::Query;

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// As in the tree.
    #[default]
    Path,
    /// By name.
    Name,
    /// By kind.
    Kind,
    /// Disabled or not.
    State,
    /// By business type.
    CustomerType,
    /// By 2FA.
    Mfa,
    /// By pricing mode.
    Pricing,
    /// By how many kinds of contact are missing.
    Gaps,
    /// By when it was created.
    Created,
    /// By when it was last changed.
    Updated,
}

/// Which tenants a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What it is narrowed to.
    pub facets: Vec<Facet>,
    /// A part of the name, or an id.
    pub text: String,
    /// Somebody among the contacts, by name or address.
    pub person: String,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// By what it is sorted.
    pub by: SortBy,
    /// From the end. What was not told comes last in either order.
    pub descending: bool,
}

/// A list of tenants, in the order of the tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TenantList {
    /// What it shows.
    pub nodes: Vec<Node>,
    /// How many tenants have which value.
    pub counts: Vec<FacetCount>,
    /// How many tenants the subtree has, its top included.
    pub all: usize,
    /// Of how many of them everything has been read that a list shows.
    pub read: usize,
}

impl TenantList {
    /// Whether everything has been read that a list shows.
    pub fn is_read(&self) -> bool {
        self.read == self.all
    }
}

impl View {
    /// The tenants of a subtree, its top included; of everything where there is no top.
    pub fn list(&mut self, tree: &mut Tree, top: Option<Node>, wanted: &Wanted) -> TenantList {
        let subtree = self.subtree(tree, top);
        let chosen = Chosen::of(tree, &wanted.facets);
        let (filter, person) = (Filter::new(tree, &wanted.text, &[]), Query::new(&wanted.person));
        let has_person = |tree: &Tree, node| tree.contacts(node).iter().any(|one| one.is(&person));
        let mut counter = Counter::new(&chosen);
        let (mut nodes, mut read, all) = (Vec::new(), 0, subtree.len());
        for node in subtree {
            read += usize::from(tree.is_read(node));
            let is_found = filter.as_ref().is_none_or(|filter| filter.is_hit(node))
                && (person.is_empty() || has_person(tree, node));
            if is_found && counter.take(tree, node) {
                nodes.push(node);
            }
        }
        TenantList { nodes, counts: counter.finish(tree, &wanted.facets), all, read }
    }

    /// Sorts the tenants of a list, which stand in the order of the tree; equal ones stay in it.
    pub fn sort(&mut self, tree: &Tree, nodes: &mut [Node], sort: Sort) {
        match (sort.by, sort.descending) {
            (SortBy::Path, false) => {}
            (SortBy::Path, true) => nodes.reverse(),
            (SortBy::Name, descending) => {
                let ranks = self.name_ranks(tree);
                sort_by_key(nodes, descending, |node| ranks.get(node.index()).copied());
            }
            (by, descending) => {
                let ranks = tree.ranks(by);
                sort_by_key(nodes, descending, |node| tree.sort_key(node, by, &ranks));
            }
        }
    }
}

/// One number for each: the key, then the place it has now.
fn sort_by_key(nodes: &mut [Node], descending: bool, key: impl Fn(Node) -> Option<u32>) {
    let of = |(at, node): (u32, &Node)| {
        let key = key(*node);
        let value = key.map(|key| if descending { u32::MAX - key } else { key });
        (key.is_none(), value.unwrap_or_default(), at, *node)
    };
    let mut keyed: Vec<_> = (0..).zip(nodes.iter()).map(of).collect();
    keyed.sort_unstable();
    for (slot, (.., node)) in nodes.iter_mut().zip(keyed) {
        *slot = node;
    }
}

impl Tree {
    /// The places of a field's words in the alphabet, by number.
    fn ranks(&self, by: SortBy) -> Vec<u32> {
        let words = match by {
            SortBy::Kind => &self.kinds,
            SortBy::CustomerType => &self.fact_words.customer_type,
            SortBy::Mfa => &self.fact_words.mfa,
            SortBy::Pricing => &self.fact_words.pricing,
            _ => return Vec::new(),
        };
        let mut sorted: Vec<(u8, &str)> = words.iter().collect();
        sorted.sort_by_key(|(_, word)| *word);
        let mut ranks = vec![0; sorted.len() + 1];
        for (rank, (code, _)) in (1..).zip(sorted) {
            if let Some(slot) = ranks.get_mut(usize::from(code)) {
                *slot = rank;
            }
        }
        ranks
    }

    fn sort_key(&self, node: Node, by: SortBy, ranks: &[u32]) -> Option<u32> {
        let stored = self.stored(node);
        let rank = |code: u8| ranks.get(usize::from(code)).copied().filter(|rank| *rank > 0);
        let at = |seconds: u32| (seconds > 0).then_some(seconds);
        match by {
            SortBy::Path | SortBy::Name => None,
            SortBy::Kind => rank(self.item(node).map_or(0, |item| item.kind)),
            SortBy::State => self.facts(node).enabled.map(u32::from),
            SortBy::CustomerType => rank(stored.customer_type),
            SortBy::Mfa => rank(stored.mfa),
            SortBy::Pricing => rank(stored.pricing),
            SortBy::Gaps => stored.contacts.and_then(|types| u32::try_from(types.gaps().count()).ok()),
            SortBy::Created => at(stored.created),
            SortBy::Updated => at(stored.updated),
        }
    }
}
