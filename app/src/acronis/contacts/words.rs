//! Contacts in words: who it is, why something cannot be sent, and what a refusal says of the fields.

use tenantry_core::Error;
use tenantry_core::acronis::Contact;
use tenantry_core::acronis::rules::Reason;

use crate::i18n::t;

/// Their name, or their address where they have none, or words where neither is known.
pub fn name_of(contact: &Contact) -> String {
    let filled = |text: &String| !text.trim().is_empty();
    let name = contact.full_name().filter(filled).or_else(|| contact.email.clone().filter(filled));
    name.unwrap_or_else(|| t("contacts.nameless").to_owned())
}

/// Why something cannot be sent, in words.
pub fn reason(reason: &Reason) -> String {
    let key = match reason {
        Reason::Empty => "signin.required",
        Reason::NoEmail => "contacts.wrong.email",
        Reason::NoType => "contacts.wrong.type",
        Reason::LegalIsGiven => "contacts.legal_note",
        _ => "contacts.wrong.other",
    };
    t(key).to_owned()
}

/// The vendor's words where a refusal names one of these fields: of other refusals nobody can tell which is meant.
pub fn field_errors(error: &Error, fields: &[&'static str]) -> Vec<(&'static str, String)> {
    let Error::Http { status: 400 | 409 | 422, vendor: Some(vendor), .. } = error else { return Vec::new() };
    let words = vendor.info.as_ref().unwrap_or(&vendor.message);
    let is_named = |field: &&&'static str| {
        words.split(|one: char| !one.is_alphanumeric() && one != '_').any(|word| word == **field)
    };
    fields.iter().filter(is_named).map(|field| (*field, words.clone())).collect()
}
