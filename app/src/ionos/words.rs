//! What the API refuses, and why something cannot be sent, in words.

use tenantry_core::Error;
use tenantry_core::ionos::envelope::Envelope;
use tenantry_core::ionos::rules::Reason;

use crate::i18n::{t, tf};

/// Why something cannot be sent, in words.
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Empty => t("signin.required").to_owned(),
        Reason::NotAlphanumeric(odd) => tf("io.wrong.name", &[("odd", &format!("{odd:?}"))]),
        Reason::NameTaken => t("io.wrong.taken").to_owned(),
        Reason::NoEmail => t("io.wrong.email").to_owned(),
        Reason::Busy => t("io.wrong.busy").to_owned(),
        Reason::Oneself => t("io.wrong.oneself").to_owned(),
        _ => t("io.wrong.other").to_owned(),
    }
}

/// The messages of a refusal that are about these fields.
pub fn field_errors(error: &Error, fields: &[&'static str]) -> Vec<(&'static str, String)> {
    Envelope::of(error).map(|envelope| envelope.by_field(fields).fields).unwrap_or_default()
}
