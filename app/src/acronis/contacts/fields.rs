//! The fields of a contact.

use tenantry_core::acronis::{Contact, ContactField};

use crate::acronis::fields::{Field, FieldValue, date, date_or_none, filled, filled_as, of, yes_no};
use crate::i18n::{t, word};
use crate::ui::Tone;

/// All of them.
pub fn contact_fields(contact: &Contact) -> Vec<Field> {
    let types = contact.types.as_ref().map(|types| types.iter().map(|one| word("contact_type", one)));
    let types = types.map(|types| types.collect::<Vec<_>>().join(", "));
    let mut fields = vec![
        filled(t("contact.name"), contact.full_name().as_deref()),
        filled(t("contact.types"), types.as_deref()),
    ];
    fields.extend(reach(contact));
    fields.extend(rest(contact));
    fields
}

/// How somebody is reached.
pub fn reach(contact: &Contact) -> Vec<Field> {
    vec![
        filled_as(label(ContactField::Email), contact.email.as_deref(), FieldValue::Email),
        of(t("contact.confirmed"), contact.email_confirmed.as_ref(), |on| {
            yes_no(*on, Tone::Good, Tone::Plain)
        }),
        filled_as(label(ContactField::Phone), contact.phone.as_deref(), FieldValue::Phone),
        filled(t("contact.address"), contact.address().as_deref()),
    ]
}

/// Everything else.
pub fn rest(contact: &Contact) -> Vec<Field> {
    let texts = [
        ContactField::Title,
        ContactField::Fax,
        ContactField::Language,
        ContactField::Website,
        ContactField::Industry,
        ContactField::OrganizationSize,
        ContactField::Aan,
    ];
    let mut fields: Vec<Field> =
        texts.into_iter().map(|field| filled(label(field), contact.text(field))).collect();
    fields.extend([
        of(t("contact.id"), contact.id.as_ref(), |id| FieldValue::Id(id.0)),
        date(t("field.created_at"), contact.created_at.as_ref()),
        date(t("field.updated_at"), contact.updated_at.as_ref()),
        date_or_none(t("field.deleted_at"), contact.deleted_at.as_ref()),
    ]);
    fields
}

/// What stands before a text.
pub fn label(field: ContactField) -> &'static str {
    t(match field {
        ContactField::FirstName => "contact.firstname",
        ContactField::LastName => "contact.lastname",
        ContactField::Title => "contact.title",
        ContactField::Email => "contact.email",
        ContactField::Phone => "contact.phone",
        ContactField::Fax => "contact.fax",
        ContactField::Address1 => "contact.address1",
        ContactField::Address2 => "contact.address2",
        ContactField::ZipCode => "contact.zipcode",
        ContactField::City => "contact.city",
        ContactField::State => "contact.state",
        ContactField::Country => "contact.country",
        ContactField::Language => "contact.language",
        ContactField::Website => "contact.website",
        ContactField::Industry => "contact.industry",
        ContactField::OrganizationSize => "contact.organization_size",
        ContactField::Aan => "contact.aan",
    })
}
