//! A contact as lists show it: what it is for, who it is, and how they are reached.

use serde::Deserialize;

use crate::decode::lenient;
use crate::fold::{Query, fold};
use crate::vendors::acronis::{Contact, ContactTypes};

/// A contact in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedContact {
    /// What it is for.
    pub types: ContactTypes,
    /// First name, last name, e-mail address and telephone number in one text: a list may have a million of them.
    parts: Box<str>,
}

/// Between the parts as they are kept. It has no place in a name.
const PART: char = '\u{1f}';

/// Between the parts of a contact in words.
const SEPARATOR: &str = ", ";

impl ListedContact {
    /// From first name, last name, e-mail address and telephone number; empty where one is not filled in or not told.
    pub fn new(types: ContactTypes, parts: [&str; 4]) -> ListedContact {
        let clean = parts.map(|part| part.replace(PART, " ").trim().to_owned());
        ListedContact { types, parts: clean.join(&PART.to_string()).into() }
    }

    /// First name, last name, e-mail address, telephone number.
    pub fn parts(&self) -> [&str; 4] {
        let mut parts = self.parts.split(PART);
        [(); 4].map(|()| parts.next().unwrap_or_default())
    }

    /// First and last name together.
    pub fn name(&self) -> String {
        let [first, last, ..] = self.parts();
        filled([first, last], " ")
    }

    /// E-mail address.
    pub fn email(&self) -> &str {
        let [.., email, _] = self.parts();
        email
    }

    /// Telephone number.
    pub fn phone(&self) -> &str {
        let [.., phone] = self.parts();
        phone
    }

    /// Name, e-mail address and telephone number, as far as they are filled in.
    pub fn words(&self) -> String {
        let [.., email, phone] = self.parts();
        filled([&self.name(), email, phone], SEPARATOR)
    }

    /// Whether it is somebody who is looked for by name or address.
    pub fn is(&self, query: &Query) -> bool {
        // Most are plain letters, and there may be a hundred thousand of them at each letter that is typed.
        if self.parts.is_ascii() && query.text().is_ascii() && !query.text().contains(' ') {
            let (text, wanted) = (self.parts.as_bytes(), query.text().as_bytes());
            return text.windows(wanted.len().max(1)).any(|window| window.eq_ignore_ascii_case(wanted));
        }
        [self.name().as_str(), self.email()].iter().any(|text| fold(text).contains(query.text()))
    }
}

fn filled<const N: usize>(parts: [&str; N], separator: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(separator)
}

/// The contacts of a row; `None` where they, or what one of them is for, cannot be read: then nobody knows what is
/// missing.
pub(super) fn read(value: &[u8]) -> Option<Vec<ListedContact>> {
    #[derive(Deserialize)]
    struct Row(#[serde(deserialize_with = "lenient::option")] Option<Contact>);
    let rows: Vec<Row> = serde_json::from_slice(value).ok()?;
    rows.into_iter().map(|Row(contact)| listed(&contact?)).collect()
}

pub(super) fn listed(contact: &Contact) -> Option<ListedContact> {
    let parts = [&contact.firstname, &contact.lastname, &contact.email, &contact.phone];
    Some(ListedContact::new(contact.known_types()?, parts.map(|part| part.as_deref().unwrap_or_default())))
}

/// What a tenant has contacts for.
pub(super) fn types_of(contacts: &[ListedContact]) -> ContactTypes {
    contacts.iter().map(|contact| contact.types).fold(ContactTypes::default(), ContactTypes::union)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_found_by_name_and_address() {
        let contact = |parts| ListedContact::new(ContactTypes::default(), parts);
        let ana = contact(["Ana", "Ruiz", "Ana.Ruiz@x.example", "+34 1"]);
        let jose = contact([" José\u{1f}", "Núñez", "jose@x.example", ""]);
        let found = |text: &str| [ana.is(&Query::new(text)), jose.is(&Query::new(text))];
        assert_eq!(found("ana.ruiz@X.EXAMPLE"), [true, false]);
        assert_eq!(found("ana ruiz"), [true, false]);
        assert_eq!(found("nunez"), [false, true]);
        assert_eq!(found("@x.example"), [true, true]);
        assert_eq!(found("ruizana"), [false, false], "no hit across two parts");
        assert_eq!(
            (ana.words().as_str(), jose.words().as_str()),
            ("Ana Ruiz, Ana.Ruiz@x.example, +34 1", "José Núñez, jose@x.example")
        );
        assert_eq!(contact(["", "", "", ""]).words(), "");
    }
}
