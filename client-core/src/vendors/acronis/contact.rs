//! A contact as it stands inside a tenant or a user.

use serde::Deserialize;

use crate::date::Date;
use crate::decode::lenient;
use crate::uuid::Uuid;

/// A contact. `None`: not told; an empty text: not filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Unique identifier.
    #[serde(deserialize_with = "lenient::option")]
    pub id: Option<Uuid>,
    /// When it was created.
    #[serde(deserialize_with = "lenient::option")]
    pub created_at: Option<Date>,
    /// When it was last changed.
    #[serde(deserialize_with = "lenient::option")]
    pub updated_at: Option<Date>,
    /// When it was deleted; `Some(None)` says that it was not.
    #[serde(deserialize_with = "lenient::nullable")]
    pub deleted_at: Option<Option<Date>>,
    /// What the contact is for: `legal`, `primary`, `billing`, `technical`, `management`, …
    #[serde(deserialize_with = "lenient::option")]
    pub types: Option<Vec<String>>,
    /// First name.
    #[serde(deserialize_with = "lenient::option")]
    pub firstname: Option<String>,
    /// Last name.
    #[serde(deserialize_with = "lenient::option")]
    pub lastname: Option<String>,
    /// Title.
    #[serde(deserialize_with = "lenient::option")]
    pub title: Option<String>,
    /// E-mail address.
    #[serde(deserialize_with = "lenient::option")]
    pub email: Option<String>,
    /// Whether the e-mail address was confirmed.
    #[serde(deserialize_with = "lenient::option")]
    pub email_confirmed: Option<bool>,
    /// Telephone number.
    #[serde(deserialize_with = "lenient::option")]
    pub phone: Option<String>,
    /// Street.
    #[serde(deserialize_with = "lenient::option")]
    pub address1: Option<String>,
    /// Second line of the address.
    #[serde(deserialize_with = "lenient::option")]
    pub address2: Option<String>,
    /// City.
    #[serde(deserialize_with = "lenient::option")]
    pub city: Option<String>,
    /// State or province.
    #[serde(deserialize_with = "lenient::option")]
    pub state: Option<String>,
    /// Postal code.
    #[serde(deserialize_with = "lenient::option")]
    pub zipcode: Option<String>,
    /// Country.
    #[serde(deserialize_with = "lenient::option")]
    pub country: Option<String>,
    /// Web site.
    #[serde(deserialize_with = "lenient::option")]
    pub website: Option<String>,
    /// Industry.
    #[serde(deserialize_with = "lenient::option")]
    pub industry: Option<String>,
    /// Size of the organization.
    #[serde(deserialize_with = "lenient::option")]
    pub organization_size: Option<String>,
    /// The vendor's `aan`, which its reference does not explain.
    #[serde(deserialize_with = "lenient::option")]
    pub aan: Option<String>,
}

/// What a contact can be for (`types`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContactType {
    /// The legal contact, which every tenant has; it cannot be created through the API.
    Legal,
    /// The first to be called.
    Primary,
    /// Invoices.
    Billing,
    /// Technical questions.
    Technical,
    /// Decisions.
    Management,
}

impl ContactType {
    /// All that the contract knows.
    pub const ALL: [ContactType; 5] = [
        ContactType::Legal,
        ContactType::Primary,
        ContactType::Billing,
        ContactType::Technical,
        ContactType::Management,
    ];

    /// The vendor's word.
    pub fn word(self) -> &'static str {
        match self {
            ContactType::Legal => "legal",
            ContactType::Primary => "primary",
            ContactType::Billing => "billing",
            ContactType::Technical => "technical",
            ContactType::Management => "management",
        }
    }

    fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

/// What a tenant has contacts for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContactTypes(u8);

impl ContactTypes {
    /// Whether there is a contact for this.
    pub fn has(self, one: ContactType) -> bool {
        self.0 & one.bit() != 0
    }

    /// What either has.
    #[must_use]
    pub fn union(self, other: ContactTypes) -> ContactTypes {
        ContactTypes(self.0 | other.0)
    }

    /// What there is no contact for.
    pub fn gaps(self) -> impl Iterator<Item = ContactType> {
        ContactType::ALL.into_iter().filter(move |one| !self.has(*one))
    }
}

impl<'a> FromIterator<&'a str> for ContactTypes {
    /// Types that the contract does not know are left out.
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> ContactTypes {
        let of = |word: &str| ContactType::ALL.into_iter().find(|one| one.word().eq_ignore_ascii_case(word));
        let bits = words.into_iter().filter_map(of).fold(0, |bits, one| bits | one.bit());
        ContactTypes(bits)
    }
}

impl Contact {
    /// First and last name together; empty where neither is filled in, `None` where neither is told.
    pub fn full_name(&self) -> Option<String> {
        joined(&[&self.firstname, &self.lastname], " ")
    }

    /// The address in one line; empty where nothing is filled in, `None` where nothing is told.
    pub fn address(&self) -> Option<String> {
        let town = joined(&[&self.zipcode, &self.city], " ");
        joined(&[&self.address1, &self.address2, &town, &self.state, &self.country], ", ")
    }
}

fn joined(parts: &[&Option<String>], separator: &str) -> Option<String> {
    let told: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).map(str::trim).collect();
    let filled = told.iter().copied().filter(|part| !part.is_empty());
    (!told.is_empty()).then(|| filled.collect::<Vec<_>>().join(separator))
}
