//! A contact that something is done with: it has an id, without which nothing can be.

use tenantry_core::acronis::{Contact, ContactId};

/// The contact.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Its id.
    pub id: ContactId,
    /// The contact, as it was shown.
    pub contact: Contact,
}

impl Chosen {
    /// The contact; `None` where it was told without an id.
    pub fn of(contact: &Contact) -> Option<Chosen> {
        Some(Chosen { id: contact.id?, contact: contact.clone() })
    }
}
