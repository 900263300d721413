//! Users in words: who it is, and why something cannot be done.

use tenantry_core::acronis::rules::Reason;
use tenantry_core::acronis::user_rules::UserReason;
use tenantry_core::acronis::{MfaStatus, User};

use crate::i18n::{t, tf, word};

/// Their login, or their name or address where they have none, or words where none is known.
pub fn login_or_name(user: &User) -> String {
    let filled = |text: &String| !text.trim().is_empty();
    let login = user.login.clone().filter(filled);
    let name = || user.full_name().filter(filled).or_else(|| user.email().map(str::to_owned).filter(filled));
    login.or_else(name).unwrap_or_else(|| t("users.nameless").to_owned())
}

/// Multi-factor authentication; `None` where it was not told.
pub fn mfa(user: &User) -> Option<String> {
    user.mfa_status.as_ref().map(MfaStatus::as_str).map(|status| word("mfa", status))
}

/// Yes or no, in words.
pub fn yes_no(told: Option<bool>) -> Option<String> {
    told.map(|on| t(if on { "field.yes" } else { "field.no" }).to_owned())
}

/// Why nothing can be done with a user.
pub fn why_not(reason: &UserReason) -> String {
    match reason {
        UserReason::Deleted => t("users.why.deleted").to_owned(),
        UserReason::Busy(operation) => tf("users.why.busy", &[("operation", operation)]),
        UserReason::NoVersion => t("users.why.no_version").to_owned(),
        UserReason::Oneself => t("users.why.oneself").to_owned(),
        UserReason::OwnRoles => t("roles.own").to_owned(),
        UserReason::Activated => t("users.why.activated").to_owned(),
        _ => t("users.why.other").to_owned(),
    }
}

/// Why something that was entered cannot be sent.
pub fn wrong(reason: &Reason) -> String {
    let key = match reason {
        Reason::Empty => "signin.required",
        Reason::NoEmail => "contacts.wrong.email",
        _ => "contacts.wrong.other",
    };
    t(key).to_owned()
}
