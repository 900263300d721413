//! A tenant's life in words.

use tenantry_core::acronis::rules::Reason;
use tenantry_core::acronis::{CustomerType, TenantField, TenantKind};

use super::entered::{NO, YES};
use crate::acronis::state::Acronis;
use crate::i18n::{t, tf, word};
use crate::ui::text::visible;

/// What stands before a field.
pub fn label(field: TenantField) -> &'static str {
    t(match field {
        TenantField::Name => "life.name",
        TenantField::Parent => "field.parent",
        TenantField::Enabled => "field.enabled",
        TenantField::CustomerType => "field.customer_type",
        TenantField::Language => "field.language",
        TenantField::CustomerId => "field.customer_id",
        TenantField::InternalTag => "field.internal_tag",
        TenantField::DefaultIdp => "field.default_idp",
        TenantField::UpdateLock => "life.update_lock",
        TenantField::AncestralAccess => "field.ancestral_access",
    })
}

/// Why something cannot be done, or is advised against.
pub fn reason(state: Acronis, reason: &Reason) -> String {
    let key = match reason {
        Reason::LockedBy(Some(owner)) => {
            return tf("life.locked_by", &[("name", &state.name_of(owner.0))]);
        }
        Reason::Busy(operation) => return tf("life.busy", &[("operation", operation)]),
        Reason::LockedBy(None) => "life.locked",
        Reason::Deleted => "life.is_deleted",
        Reason::Empty => "signin.required",
        Reason::NoEmail => "life.no_email",
        Reason::NoId => "life.no_id",
        Reason::NoVersion => "life.no_version",
        Reason::BelowItself => "life.below_itself",
        Reason::IsThere => "life.is_there",
        Reason::UnitStays => "life.unit_stays",
        Reason::NeedsPartnerOrFolder => "life.needs_partner",
        Reason::Enabled => "life.enabled_first",
        _ => "life.not_allowed",
    };
    t(key).to_owned()
}

/// Yes and no, and what leaving it open means.
pub fn yes_no(open: Option<&'static str>) -> Vec<(String, String)> {
    let open = open.map(|words| (String::new(), t(words).to_owned()));
    let both =
        [(YES, "field.yes"), (NO, "field.no")].map(|(value, key)| (value.to_owned(), t(key).to_owned()));
    open.into_iter().chain(both).collect()
}

/// The customer types, with one that is not among them where the tenant has it; and none where that was not told.
pub fn customer_types(has: &str) -> Vec<(String, String)> {
    let known =
        [CustomerType::Default, CustomerType::Enterprise, CustomerType::Consumer, CustomerType::SmallOffice];
    let mut all: Vec<(String, String)> =
        known.iter().map(|one| (one.as_str().to_owned(), word("customer_type", one.as_str()))).collect();
    if has.is_empty() {
        all.insert(0, (String::new(), t("field.unsaid").to_owned()));
    } else if !all.iter().any(|(value, _)| value == has) {
        all.insert(0, (has.to_owned(), visible(has).into_owned()));
    }
    all
}

/// A kind of tenant to choose.
pub fn kind_option(kind: &TenantKind) -> (String, String) {
    (kind.as_str().to_owned(), word("kind", kind.as_str()))
}
