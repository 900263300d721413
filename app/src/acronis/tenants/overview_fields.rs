//! The fields of a tenant, as the Overview tab shows them. A field that the server did not send is said to
//! be missing; null is said to be nothing.

use tenantry_core::Uuid;
use tenantry_core::acronis::{MfaStatus, PricingMode, Tenant, TenantId};
use tenantry_core::date::Date;

use super::kind::kind_word;
use crate::i18n::{t, word};
use crate::ui::{Tone, format};

/// A field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub label: &'static str,
    /// What it says.
    pub shown: FieldValue,
    /// What the hover says: the vendor's own text.
    pub note: Option<String>,
}

/// How a field's value is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// As text.
    Text(String),
    /// As an id with a button that copies it.
    Id(Uuid),
    /// As a link to a tenant.
    Tenant(TenantId),
    /// As a state.
    State(String, Tone),
    /// As a date in the user's zone.
    Date {
        /// The date as written here.
        written: String,
        /// The vendor named no zone.
        assumed: bool,
    },
    /// There is nothing, for this reason.
    Nothing(&'static str),
}

/// Name, kind, business.
pub fn about(tenant: &Tenant) -> Vec<Field> {
    vec![
        plain(t("field.kind"), tenant.kind.as_ref().map(|kind| kind_word(Some(kind)))),
        plain(
            t("field.customer_type"),
            tenant.customer_type.as_ref().map(|kind| word("customer_type", kind.as_str())),
        ),
        of(t("field.pricing_mode"), tenant.pricing_mode.as_ref(), |mode| {
            let tone = if *mode == PricingMode::Production { Tone::Good } else { Tone::Plain };
            FieldValue::State(word("pricing_mode", mode.as_str()), tone)
        }),
        date_or_none(t("field.production_start"), tenant.production_start_date.as_ref()),
        text_or_none(t("field.customer_id"), tenant.customer_id.as_ref()),
        text_or_none(t("field.internal_tag"), tenant.internal_tag.as_ref()),
        plain(t("field.language"), tenant.language.clone()),
        of(t("field.brand"), tenant.brand_uuid.as_ref(), |id| FieldValue::Id(*id)),
        of(t("field.brand_id"), tenant.brand_id.as_ref(), |id| match id {
            Some(id) => FieldValue::Text(id.to_string()),
            None => FieldValue::Nothing(t("field.none")),
        }),
    ]
}

/// State, security, who may do what.
pub fn access(tenant: &Tenant) -> Vec<Field> {
    vec![
        of(t("field.enabled"), tenant.enabled.as_ref(), |on| yes_no(*on, Tone::Good, Tone::Bad)),
        of(t("field.mfa"), tenant.mfa_status.as_ref(), |status| {
            let tone = if *status == MfaStatus::Enabled { Tone::Good } else { Tone::Warn };
            FieldValue::State(word("mfa", status.as_str()), tone)
        }),
        of(t("field.update_lock"), tenant.update_lock.as_ref(), |lock| match (lock.enabled, lock.owner_id) {
            (true, Some(owner)) => FieldValue::Tenant(owner),
            (true, None) => FieldValue::State(t("state.locked").to_owned(), Tone::Warn),
            (false, _) => FieldValue::Nothing(t("field.no_lock")),
        }),
        of(t("field.ancestral_access"), tenant.ancestral_access.as_ref(), |on| {
            yes_no(*on, Tone::Plain, Tone::Warn)
        }),
        of(t("field.owner"), tenant.owner_id.as_ref(), |owner| {
            owner.map_or(FieldValue::Nothing(t("field.none")), FieldValue::Id)
        }),
        of(t("field.default_idp"), tenant.default_idp_id.as_ref(), |id| FieldValue::Id(*id)),
        text_or_none(t("field.operation"), tenant.external_operation_status.as_ref()),
    ]
}

/// When and where.
pub fn history(tenant: &Tenant) -> Vec<Field> {
    vec![
        date(t("field.created_at"), tenant.created_at.as_ref()),
        date(t("field.updated_at"), tenant.updated_at.as_ref()),
        date_or_none(t("field.deleted_at"), tenant.deleted_at.as_ref()),
        plain(t("field.version"), tenant.version.map(|version| version.to_string())),
        of(t("field.parent"), tenant.parent_id.as_ref(), |id| FieldValue::Tenant(*id)),
        of(t("field.has_children"), tenant.has_children.as_ref(), |on| yes_no(*on, Tone::Plain, Tone::Plain)),
    ]
}

/// The legal contact; no fields where there is none.
pub fn contact(tenant: &Tenant) -> Vec<Field> {
    let Some(contact) = &tenant.contact else { return Vec::new() };
    let types = contact
        .types
        .as_ref()
        .map(|types| types.iter().map(|one| word("contact_type", one)).collect::<Vec<_>>().join(", "));
    vec![
        filled(t("contact.name"), contact.full_name()),
        filled(t("contact.title"), contact.title.clone()),
        filled(t("contact.types"), types),
        filled(t("contact.email"), contact.email.clone()),
        of(t("contact.confirmed"), contact.email_confirmed.as_ref(), |on| {
            yes_no(*on, Tone::Good, Tone::Plain)
        }),
        filled(t("contact.phone"), contact.phone.clone()),
        filled(t("contact.address"), contact.address()),
        filled(t("contact.website"), contact.website.clone()),
        filled(t("contact.industry"), contact.industry.clone()),
        filled(t("contact.organization_size"), contact.organization_size.clone()),
        filled(t("contact.aan"), contact.aan.clone()),
        of(t("contact.id"), contact.id.as_ref(), |id| FieldValue::Id(*id)),
        date(t("field.created_at"), contact.created_at.as_ref()),
        date(t("field.updated_at"), contact.updated_at.as_ref()),
        date_or_none(t("field.deleted_at"), contact.deleted_at.as_ref()),
    ]
}

/// A text that is empty where nothing was filled in.
fn filled(label: &'static str, text: Option<String>) -> Field {
    of(label, text.as_ref(), |text| match text.trim() {
        "" => FieldValue::Nothing(t("field.none")),
        _ => FieldValue::Text(text.clone()),
    })
}

fn of<T>(label: &'static str, value: Option<&T>, show: impl FnOnce(&T) -> FieldValue) -> Field {
    Field { label, shown: value.map_or(FieldValue::Nothing(t("field.unsaid")), show), note: None }
}

fn plain(label: &'static str, text: Option<String>) -> Field {
    of(label, text.as_ref(), |text| FieldValue::Text(text.clone()))
}

fn text_or_none(label: &'static str, text: Option<&Option<String>>) -> Field {
    of(label, text, |text| match text {
        Some(text) if !text.is_empty() => FieldValue::Text(text.clone()),
        _ => FieldValue::Nothing(t("field.none")),
    })
}

fn yes_no(on: bool, yes: Tone, no: Tone) -> FieldValue {
    if on {
        FieldValue::State(t("field.yes").to_owned(), yes)
    } else {
        FieldValue::State(t("field.no").to_owned(), no)
    }
}

fn date_or_none(label: &'static str, said: Option<&Option<Date>>) -> Field {
    match said {
        Some(None) => Field { label, shown: FieldValue::Nothing(t("field.none")), note: None },
        said => date(label, said.and_then(Option::as_ref)),
    }
}

fn date(label: &'static str, said: Option<&Date>) -> Field {
    let shown = |date: &Date| match date.read {
        Some(moment) => FieldValue::Date { written: format::moment(moment), assumed: moment.zone_assumed },
        // Not a date that can be read: shown as the vendor wrote it.
        None => FieldValue::Text(date.text.clone()),
    };
    Field { note: said.map(format::date_note), ..of(label, said, shown) }
}
