//! What a list of tenants shows beside name and kind, as numbers. A few bytes each: a list may have a million rows.

use super::listed_contact::types_of;
use super::record::Record;
use super::words::Words;
use crate::vendors::acronis::ContactTypes;

/// The facts of a tenant; 0 stands for what was not told.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stored {
    /// Seconds since 1970.
    pub created: u32,
    pub updated: u32,
    pub customer_type: u8,
    pub mfa: u8,
    pub pricing: u8,
    pub contacts: Option<ContactTypes>,
}

/// The words that the facts are numbered by.
#[derive(Debug, Default)]
pub(super) struct FactWords {
    pub customer_type: Words,
    pub mfa: Words,
    pub pricing: Words,
}

impl FactWords {
    pub fn take(&mut self, record: &Record<'_>, into: &mut Stored) {
        let code = |words: &mut Words, word: Option<&str>, was: u8| word.map_or(was, |word| words.code(word));
        into.created = record.created.unwrap_or(into.created);
        into.updated = record.updated.unwrap_or(into.updated);
        into.customer_type =
            code(&mut self.customer_type, record.customer_type.as_deref(), into.customer_type);
        into.mfa = code(&mut self.mfa, record.mfa.as_deref(), into.mfa);
        into.pricing = code(&mut self.pricing, record.pricing.as_deref(), into.pricing);
        if record.with_contacts {
            into.contacts = record.contacts.as_deref().map(types_of);
        }
    }
}
