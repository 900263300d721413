//! What a list of tenants shows, as words.

use super::arena::{Tree, flag};
use super::listed_contact::{ListedContact, listed, types_of};
use super::node::Node;
use super::stored::Stored;
use crate::uuid::Uuid;
use crate::vendors::acronis::TenantKind;
use crate::vendors::acronis::{Contact, ContactTypes};

/// What is known of a tenant. `None`: not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts<'a> {
    /// The tenant.
    pub id: Uuid,
    /// Its name.
    pub name: &'a str,
    /// Its kind, as the vendor spells it.
    pub kind: Option<&'a str>,
    /// Whether it is enabled.
    pub enabled: Option<bool>,
    /// Whether only the lock's owner may change it.
    pub locked: Option<bool>,
    /// Its business type.
    pub customer_type: Option<&'a str>,
    /// Multi-factor authentication.
    pub mfa: Option<&'a str>,
    /// Whether it pays.
    pub pricing: Option<&'a str>,
    /// What it has contacts for.
    pub contacts: Option<ContactTypes>,
    /// When it was created, in seconds since 1970.
    pub created: Option<u32>,
    /// When it was last changed, in seconds since 1970.
    pub updated: Option<u32>,
}

impl Tree {
    /// What is known of a tenant.
    pub fn facts(&self, node: Node) -> Facts<'_> {
        let stored = self.stored(node);
        let item = self.item(node);
        let told = |told: u32, yes: u32| item.filter(|item| item.has(told)).map(|item| item.has(yes));
        let at = |seconds: u32| (seconds > 0).then_some(seconds);
        Facts {
            id: self.id(node),
            name: self.name(node),
            kind: item.and_then(|item| self.kinds.word(item.kind)),
            enabled: told(flag::ENABLED_TOLD, flag::DISABLED).map(|disabled| !disabled),
            locked: told(flag::LOCK_TOLD, flag::LOCKED),
            customer_type: self.fact_words.customer_type.word(stored.customer_type),
            mfa: self.fact_words.mfa.word(stored.mfa),
            pricing: self.fact_words.pricing.word(stored.pricing),
            contacts: stored.contacts,
            created: at(stored.created),
            updated: at(stored.updated),
        }
    }

    pub(super) fn stored(&self, node: Node) -> Stored {
        self.facts.get(node.index()).copied().unwrap_or_default()
    }

    /// Its contacts, as far as they could be read.
    pub fn contacts(&self, node: Node) -> &[ListedContact] {
        self.contacts.get(node.index()).map(AsRef::as_ref).unwrap_or_default()
    }

    /// Keeps the contacts of a tenant as they were read by themselves.
    pub fn note_contacts(&mut self, id: Uuid, contacts: &[Contact]) {
        let Some(node) = self.find(id) else { return };
        let listed: Option<Vec<ListedContact>> = contacts.iter().map(listed).collect();
        if let Some(stored) = self.facts.get_mut(node.index()) {
            stored.contacts = listed.as_deref().map(types_of);
        }
        self.keep_contacts(node, &listed.unwrap_or_default());
    }

    pub(super) fn keep_contacts(&mut self, node: Node, contacts: &[ListedContact]) {
        if self.contacts.len() <= node.index() {
            self.contacts.resize_with(node.index() + 1, Box::default);
        }
        if let Some(slot) = self.contacts.get_mut(node.index()) {
            *slot = contacts.into();
        }
    }

    /// Whether everything that a list shows of it has been read.
    pub(super) fn is_read(&self, node: Node) -> bool {
        self.item(node).is_some_and(|item| item.has(flag::DETAILED | flag::WITH_CONTACTS))
    }

    /// The kind of a number.
    pub(super) fn kind_of(&self, code: u8) -> Option<TenantKind> {
        self.kinds.word(code).map(|word| TenantKind::from(word.to_owned()))
    }
}
