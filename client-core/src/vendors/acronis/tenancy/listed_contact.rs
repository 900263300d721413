//! A contact as lists show it: what it is for, and whom to call.

use serde::Deserialize;

use crate::decode::lenient;
use crate::vendors::acronis::{Contact, ContactTypes};

/// A contact in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedContact {
    /// What it is for.
    pub types: ContactTypes,
    /// Name, e-mail address and telephone number, as far as they are filled in.
    pub words: Box<str>,
}

/// Between the parts of a contact.
const SEPARATOR: &str = ", ";

/// The contacts of a row; `None` where they, or what one of them is for, cannot be read: then nobody knows what is
/// missing.
pub(super) fn read(value: &[u8]) -> Option<Vec<ListedContact>> {
    #[derive(Deserialize)]
    struct Row(#[serde(deserialize_with = "lenient::option")] Option<Contact>);
    let rows: Vec<Row> = serde_json::from_slice(value).ok()?;
    rows.into_iter().map(|Row(contact)| listed(&contact?)).collect()
}

pub(super) fn listed(contact: &Contact) -> Option<ListedContact> {
    let types = contact.types.as_ref()?.iter().map(String::as_str).collect();
    let parts = [contact.full_name(), contact.email.clone(), contact.phone.clone()];
    let filled: Vec<String> = parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect();
    Some(ListedContact { types, words: filled.join(SEPARATOR).into() })
}

/// What a tenant has contacts for.
pub(super) fn types_of(contacts: &[ListedContact]) -> ContactTypes {
    contacts.iter().map(|contact| contact.types).fold(ContactTypes::default(), ContactTypes::union)
}
