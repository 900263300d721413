//! The texts of a contact by the names that the contract has for them.

/// A text of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactField {
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// Title.
    Title,
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// Fax number.
    Fax,
    /// Street.
    Address1,
    /// Second line of the address.
    Address2,
    /// Postal code.
    ZipCode,
    /// City.
    City,
    /// State or province.
    State,
    /// Country.
    Country,
    /// Preferred language.
    Language,
    /// Web site.
    Website,
    /// Industry.
    Industry,
    /// Size of the organization.
    OrganizationSize,
    /// The vendor's `aan`.
    Aan,
}

impl ContactField {
    /// All that the contract knows, in the order of a form.
    pub const ALL: [ContactField; 17] = [
        ContactField::FirstName,
        ContactField::LastName,
        ContactField::Title,
        ContactField::Email,
        ContactField::Phone,
        ContactField::Fax,
        ContactField::Address1,
        ContactField::Address2,
        ContactField::ZipCode,
        ContactField::City,
        ContactField::State,
        ContactField::Country,
        ContactField::Language,
        ContactField::Website,
        ContactField::Industry,
        ContactField::OrganizationSize,
        ContactField::Aan,
    ];

    /// As the contract spells it.
    pub fn name(self) -> &'static str {
        match self {
            ContactField::FirstName => "firstname",
            ContactField::LastName => "lastname",
            ContactField::Title => "title",
            ContactField::Email => "email",
            ContactField::Phone => "phone",
            ContactField::Fax => "fax",
            ContactField::Address1 => "address1",
            ContactField::Address2 => "address2",
            ContactField::ZipCode => "zipcode",
            ContactField::City => "city",
            ContactField::State => "state",
            ContactField::Country => "country",
            ContactField::Language => "language",
            ContactField::Website => "website",
            ContactField::Industry => "industry",
            ContactField::OrganizationSize => "organization_size",
            ContactField::Aan => "aan",
        }
    }

    /// Whether two texts say the same there. Addresses do, however they are capitalised.
    pub(super) fn is_same(self, one: &str, other: &str) -> bool {
        match self {
            ContactField::Email => one.eq_ignore_ascii_case(other),
            _ => one == other,
        }
    }
}
