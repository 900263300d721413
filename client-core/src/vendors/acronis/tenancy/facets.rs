//! What a list of tenants can be narrowed to: by kind, state, 2FA and so on. Within a group any of the chosen values
//! will do; of the groups all must hold. What was not told is a value of its own.

use super::arena::{Item, Tree, flag};
use super::node::Node;
use super::stored::Stored;
use super::words::Words;
use crate::vendors::acronis::{ContactType, ContactTypes};

/// What a facet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// `kind`.
    Kind,
    /// `enabled`.
    State,
    /// `update_lock`.
    Lock,
    /// `mfa_status`.
    Mfa,
    /// `pricing_mode`.
    Pricing,
    /// `customer_type`.
    CustomerType,
    /// What there is no contact for.
    Gap,
}

impl Group {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Group; 7] =
        [Group::Kind, Group::State, Group::Lock, Group::Mfa, Group::Pricing, Group::CustomerType, Group::Gap];

    /// As a URL has it.
    pub fn key(self) -> &'static str {
        match self {
            Group::Kind => "kind",
            Group::State => "state",
            Group::Lock => "lock",
            Group::Mfa => "mfa",
            Group::Pricing => "pricing",
            Group::CustomerType => "type",
            Group::Gap => "without",
        }
    }

    /// The values of a group that is a yes or a no: the no first.
    fn values(self) -> &'static [&'static str] {
        match self {
            Group::State => &["enabled", "disabled"],
            Group::Lock => &["unlocked", "locked"],
            _ => &[],
        }
    }
}

/// A value that a list is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Facet {
    /// What it is about.
    pub group: Group,
    /// The vendor's word; `None`: not told.
    pub value: Option<String>,
}

/// What stands in a URL for a value that was not told.
const UNTOLD: &str = "?";

impl Facet {
    /// Reads what [`Facet::key`] has written.
    pub fn read(text: &str) -> Option<Facet> {
        let (group, value) = text.split_once(':')?;
        let group = Group::ALL.into_iter().find(|one| one.key() == group)?;
        Some(Facet { group, value: (value != UNTOLD).then(|| value.to_owned()) })
    }

    /// As a URL has it: `mfa:disabled`.
    pub fn key(&self) -> String {
        [self.group.key(), ":", self.value.as_deref().unwrap_or(UNTOLD)].concat()
    }
}

/// How many tenants have a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The value.
    pub facet: Facet,
    /// How many would be listed with it, given what is chosen in the other groups.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// Values as bits: the first is "not told".
type Bits = u64;
const GROUPS: usize = Group::ALL.len();

/// What is chosen, made ready for a walk over all tenants.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    /// Of each group; 0: nothing is chosen in it.
    bits: [Bits; GROUPS],
}

impl Chosen {
    pub fn of(tree: &Tree, facets: &[Facet]) -> Chosen {
        let mut chosen = Chosen::default();
        for (bits, group) in chosen.bits.iter_mut().zip(Group::ALL) {
            let mut wanted = facets.iter().filter(|facet| facet.group == group).peekable();
            if wanted.peek().is_none() {
                continue;
            }
            let values = tree.facet_values(group);
            *bits = wanted
                .filter_map(|facet| position(&values, facet.value.as_deref()))
                .fold(0, |bits, at| bits | bit(at));
            // A value that no tenant has leaves none, rather than all.
            *bits |= if *bits == 0 { bit(NO_VALUE) } else { 0 };
        }
        chosen
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.bits == [0; GROUPS]
    }

    /// Whether the tenant has what is chosen.
    pub fn holds(&self, tree: &Tree, node: Node) -> bool {
        let tenant = tree.of_facets(node);
        Group::ALL.into_iter().zip(self.bits).all(|(group, bits)| bits == 0 || tenant.bits(group) & bits != 0)
    }

    /// Whether the tenant may have what is chosen without anybody knowing, because it was not read whole.
    pub fn is_unknown(&self, tree: &Tree, node: Node) -> bool {
        let tenant = tree.of_facets(node);
        let untold = |(group, bits): (Group, Bits)| bits != 0 && tenant.bits(group) == bit(0);
        !tree.is_read(node) && Group::ALL.into_iter().zip(self.bits).any(untold)
    }
}

/// Counts values during a walk.
pub(super) struct Counter<'a> {
    chosen: &'a Chosen,
    counts: [[u32; Bits::BITS as usize]; GROUPS],
}

impl<'a> Counter<'a> {
    pub fn new(chosen: &'a Chosen) -> Counter<'a> {
        Counter { chosen, counts: [[0; Bits::BITS as usize]; GROUPS] }
    }

    /// Counts a tenant; says whether it has all that is chosen.
    pub fn take(&mut self, tree: &Tree, node: Node) -> bool {
        let tenant = tree.of_facets(node);
        let has = Group::ALL.map(|group| tenant.bits(group));
        let fails = |(has, wanted): (&Bits, &Bits)| *wanted != 0 && has & wanted == 0;
        let failed = has.iter().zip(&self.chosen.bits).filter(|pair| fails(*pair)).count();
        // Where one group alone keeps it out, choosing another value of that group would let it in.
        for (at, counts) in self.counts.iter_mut().enumerate() {
            let (Some(has), Some(wanted)) = (has.get(at), self.chosen.bits.get(at)) else { continue };
            if failed == 0 || (failed == 1 && fails((has, wanted))) {
                let mut rest = *has;
                while rest != 0 {
                    if let Some(count) = counts.get_mut(rest.trailing_zeros() as usize) {
                        *count += 1;
                    }
                    rest &= rest - 1;
                }
            }
        }
        failed == 0
    }

    /// What was counted, and what is chosen without a tenant that has it.
    pub fn finish(self, tree: &Tree, facets: &[Facet]) -> Vec<FacetCount> {
        let mut all = Vec::new();
        for (group, counts) in Group::ALL.into_iter().zip(self.counts) {
            for (at, value) in tree.facet_values(group) {
                let facet = Facet { group, value };
                let is_chosen = facets.contains(&facet);
                let count = counts.get(at).map_or(0, |count| *count as usize);
                if count > 0 || is_chosen {
                    all.push(FacetCount { facet, count, is_chosen });
                }
            }
        }
        let strange = facets.iter().filter(|facet| !all.iter().any(|one| one.facet == **facet));
        let strange: Vec<_> =
            strange.map(|facet| FacetCount { facet: facet.clone(), count: 0, is_chosen: true }).collect();
        all.extend(strange);
        all
    }
}

/// The bit of a chosen value that no tenant has.
const NO_VALUE: usize = 63;

fn bit(at: usize) -> Bits {
    1 << at.min(NO_VALUE)
}

fn position(values: &[(usize, Option<String>)], value: Option<&str>) -> Option<usize> {
    values.iter().find(|(_, one)| one.as_deref() == value).map(|(at, _)| *at)
}

impl Tree {
    /// The values of a group with their bits: what tenants have, sorted, and "not told" last.
    fn facet_values(&self, group: Group) -> Vec<(usize, Option<String>)> {
        let of_words = |words: &Words| -> Vec<(usize, Option<String>)> {
            let of = |(code, word): (u8, &str)| (usize::from(code), Some(word.to_owned()));
            let mut values: Vec<_> = words.iter().map(of).collect();
            values.sort_by(|one, other| one.1.cmp(&other.1));
            values
        };
        let mut values = match group {
            Group::Kind => of_words(&self.kinds),
            Group::Pricing => of_words(&self.fact_words.pricing),
            Group::CustomerType => of_words(&self.fact_words.customer_type),
            Group::Mfa => of_words(&self.fact_words.mfa),
            Group::Gap => {
                (1..).zip(ContactType::ALL).map(|(at, one)| (at, Some(one.word().to_owned()))).collect()
            }
            Group::State | Group::Lock => {
                (1..).zip(group.values()).map(|(at, word)| (at, Some((*word).to_owned()))).collect()
            }
        };
        values.push((0, None));
        values
    }

    fn of_facets(&self, node: Node) -> OfFacets<'_> {
        OfFacets { item: self.item(node), stored: self.stored(node) }
    }
}

/// What of a tenant the facets look at.
struct OfFacets<'a> {
    item: Option<&'a Item>,
    stored: Stored,
}

impl OfFacets<'_> {
    /// The values that the tenant has in a group: one, or of contacts all that are missing.
    fn bits(&self, group: Group) -> Bits {
        let told = |said: u32, yes: u32| match self.item {
            Some(item) if item.has(said) => bit(1 + usize::from(item.has(yes))),
            _ => bit(0),
        };
        let word = |code: u8| bit(usize::from(code));
        let gaps = |types: ContactTypes| {
            let missing = |(at, one): (usize, ContactType)| if types.has(one) { 0 } else { bit(at) };
            (1..).zip(ContactType::ALL).map(missing).fold(0, |bits, one| bits | one)
        };
        match group {
            Group::Kind => word(self.item.map_or(0, |item| item.kind)),
            Group::State => told(flag::ENABLED_TOLD, flag::DISABLED),
            Group::Lock => told(flag::LOCK_TOLD, flag::LOCKED),
            Group::Mfa => word(self.stored.mfa),
            Group::Pricing => word(self.stored.pricing),
            Group::CustomerType => word(self.stored.customer_type),
            Group::Gap => self.stored.contacts.map_or(bit(0), gaps),
        }
    }
}
