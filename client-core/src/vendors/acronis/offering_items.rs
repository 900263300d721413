//! What a tenant may use, and how much of it. Reference: `GET /tenants/{tenant_id}/offering_items`,
//! `GET /tenants/{tenant_id}/usages`.

use serde::Deserialize;

use super::applications::ApplicationId;
use super::ids::TenantId;
use crate::catalogue::acronis;
use crate::decode::{Rows, lenient};
use crate::open_enum::open_enum;
use crate::request::call;
use crate::uuid::Uuid;

open_enum! {
    /// What a number of an offering item counts (`measurement_unit`).
    MeasurementUnit {
        /// Bytes.
        Bytes = "bytes",
        /// Pieces.
        Quantity = "quantity",
        /// Seconds.
        Seconds = "seconds",
        /// Nothing: the item is there or not.
        None = "n/a",
    }
}

/// How much of an offering item a tenant may use. `None` means that the answer did not have the field, `Some(None)` that
/// it is null.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Quota {
    /// The quota itself.
    #[serde(deserialize_with = "lenient::nullable")]
    pub value: Option<Option<i64>>,
    /// How much may be used above it.
    #[serde(deserialize_with = "lenient::nullable")]
    pub overage: Option<Option<i64>>,
    /// Grows with every change.
    #[serde(deserialize_with = "lenient::option")]
    pub version: Option<i64>,
}

/// Up to where something may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// So much.
    At(i64),
    /// The quota is null: without a bound.
    Unlimited,
    /// It was not told.
    Untold,
}

impl Quota {
    /// Where the vendor begins to warn: the quota.
    pub fn soft(&self) -> Limit {
        limit(self.value)
    }

    /// Where nothing more can be used: quota and overage. The reference does not say so; it is Tenantry's reading.
    pub fn hard(&self) -> Limit {
        match (self.soft(), limit(self.overage)) {
            (Limit::At(value), Limit::At(overage)) => Limit::At(value.saturating_add(overage)),
            (Limit::Unlimited, _) | (Limit::At(_), Limit::Unlimited) => Limit::Unlimited,
            _ => Limit::Untold,
        }
    }
}

fn limit(told: Option<Option<i64>>) -> Limit {
    match told {
        Some(Some(value)) => Limit::At(value),
        Some(None) => Limit::Unlimited,
        None => Limit::Untold,
    }
}

/// An offering item of a tenant. `None` means that the answer did not have the field.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct OfferingItem {
    /// Its name, such as `pw_base_storage`.
    #[serde(deserialize_with = "lenient::value")]
    pub name: String,
    /// The application that it belongs to.
    #[serde(default, deserialize_with = "lenient::option")]
    pub application_id: Option<ApplicationId>,
    /// The edition; `Some(None)` says that it has none.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub edition: Option<Option<String>>,
    /// What is counted.
    #[serde(default, deserialize_with = "lenient::option")]
    pub usage_name: Option<String>,
    /// What a number of it counts.
    #[serde(default, deserialize_with = "lenient::option")]
    pub measurement_unit: Option<MeasurementUnit>,
    /// The infrastructure that it is used on.
    #[serde(default, deserialize_with = "lenient::option")]
    pub infra_id: Option<Uuid>,
    /// 1: active, 0: not.
    #[serde(default, deserialize_with = "lenient::option")]
    pub status: Option<i64>,
    /// Whether it cannot be changed.
    #[serde(default, deserialize_with = "lenient::option")]
    pub locked: Option<bool>,
    /// How much of it may be used; items that are not counted have none.
    #[serde(default, deserialize_with = "lenient::option")]
    pub quota: Option<Quota>,
}

impl OfferingItem {
    /// Whether it is the same item of the tenant: of one application, on one infrastructure.
    pub fn is_same_item(&self, other: &OfferingItem) -> bool {
        let key = |item: &OfferingItem| (item.name.clone(), item.application_id, item.infra_id);
        key(self) == key(other)
    }

    /// Whether it is active.
    pub fn is_active(&self) -> Option<bool> {
        self.status.map(|status| status == 1)
    }
}

/// How much of an offering item a tenant and those below it use.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Usage {
    /// The offering item's name.
    #[serde(deserialize_with = "lenient::value")]
    pub name: String,
    /// The application that it belongs to.
    #[serde(default, deserialize_with = "lenient::option")]
    pub application_id: Option<ApplicationId>,
    /// The infrastructure that it is used on.
    #[serde(default, deserialize_with = "lenient::option")]
    pub infra_id: Option<Uuid>,
    /// How much in this period.
    #[serde(default, deserialize_with = "lenient::option")]
    pub value: Option<i64>,
    /// How much in all.
    #[serde(default, deserialize_with = "lenient::option")]
    pub absolute_value: Option<i64>,
}

impl Usage {
    /// Whether it is that item's.
    pub fn is_of(&self, item: &OfferingItem) -> bool {
        (&self.name, self.application_id, self.infra_id) == (&item.name, item.application_id, item.infra_id)
    }

    /// What counts against the quota: all, where that is told.
    pub fn used(&self) -> Option<i64> {
        self.absolute_value.or(self.value)
    }
}

/// The offering items of a tenant, of all editions (`tenant_offering_items_get`). Without `edition=*` only those of the
/// edition `standard` come.
#[derive(Clone, Copy, Debug)]
pub struct OfTenant {
    /// The tenant.
    pub tenant: TenantId,
}

/// The answer to [`OfTenant`].
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct OfferingItems {
    /// The items.
    pub items: Rows<OfferingItem>,
}

impl OfferingItems {
    /// These, those of `now` in the place of what they were.
    #[must_use]
    pub fn with(&self, now: &OfferingItems) -> OfferingItems {
        let newer = |was: &OfferingItem| now.items.items.iter().find(|item| item.is_same_item(was));
        let mut with = self.clone();
        with.items.items.iter_mut().for_each(|was| {
            if let Some(now) = newer(was) {
                *was = now.clone();
            }
        });
        with
    }
}

call!(OfTenant: acronis::TENANT_OFFERING_ITEMS_GET => OfferingItems, |call, to| {
    to([&call.tenant.to_string()]).query("edition", "*")
});

/// What a tenant uses (`tenant_usages_get`).
#[derive(Clone, Copy, Debug)]
pub struct UsagesOf {
    /// The tenant.
    pub tenant: TenantId,
}

/// The answer to [`UsagesOf`].
#[derive(Debug, Deserialize)]
pub struct Usages {
    /// The usages.
    pub items: Rows<Usage>,
}

call!(UsagesOf: acronis::TENANT_USAGES_GET => Usages, |call, to| to([&call.tenant.to_string()]));

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    let tenant = TenantId(Uuid(7));
    vec![OfTenant { tenant }.request(), UsagesOf { tenant }.request()]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_limit_is_a_number_none_or_not_told() {
        let quota = |json| serde_json::from_value::<Quota>(json).unwrap();
        for (json, soft, hard) in [
            (json!({"value": 10, "overage": 5}), Limit::At(10), Limit::At(15)),
            (json!({"value": 10, "overage": null}), Limit::At(10), Limit::Unlimited),
            (json!({"value": 10}), Limit::At(10), Limit::Untold),
            (json!({"value": null, "overage": 5}), Limit::Unlimited, Limit::Unlimited),
            (json!({"overage": 5}), Limit::Untold, Limit::Untold),
            (json!({"value": "10", "overage": i64::MAX}), Limit::At(10), Limit::At(i64::MAX)),
        ] {
            let quota = quota(json.clone());
            assert_eq!((quota.soft(), quota.hard()), (soft, hard), "{json}");
        }
    }

    #[test]
    fn a_usage_is_of_the_item_on_the_same_infrastructure() {
        let item = |json| serde_json::from_value::<OfferingItem>(json).unwrap();
        let usage: Usage =
            serde_json::from_value(json!({"name": "a", "infra_id": Uuid(1).to_string(), "value": 3}))
                .unwrap();
        assert!(usage.is_of(&item(json!({"name": "a", "infra_id": Uuid(1).to_string(), "status": 0}))));
        assert!(!usage.is_of(&item(json!({"name": "a", "infra_id": Uuid(2).to_string()}))));
        assert!(!usage.is_of(&item(json!({"name": "a"}))));
        assert_eq!((usage.used(), item(json!({"name": "a"})).is_active()), (Some(3), None));
    }
}
