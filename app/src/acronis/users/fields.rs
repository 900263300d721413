//! The fields of a user.

use tenantry_core::acronis::User;

use super::words::mfa;
use crate::acronis::fields::{Field, FieldValue, date, date_or_none, filled, filled_as, of, plain, yes_no};
use crate::i18n::{t, word};
use crate::ui::Tone;

/// Who it is, and whether they can sign in.
pub fn main(user: &User) -> Vec<Field> {
    let contact = user.contact.clone().unwrap_or_default();
    vec![
        plain(t("users.login"), user.login.clone()),
        filled(t("contact.name"), user.full_name().as_deref()),
        filled_as(t("contact.email"), contact.email.as_deref(), FieldValue::Email),
        filled_as(t("contact.phone"), contact.phone.as_deref(), FieldValue::Phone),
        of(t("preview.tenant"), Some(&user.tenant_id), |id| FieldValue::Tenant(*id)),
        of(t("field.enabled"), user.enabled.as_ref(), |on| yes_no(*on, Tone::Good, Tone::Bad)),
        of(t("users.activated"), user.activated.as_ref(), |on| yes_no(*on, Tone::Good, Tone::Warn)),
        of(t("field.mfa"), mfa(user).as_ref(), |words| FieldValue::Text(words.clone())),
        filled(t("field.language"), user.language.as_deref()),
        of(t("users.notifications"), notifications(user).as_ref(), |words| match words.is_empty() {
            true => FieldValue::Nothing(t("field.none")),
            false => FieldValue::Text(words.clone()),
        }),
    ]
}

/// Everything else.
pub fn rest(user: &User) -> Vec<Field> {
    let version = user.version.map(|version| version.to_string());
    vec![
        of(t("users.id"), user.id.as_ref(), |id| FieldValue::Id(id.0)),
        plain(t("field.version"), version),
        date(t("field.created_at"), user.created_at.as_ref()),
        date(t("field.updated_at"), user.updated_at.as_ref()),
        date_or_none(t("field.deleted_at"), user.deleted_at.as_ref()),
        date(t("users.disable_after"), user.disable_after.as_ref()),
        of(t("users.idp"), user.idp_id.as_ref(), |id| FieldValue::Id(*id)),
        plain(t("users.external_id"), user.external_id.clone()),
        plain(t("users.origin"), user.origin_id.clone()),
        of(t("users.personal_tenant"), user.personal_tenant_id.as_ref(), |told| match told {
            Some(id) => FieldValue::Tenant(*id),
            None => FieldValue::Nothing(t("field.none")),
        }),
    ]
}

fn notifications(user: &User) -> Option<String> {
    let words = user.notifications.as_ref()?.iter().map(|one| word("users.notify", one));
    Some(words.collect::<Vec<_>>().join(", "))
}
