//! The fields of a tenant, as the Overview tab shows them.

use tenantry_core::acronis::{MfaStatus, PricingMode, Tenant};

use super::kind::kind_word;
use crate::acronis::contacts::contact_fields;
use crate::acronis::fields::{Field, FieldValue, date, date_or_none, of, plain, text_or_none, yes_no};
use crate::i18n::{t, word};
use crate::ui::Tone;

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
    tenant.contact.as_ref().map(contact_fields).unwrap_or_default()
}
