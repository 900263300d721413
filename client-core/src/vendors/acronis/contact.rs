//! A contact: a person of a tenant, or of a user. Reference: `GET /contacts/{contact_id}`, `contact` of a tenant.

use serde::Deserialize;

use super::contact_field::ContactField;
use super::contact_type::{ContactType, ContactTypes};
use super::ids::{ContactId, TenantId};
use crate::date::Date;
use crate::decode::lenient;
use crate::uuid::Uuid;

/// A contact. `None`: not told; an empty text: not filled in, which the API also writes as null.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Unique identifier.
    #[serde(deserialize_with = "lenient::option")]
    pub id: Option<ContactId>,
    /// The tenant it belongs to; told by the contact operations and in lists of contacts.
    #[serde(deserialize_with = "lenient::option")]
    pub tenant_id: Option<TenantId>,
    /// The user it belongs to; `Some(None)` says that it belongs to none.
    #[serde(deserialize_with = "lenient::nullable")]
    pub user_id: Option<Option<Uuid>>,
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
    #[serde(deserialize_with = "lenient::text")]
    pub firstname: Option<String>,
    /// Last name.
    #[serde(deserialize_with = "lenient::text")]
    pub lastname: Option<String>,
    /// Title.
    #[serde(deserialize_with = "lenient::text")]
    pub title: Option<String>,
    /// E-mail address.
    #[serde(deserialize_with = "lenient::text")]
    pub email: Option<String>,
    /// Whether the e-mail address was confirmed.
    #[serde(deserialize_with = "lenient::option")]
    pub email_confirmed: Option<bool>,
    /// Telephone number.
    #[serde(deserialize_with = "lenient::text")]
    pub phone: Option<String>,
    /// Fax number.
    #[serde(deserialize_with = "lenient::text")]
    pub fax: Option<String>,
    /// Street.
    #[serde(deserialize_with = "lenient::text")]
    pub address1: Option<String>,
    /// Second line of the address.
    #[serde(deserialize_with = "lenient::text")]
    pub address2: Option<String>,
    /// City.
    #[serde(deserialize_with = "lenient::text")]
    pub city: Option<String>,
    /// State or province.
    #[serde(deserialize_with = "lenient::text")]
    pub state: Option<String>,
    /// Postal code.
    #[serde(deserialize_with = "lenient::text")]
    pub zipcode: Option<String>,
    /// Country.
    #[serde(deserialize_with = "lenient::text")]
    pub country: Option<String>,
    /// Preferred language.
    #[serde(deserialize_with = "lenient::text")]
    pub language: Option<String>,
    /// Web site.
    #[serde(deserialize_with = "lenient::text")]
    pub website: Option<String>,
    /// Industry.
    #[serde(deserialize_with = "lenient::text")]
    pub industry: Option<String>,
    /// Size of the organization.
    #[serde(deserialize_with = "lenient::text")]
    pub organization_size: Option<String>,
    /// The vendor's `aan`; a public client calls it the Acronis account number.
    #[serde(deserialize_with = "lenient::text")]
    pub aan: Option<String>,
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

    /// One of its texts; `None` where that is not told.
    pub fn text(&self, field: ContactField) -> Option<&str> {
        match field {
            ContactField::FirstName => &self.firstname,
            ContactField::LastName => &self.lastname,
            ContactField::Title => &self.title,
            ContactField::Email => &self.email,
            ContactField::Phone => &self.phone,
            ContactField::Fax => &self.fax,
            ContactField::Address1 => &self.address1,
            ContactField::Address2 => &self.address2,
            ContactField::ZipCode => &self.zipcode,
            ContactField::City => &self.city,
            ContactField::State => &self.state,
            ContactField::Country => &self.country,
            ContactField::Language => &self.language,
            ContactField::Website => &self.website,
            ContactField::Industry => &self.industry,
            ContactField::OrganizationSize => &self.organization_size,
            ContactField::Aan => &self.aan,
        }
        .as_deref()
    }

    pub(super) fn set_text(&mut self, field: ContactField, text: String) {
        let place = match field {
            ContactField::FirstName => &mut self.firstname,
            ContactField::LastName => &mut self.lastname,
            ContactField::Title => &mut self.title,
            ContactField::Email => &mut self.email,
            ContactField::Phone => &mut self.phone,
            ContactField::Fax => &mut self.fax,
            ContactField::Address1 => &mut self.address1,
            ContactField::Address2 => &mut self.address2,
            ContactField::ZipCode => &mut self.zipcode,
            ContactField::City => &mut self.city,
            ContactField::State => &mut self.state,
            ContactField::Country => &mut self.country,
            ContactField::Language => &mut self.language,
            ContactField::Website => &mut self.website,
            ContactField::Industry => &mut self.industry,
            ContactField::OrganizationSize => &mut self.organization_size,
            ContactField::Aan => &mut self.aan,
        };
        *place = Some(text);
    }

    /// Whether it has been deleted.
    pub fn is_deleted(&self) -> bool {
        matches!(self.deleted_at, Some(Some(_)))
    }

    /// Of the types that the contract knows, those that it is for; `None` where that is not told.
    pub fn known_types(&self) -> Option<ContactTypes> {
        self.types.as_ref().map(|types| types.iter().map(String::as_str).collect())
    }

    /// Whether it is for this; `None` where that is not told.
    pub fn is_for(&self, what: ContactType) -> Option<bool> {
        self.known_types().map(|types| types.has(what))
    }

    /// Whether nothing that both of them tell differs, dates aside: a list may tell less than the contact itself.
    pub fn agrees(&self, other: &Contact) -> bool {
        let same_text = |field: ContactField| {
            self.text(field).zip(other.text(field)).is_none_or(|(one, other)| field.is_same(one, other))
        };
        let types = |contact: &Contact| contact.types.as_deref().map(sorted);
        ContactField::ALL.into_iter().all(same_text)
            && agree(types(self), types(other))
            && agree(self.id, other.id)
            && agree(self.tenant_id, other.tenant_id)
            && agree(self.user_id, other.user_id)
            && agree(self.email_confirmed, other.email_confirmed)
            && self.is_deleted() == other.is_deleted()
    }
}

fn agree<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

/// Types in an order of their own: they are a set, however they are capitalised.
pub(super) fn sorted(types: &[String]) -> Vec<String> {
    let mut sorted: Vec<String> = types.iter().map(|one| one.to_ascii_lowercase()).collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted
}

fn joined(parts: &[&Option<String>], separator: &str) -> Option<String> {
    let told: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).map(str::trim).collect();
    let filled = told.iter().copied().filter(|part| !part.is_empty());
    (!told.is_empty()).then(|| filled.collect::<Vec<_>>().join(separator))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(json: &str) -> Contact {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn null_is_not_filled_in_and_what_is_missing_is_not_told() {
        let read = contact(
            r#"{"firstname":null,"zipcode":12345,"email_confirmed":null,"user_id":null,"types":["BILLING"]}"#,
        );
        assert_eq!((read.firstname.as_deref(), read.lastname.as_deref()), (Some(""), None));
        assert_eq!((read.zipcode.as_deref(), read.email_confirmed), (Some("12345"), None));
        assert_eq!((read.user_id, read.is_for(ContactType::Billing)), (Some(None), Some(true)));
        assert_eq!(contact("{}").is_for(ContactType::Billing), None);
        assert_eq!(contact(r#"{"types":"billing"}"#).is_for(ContactType::Billing), None);
        assert_eq!(contact(r#"{"types":[]}"#).is_for(ContactType::Billing), Some(false));
        assert_eq!(
            contact(r#"{"types":["billing",7.5,{}]}"#).types,
            None,
            "a type that cannot be read is not none"
        );
        assert_eq!(contact(r#"{"types":["VIP","Billing"]}"#).types.unwrap(), ["VIP", "Billing"]);
    }

    #[test]
    fn two_readings_agree_in_what_both_tell() {
        let one = contact(
            r#"{"email":"a@b.example","phone":"","types":["legal","Billing"],"updated_at":"2020-01-01T00:00:00"}"#,
        );
        let same = r#"{"email":"a@b.example","phone":null,"types":["billing","legal"],"city":"Vigo"}"#;
        assert!(one.agrees(&contact(same)) && one.agrees(&contact("{}")));
        for other in [
            r#"{"email":"c@b.example"}"#,
            r#"{"phone":"1"}"#,
            r#"{"types":["legal"]}"#,
            r#"{"deleted_at":"2020-01-01T00:00:00"}"#,
        ] {
            assert!(!one.agrees(&contact(other)), "{other}");
        }
    }
}
