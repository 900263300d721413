//! Access in words: who it is, what that is, and why a role counts.

use tenantry_core::acronis::access::Reach;
use tenantry_core::acronis::trustees::Trustee;
use tenantry_core::acronis::{AccessPolicy, TenantId, TrusteeType};

use crate::acronis::state::Acronis;
use crate::acronis::users::login_or_name;
use crate::i18n::{t, tf, tn, word};
use crate::ui::format;

/// Who has a role; the id where no more is known.
pub fn name_of(trustee: Option<&Trustee>, policy: &AccessPolicy) -> String {
    let id = || policy.trustee_id.clone().unwrap_or_else(|| t("field.unsaid").to_owned());
    match trustee {
        Some(Trustee::User(user)) => login_or_name(user),
        Some(Trustee::Client(client)) => client.data.client_name.clone().unwrap_or_else(id),
        Some(Trustee::Group(_, Some(count))) => {
            let members = tn("access.members", *count, &format::number(*count));
            tf("access.group_of", &[("id", &id()), ("members", &members)])
        }
        Some(Trustee::Group(_, None)) | None => id(),
    }
}

/// What kind of trustee it is.
pub fn kind(policy: &AccessPolicy) -> String {
    let kind = policy.trustee_type.as_ref().map(TrusteeType::as_str);
    kind.map_or_else(|| t("field.unsaid").to_owned(), |kind| word("trustee", kind))
}

/// Why a role counts at a tenant, or does not: and whether that is Tenantry's reading.
pub fn why(state: Acronis, at: TenantId, here: TenantId, reach: Reach) -> (String, bool) {
    let at = state.name_of(at.0);
    let with = |key: &str, bar: TenantId| tf(key, &[("bar", &state.name_of(bar.0))]);
    match reach {
        Reach::Here => (t("access.here").to_owned(), false),
        Reach::Below => (tf("access.above", &[("at", &at)]), true),
        // Of the tenant itself the vendor says so.
        Reach::Barred(bar) if bar == here => (with("access.barred", bar), false),
        Reach::Barred(bar) => (with("access.barred", bar), true),
        Reach::Unclear(bar) => (with("access.unclear", bar), true),
    }
}
