//! The texts of a contact by the names that the contract has for them.

use super::contact::Contact;

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

    /// What a contact has there; `None` where that is not told.
    pub fn of(self, contact: &Contact) -> Option<&str> {
        match self {
            ContactField::FirstName => &contact.firstname,
            ContactField::LastName => &contact.lastname,
            ContactField::Title => &contact.title,
            ContactField::Email => &contact.email,
            ContactField::Phone => &contact.phone,
            ContactField::Fax => &contact.fax,
            ContactField::Address1 => &contact.address1,
            ContactField::Address2 => &contact.address2,
            ContactField::ZipCode => &contact.zipcode,
            ContactField::City => &contact.city,
            ContactField::State => &contact.state,
            ContactField::Country => &contact.country,
            ContactField::Language => &contact.language,
            ContactField::Website => &contact.website,
            ContactField::Industry => &contact.industry,
            ContactField::OrganizationSize => &contact.organization_size,
            ContactField::Aan => &contact.aan,
        }
        .as_deref()
    }

    /// Whether two texts say the same there. Addresses do, however they are capitalised.
    pub(super) fn is_same(self, one: &str, other: &str) -> bool {
        match self {
            ContactField::Email => one.eq_ignore_ascii_case(other),
            _ => one == other,
        }
    }

    pub(super) fn set(self, contact: &mut Contact, text: String) {
        let place = match self {
            ContactField::FirstName => &mut contact.firstname,
            ContactField::LastName => &mut contact.lastname,
            ContactField::Title => &mut contact.title,
            ContactField::Email => &mut contact.email,
            ContactField::Phone => &mut contact.phone,
            ContactField::Fax => &mut contact.fax,
            ContactField::Address1 => &mut contact.address1,
            ContactField::Address2 => &mut contact.address2,
            ContactField::ZipCode => &mut contact.zipcode,
            ContactField::City => &mut contact.city,
            ContactField::State => &mut contact.state,
            ContactField::Country => &mut contact.country,
            ContactField::Language => &mut contact.language,
            ContactField::Website => &mut contact.website,
            ContactField::Industry => &mut contact.industry,
            ContactField::OrganizationSize => &mut contact.organization_size,
            ContactField::Aan => &mut contact.aan,
        };
        *place = Some(text);
    }
}
