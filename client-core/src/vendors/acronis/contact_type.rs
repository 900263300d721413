//! What a contact is for.

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

    /// Reads the vendor's word, however it is capitalised.
    pub fn read(word: &str) -> Option<ContactType> {
        ContactType::ALL.into_iter().find(|one| one.word().eq_ignore_ascii_case(word))
    }

    fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

/// What a tenant has contacts for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
        let bits = words.into_iter().filter_map(ContactType::read).fold(0, |bits, one| bits | one.bit());
        ContactTypes(bits)
    }
}
