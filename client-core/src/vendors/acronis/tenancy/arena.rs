//! The tenants as an arena: one record each, linked by indices, found by id. Tenants arrive in any order; one
//! whose parent has not arrived yet hangs below a placeholder, which the parent fills in later.

use hashbrown::HashTable;

use super::listed_contact::ListedContact;
use super::names::{NameRef, Names};
use super::node::{NONE, Node};
use super::record::{Parent, Record};
use super::stored::{FactWords, Stored};
use super::words::Words;
use crate::uuid::Uuid;
use crate::vendors::acronis::TenantKind;

/// No path is followed further up: a cycle may not have been broken yet.
pub(super) const MAX_DEPTH: usize = 10_000;

/// What is known of a tenant beside its name and kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Badges {
    /// Disabled.
    pub disabled: bool,
    /// Only the lock's owner may change it.
    pub locked: bool,
    /// Multi-factor authentication is off.
    pub mfa_off: bool,
    /// On trial.
    pub trial: bool,
    /// The server reports it as its own ancestor.
    pub looped: bool,
    /// What is below it may not be seen.
    pub forbidden: bool,
}

pub(super) mod flag {
    //! What is known of a node, one bit each.
    pub const SEEN: u32 = 1;
    pub const SELF_PARENT: u32 = 1 << 1;
    pub const DISABLED: u32 = 1 << 2;
    pub const DELETED: u32 = 1 << 3;
    pub const LOCKED: u32 = 1 << 4;
    pub const MFA_OFF: u32 = 1 << 5;
    pub const TRIAL: u32 = 1 << 6;
    pub const LOOPED: u32 = 1 << 7;
    pub const FORBIDDEN: u32 = 1 << 8;
    pub const HAS_CHILDREN: u32 = 1 << 9;
    pub const HAS_NONE: u32 = 1 << 10;
    pub const DETAILED: u32 = 1 << 11;
    pub const SORTED: u32 = 1 << 12;
    pub const CHILDREN_LISTED: u32 = 1 << 13;
    pub const LINKED: u32 = 1 << 14;
    pub const TO_SORT: u32 = 1 << 15;
    pub const ENABLED_TOLD: u32 = 1 << 16;
    pub const LOCK_TOLD: u32 = 1 << 17;
    pub const WITH_CONTACTS: u32 = 1 << 18;
}

#[derive(Clone, Debug)]
pub(super) struct Item {
    pub id: Uuid,
    pub parent: Node,
    pub first_child: Node,
    pub next: Node,
    pub previous: Node,
    pub children: u32,
    pub flags: u32,
    pub name: NameRef,
    pub kind: u8,
}

impl Item {
    pub fn has(&self, flags: u32) -> bool {
        self.flags & flags == flags
    }

    pub fn set(&mut self, flag: u32, on: bool) {
        self.flags = if on { self.flags | flag } else { self.flags & !flag };
    }

    fn say(&mut self, flag: u32, said: Option<bool>) {
        if let Some(on) = said {
            self.set(flag, on);
        }
    }
}

/// The tenants of one connection.
#[derive(Debug, Default)]
pub struct Tree {
    pub(super) items: Vec<Item>,
    pub(super) names: Names,
    pub(super) roots: Vec<Node>,
    pub(super) roots_stale: bool,
    /// Parents that have got children since they were last sorted.
    pub(super) to_sort: Vec<Node>,
    /// Changes whenever a tenant moves or is renamed.
    pub(super) shape: u64,
    /// Nothing below any tenant is missing.
    pub(super) complete: bool,
    by_id: HashTable<Node>,
    pub(super) kinds: Words,
    /// Beside the items, by node: only lists look at them.
    pub(super) facts: Vec<Stored>,
    pub(super) fact_words: FactWords,
    /// By node, as far as contacts have been read.
    pub(super) contacts: Vec<Box<[ListedContact]>>,
    present: usize,
}

/// The most tenants: an index has to fit 32 bits.
const MOST: usize = 100_000_000;

impl Tree {
    /// How many tenants there are, without deleted ones.
    pub fn len(&self) -> usize {
        self.present
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.present == 0
    }

    /// The node of a tenant, where it has arrived.
    pub fn find(&self, id: Uuid) -> Option<Node> {
        let node = *self
            .by_id
            .find(hash(id), |node| self.items.get(node.index()).is_some_and(|item| item.id == id))?;
        self.item(node).filter(|item| item.has(flag::SEEN)).map(|_| node)
    }

    /// The tenant's id.
    pub fn id(&self, node: Node) -> Uuid {
        self.item(node).map(|item| item.id).unwrap_or_default()
    }

    /// The tenant's name, as the vendor has it.
    pub fn name(&self, node: Node) -> &str {
        self.item(node).map_or("", |item| self.names.plain(item.name))
    }

    /// The tenant's kind, where it is known.
    pub fn kind(&self, node: Node) -> Option<TenantKind> {
        self.item(node).and_then(|item| self.kind_of(item.kind))
    }

    /// What else is known of it.
    pub fn badges(&self, node: Node) -> Badges {
        let has = |flag| self.item(node).is_some_and(|item| item.has(flag));
        // It has children, and everything that the account may see has arrived without them.
        let hidden_below = self.complete && has(flag::HAS_CHILDREN) && self.child_count(node) == 0;
        Badges {
            disabled: has(flag::DISABLED),
            locked: has(flag::LOCKED),
            mfa_off: has(flag::MFA_OFF),
            trial: has(flag::TRIAL),
            looped: has(flag::LOOPED),
            forbidden: has(flag::FORBIDDEN) || hidden_below,
        }
    }

    /// Whether the badges have been filled in from a whole tenant.
    pub fn is_detailed(&self, node: Node) -> bool {
        self.item(node).is_some_and(|item| item.has(flag::DETAILED))
    }

    /// The parent, where it has arrived; `None` for a root.
    pub fn parent(&self, node: Node) -> Option<Node> {
        let item = self.item(node).filter(|item| item.has(flag::LINKED) && !item.has(flag::SELF_PARENT))?;
        Some(item.parent).filter(|parent| self.item(*parent).is_some_and(|item| item.has(flag::SEEN)))
    }

    /// Whether it is in the tree: it has arrived and has not been deleted.
    pub(super) fn is_linked(&self, node: Node) -> bool {
        self.item(node).is_some_and(|item| item.has(flag::LINKED))
    }

    /// The path from the root to the node, both included.
    pub fn path(&self, node: Node) -> Vec<Node> {
        let mut path = vec![node];
        let mut at = node;
        while let Some(parent) = self.parent(at).filter(|_| path.len() < MAX_DEPTH) {
            path.push(parent);
            at = parent;
        }
        path.reverse();
        path
    }

    /// How many children have arrived.
    pub fn child_count(&self, node: Node) -> usize {
        self.item(node).map_or(0, |item| item.children as usize)
    }

    /// The children that have arrived.
    pub fn children(&self, node: Node) -> impl Iterator<Item = Node> {
        let first = self.item(node).map_or(NONE, |item| item.first_child);
        std::iter::successors(Some(first), |at| self.item(*at).map(|item| item.next))
            .take_while(|at| *at != NONE)
    }

    /// Stores that a tenant's children have all been listed, or that they may not be seen.
    pub fn note_children(&mut self, node: Node, forbidden: bool) {
        if let Some(item) = self.item_mut(node) {
            item.set(flag::CHILDREN_LISTED, !forbidden);
            item.set(flag::FORBIDDEN, forbidden);
        }
    }

    /// Whether all children of the tenant are here.
    pub fn has_all_children(&self, node: Node) -> bool {
        let known = flag::CHILDREN_LISTED | flag::HAS_NONE;
        self.complete || self.item(node).is_some_and(|item| item.flags & known != 0)
    }

    /// Adds or updates the tenant of a row.
    pub fn put(&mut self, record: &Record<'_>) -> Option<Node> {
        let node = self.node_for(record.id)?;
        let kind = record.kind.as_ref().map(|word| self.kinds.code(word));
        let old = self.item(node).map(|item| item.name).unwrap_or_default();
        let name = record.name.as_ref().map(|name| self.names.set(node, old, name));
        let was = self.item(node).map_or(0, |item| item.flags);
        if let Some(item) = self.item_mut(node) {
            item.kind = kind.unwrap_or(item.kind);
            item.name = name.unwrap_or(item.name);
            item.set(flag::SEEN, true);
            item.say(flag::DISABLED, record.enabled.map(|on| !on));
            item.say(flag::DELETED, record.deleted);
            item.say(flag::LOCKED, record.locked);
            item.say(flag::MFA_OFF, record.mfa.as_ref().map(|status| status.ends_with("disabled")));
            item.say(flag::TRIAL, record.pricing.as_ref().map(|mode| mode == "trial"));
            item.say(flag::ENABLED_TOLD, record.enabled.map(|_| true));
            item.say(flag::LOCK_TOLD, record.locked.map(|_| true));
            item.say(flag::WITH_CONTACTS, record.with_contacts.then_some(true));
            item.say(flag::HAS_CHILDREN, record.has_children);
            item.say(flag::HAS_NONE, record.has_children.map(|any| !any));
            item.set(flag::DETAILED, item.has(flag::DETAILED) || record.mfa.is_some());
        }
        if let Some(stored) = self.facts.get_mut(node.index()) {
            self.fact_words.take(record, stored);
        }
        if record.with_contacts {
            self.keep_contacts(node, record.contacts.as_deref().unwrap_or_default());
        }
        let renamed = name.is_some_and(|name| name != old);
        self.place(node, record.parent, was, renamed);
        Some(node)
    }

    pub(super) fn item(&self, node: Node) -> Option<&Item> {
        self.items.get(node.index())
    }

    pub(super) fn item_mut(&mut self, node: Node) -> Option<&mut Item> {
        self.items.get_mut(node.index())
    }

    /// Removes a tenant from the tree, as if it had been deleted.
    pub(super) fn remove(&mut self, node: Node) {
        let was = self.item(node).map_or(0, |item| item.flags);
        if let Some(item) = self.item_mut(node) {
            item.set(flag::DELETED, true);
        }
        self.place(node, Parent::Unsaid, was, false);
    }

    /// Links the node where it belongs now, given its flags before the change.
    fn place(&mut self, node: Node, said: Parent, was: u32, renamed: bool) {
        let Some(item) = self.item(node).cloned() else {
            return;
        };
        let was_seen = was & flag::SEEN != 0;
        let present = |flags: u32| flags & (flag::SEEN | flag::DELETED) == flag::SEEN;
        self.present = self.present + usize::from(present(item.flags)) - usize::from(present(was));
        let (parent, own_parent) = match said {
            Parent::Of(id) if id == item.id => (NONE, true),
            Parent::Of(id) => (self.node_for(id).unwrap_or(NONE), false),
            Parent::Unsaid => (item.parent, item.has(flag::SELF_PARENT)),
        };
        let wants_link = present(item.flags);
        self.shape += u64::from(renamed);
        let moved = parent != item.parent || own_parent != item.has(flag::SELF_PARENT);
        if item.has(flag::LINKED) && (moved || !wants_link) {
            self.unlink(node);
        }
        if let Some(item) = self.item_mut(node) {
            item.parent = parent;
            item.set(flag::SELF_PARENT, own_parent);
            item.set(flag::LOOPED, item.has(flag::LOOPED) && !moved);
        }
        let linked = self.item(node).is_some_and(|item| item.has(flag::LINKED));
        if wants_link && !linked {
            self.link(node);
        } else if renamed {
            self.unsort(parent);
        }
        // A placeholder that is filled in no longer makes roots of its children.
        let filled_in = !was_seen && item.children > 0;
        self.roots_stale |= filled_in;
        self.shape += u64::from(filled_in);
    }

    fn link(&mut self, node: Node) {
        let parent = self.item(node).map_or(NONE, |item| item.parent);
        let first = self.item(parent).map_or(NONE, |item| item.first_child);
        if let Some(item) = self.item_mut(node) {
            item.set(flag::LINKED, true);
            item.next = first;
            item.previous = NONE;
        }
        if let Some(item) = self.item_mut(first) {
            item.previous = node;
        }
        let mut is_new = false;
        if let Some(item) = self.item_mut(parent) {
            item.first_child = node;
            item.children += 1;
            item.set(flag::SORTED, false);
            is_new = !item.has(flag::TO_SORT);
            item.set(flag::TO_SORT, true);
        }
        self.to_sort.extend(is_new.then_some(parent));
        self.shape += 1;
        let below_seen = self.item(parent).is_some_and(|item| item.has(flag::SEEN));
        self.roots_stale |= !below_seen;
    }

    pub(super) fn unlink(&mut self, node: Node) {
        let Some(Item { parent, next, previous, .. }) = self.item(node).cloned() else {
            return;
        };
        if let Some(item) = self.item_mut(next) {
            item.previous = previous;
        }
        if let Some(item) = self.item_mut(previous) {
            item.next = next;
        }
        if let Some(item) = self.item_mut(parent) {
            item.first_child = if item.first_child == node { next } else { item.first_child };
            item.children = item.children.saturating_sub(1);
        }
        if let Some(item) = self.item_mut(node) {
            item.set(flag::LINKED, false);
            (item.next, item.previous) = (NONE, NONE);
        }
        self.shape += 1;
        self.roots_stale = true;
    }

    fn unsort(&mut self, parent: Node) {
        match self.item_mut(parent) {
            Some(item) => item.set(flag::SORTED, false),
            None => self.roots_stale = true,
        }
    }

    /// The node of an id: a placeholder where it has not arrived, `None` when the arena is full.
    fn node_for(&mut self, id: Uuid) -> Option<Node> {
        let Tree { items, by_id, .. } = self;
        let same = |node: &Node| items.get(node.index()).is_some_and(|item| item.id == id);
        if let Some(node) = by_id.find(hash(id), same) {
            return Some(*node);
        }
        let node = Node(u32::try_from(items.len()).ok().filter(|_| items.len() < MOST)?);
        by_id.insert_unique(hash(id), node, |node| items.get(node.index()).map_or(0, |item| hash(item.id)));
        items.push(Item {
            id,
            parent: NONE,
            first_child: NONE,
            next: NONE,
            previous: NONE,
            children: 0,
            flags: 0,
            name: NameRef::default(),
            kind: 0,
        });
        self.facts.push(Stored::default());
        Some(node)
    }
}

/// Ids are random or counted up. The product of both halves spreads either kind.
fn hash(id: Uuid) -> u64 {
    let (high, low) = ((id.0 >> 64) as u64, id.0 as u64);
    let product = u128::from(high ^ 0x9e37_79b9_7f4a_7c15) * u128::from(low ^ 0xd1b5_4a32_d192_ed03);
    (product >> 64) as u64 ^ product as u64
}
