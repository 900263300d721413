//! Whether a tenant pays. Reference: `GET /tenants/{tenant_id}/pricing`, `PUT /tenants/{tenant_id}/pricing`.

use serde::Deserialize;
use serde_json::json;

use super::ids::TenantId;
use super::tenant::PricingMode;
use crate::catalogue::acronis;
use crate::date::Date;
use crate::decode::lenient;
use crate::request::call;

/// How a tenant pays. `None` means that the answer did not have the field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Pricing {
    /// On trial, in production.
    #[serde(deserialize_with = "lenient::option")]
    pub mode: Option<PricingMode>,
    /// In what; `Some(None)` says that none is set.
    #[serde(deserialize_with = "lenient::nullable")]
    pub currency: Option<Option<String>>,
    /// Grows with every change.
    #[serde(deserialize_with = "lenient::option")]
    pub version: Option<i64>,
    /// When the trial ends.
    #[serde(deserialize_with = "lenient::nullable")]
    pub production_start_date: Option<Option<Date>>,
}

/// How a tenant pays (`tenant_pricing_get`).
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// Which.
    pub tenant: TenantId,
}

call!(Read: acronis::TENANT_PRICING_GET => Pricing, |call, to| to([&call.tenant.to_string()]));

/// Sets the mode, and leaves the currency as it is (`tenant_pricing_update`).
#[derive(Clone, Debug)]
pub struct Update {
    /// Which.
    pub tenant: TenantId,
    /// The version that is changed.
    pub version: i64,
    /// The new mode.
    pub mode: PricingMode,
}

call!(Update: acronis::TENANT_PRICING_UPDATE => Pricing, |call, to| {
    let body = json!({ "mode": call.mode.as_str(), "version": call.version });
    to([&call.tenant.to_string()]).json(&body)
});

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    let tenant = TenantId(crate::uuid::Uuid(7));
    vec![Read { tenant }.request(), Update { tenant, version: 3, mode: PricingMode::Production }.request()]
}
