//! What is written of an offering item: whether it is on, and its quota. Reference: `PUT /tenants/{tenant_id}/offering_items`.

use serde_json::{Map, Value, json};

use super::ids::TenantId;
use super::offering_items::{OfferingItem, OfferingItems, Quota};
use crate::catalogue::acronis;
use crate::request::call;
use crate::told;

/// Why an offering item cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemReason {
    /// The vendor says that it is locked.
    Locked,
    /// Its application was not told, and a write has to name it.
    NoApplication,
    /// The version of its quota was not told, and a write has to name it.
    NoVersion,
    /// A quota is not below zero.
    BelowZero,
    /// A quota was not told, and is not entered: it would be lost.
    Untold,
}

/// What is entered of a number that may be without a bound; `None`: nothing.
pub type Entered = Option<Option<i64>>;

/// A change of one offering item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemEdit {
    before: OfferingItem,
    on: Option<bool>,
    quota: Option<Quota>,
}

/// Whether an item can be changed.
pub fn can_edit(item: &OfferingItem) -> Result<(), ItemReason> {
    match (item.locked, item.application_id) {
        (Some(true), _) => Err(ItemReason::Locked),
        (_, None) => Err(ItemReason::NoApplication),
        _ => Ok(()),
    }
}

impl ItemEdit {
    /// What differs between an item and what was entered. What is sent of a quota takes the place of all of it, so what was
    /// not entered stays as it was told.
    pub fn of(
        before: &OfferingItem,
        on: Option<bool>,
        value: Entered,
        overage: Entered,
    ) -> Result<ItemEdit, ItemReason> {
        can_edit(before)?;
        let on = on.filter(|on| before.is_active() != Some(*on));
        let was = before.quota.unwrap_or_default();
        let quota = Quota { value: value.or(was.value), overage: overage.or(was.overage), ..was };
        let quota = (quota != was).then_some(quota);
        if let Some(quota) = quota {
            let is_below = [quota.value, quota.overage].into_iter().flatten().flatten().any(|one| one < 0);
            match (is_below, quota.version, quota.value, quota.overage) {
                (true, ..) => return Err(ItemReason::BelowZero),
                (_, None, ..) => return Err(ItemReason::NoVersion),
                (.., None, _) | (.., None) => return Err(ItemReason::Untold),
                _ => {}
            }
        }
        Ok(ItemEdit { before: before.clone(), on, quota })
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.on.is_none() && self.quota.is_none()
    }

    /// The item as it was.
    pub fn before(&self) -> &OfferingItem {
        &self.before
    }

    /// Whether the item among these is as it is written, as far as it is told.
    pub fn is_in(&self, now: &OfferingItems) -> Option<bool> {
        let item = self.item_in(now)?;
        let on = self.on.map(|on| item.is_active().map(|is_on| is_on == on));
        let quota = self.quota.map(|quota| {
            let now = item.quota?;
            told::all([
                told::is(now.value.as_ref(), &quota.value?),
                told::is(now.overage.as_ref(), &quota.overage?),
            ])
        });
        told::all(on.into_iter().chain(quota))
    }

    /// Whether all other items are as they were.
    pub fn leaves_the_rest(&self, shown: &OfferingItems, now: &OfferingItems) -> bool {
        let is_other = |item: &&OfferingItem| !item.is_same_item(&self.before);
        let same = |was: &OfferingItem| {
            now.items.items.iter().find(|item| item.is_same_item(was)).is_some_and(|now| {
                let bounds = |item: &OfferingItem| item.quota.map(|quota| (quota.value, quota.overage));
                now.status == was.status && bounds(now) == bounds(was)
            })
        };
        shown.items.items.iter().filter(is_other).all(same)
    }

    /// Whether the item among these is what was shown.
    pub fn is_unchanged_in(&self, now: &OfferingItems) -> bool {
        self.item_in(now) == Some(&self.before)
    }

    /// What leads back from the item as it is now.
    pub fn back(&self, now: &OfferingItems) -> Option<ItemEdit> {
        let now = self.item_in(now)?.clone();
        let on = self.on.and(self.before.is_active());
        let was = self.quota.and(self.before.quota);
        let (value, overage) = (was.and_then(|was| was.value), was.and_then(|was| was.overage));
        ItemEdit::of(&now, on, value, overage).ok()
    }

    fn item_in<'a>(&self, now: &'a OfferingItems) -> Option<&'a OfferingItem> {
        now.items.items.iter().find(|item| item.is_same_item(&self.before))
    }

    fn body(&self) -> Value {
        let item = &self.before;
        let mut body = Map::new();
        body.extend(item.application_id.map(|id| ("application_id".to_owned(), id.to_string().into())));
        body.insert("name".to_owned(), item.name.clone().into());
        body.extend(item.infra_id.map(|id| ("infra_id".to_owned(), id.to_string().into())));
        let status = self.on.map(i64::from).or(item.status);
        body.extend(status.map(|status| ("status".to_owned(), status.into())));
        body.extend(self.quota.map(|quota| ("quota".to_owned(), quota_body(&quota))));
        // The vendor then refuses to turn off what is used.
        json!({ "offering_items": [body], "check_usage": self.on == Some(false) })
    }
}

fn quota_body(quota: &Quota) -> Value {
    json!({ "value": quota.value.flatten(), "overage": quota.overage.flatten(), "version": quota.version })
}

/// Changes one offering item of a tenant (`tenant_offering_items_update`).
#[derive(Clone, Debug)]
pub struct Update {
    /// The tenant.
    pub tenant: TenantId,
    /// What is changed.
    pub edit: ItemEdit,
}

call!(Update: acronis::TENANT_OFFERING_ITEMS_UPDATE => OfferingItems, |call, to| {
    to([&call.tenant.to_string()]).json(&call.edit.body())
});

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    use crate::uuid::Uuid;
    let item = json!({
        "name": "a", "application_id": Uuid(1).to_string(), "infra_id": Uuid(2).to_string(), "status": 1,
        "quota": {"value": 1, "overage": 2, "version": 3},
    });
    let item: OfferingItem = serde_json::from_value(item).unwrap();
    let edit = ItemEdit::of(&item, Some(false), Some(Some(5)), None).unwrap();
    vec![Update { tenant: TenantId(Uuid(7)), edit }.request()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uuid::Uuid;

    fn item(json: Value) -> OfferingItem {
        let mut whole = json!({"name": "vms", "application_id": Uuid(1).to_string(), "status": 1});
        whole.as_object_mut().unwrap().extend(json.as_object().unwrap().clone());
        serde_json::from_value(whole).unwrap()
    }

    fn all(items: &[&OfferingItem]) -> OfferingItems {
        OfferingItems {
            items: crate::decode::Rows {
                items: items.iter().map(|one| (*one).clone()).collect(),
                bad: Vec::new(),
            },
        }
    }

    #[test]
    fn only_what_was_entered_is_sent_with_the_rest_of_the_quota_as_it_was_told() {
        let before = item(json!({"quota": {"value": 10, "overage": null, "version": 4}}));
        let edit = |on, value, overage| ItemEdit::of(&before, on, value, overage);
        assert!(edit(Some(true), Some(Some(10)), None).unwrap().is_empty());
        let more = edit(None, Some(Some(20)), None).unwrap();
        let sent = json!([{"application_id": Uuid(1).to_string(), "name": "vms", "status": 1, "quota": {"value": 20, "overage": null, "version": 4}}]);
        assert_eq!(more.body(), json!({"offering_items": sent, "check_usage": false}));
        let off = edit(Some(false), None, None).unwrap().body();
        assert_eq!((&off["check_usage"], &off["offering_items"][0]["status"]), (&json!(true), &json!(0)));
        assert!(off["offering_items"][0].get("quota").is_none());
        assert_eq!(edit(None, Some(Some(-1)), None), Err(ItemReason::BelowZero));
    }

    #[test]
    fn what_was_not_told_is_not_lost() {
        let of = |json| ItemEdit::of(&item(json), None, Some(Some(5)), None);
        assert_eq!(of(json!({"quota": {"value": 1, "version": 4}})), Err(ItemReason::Untold));
        assert_eq!(of(json!({"quota": {"value": 1, "overage": 1}})), Err(ItemReason::NoVersion));
        assert_eq!(of(json!({"locked": true, "quota": {}})), Err(ItemReason::Locked));
        assert_eq!(of(json!({"application_id": null})), Err(ItemReason::NoApplication));
    }

    #[test]
    fn the_other_items_have_to_stay() {
        let quota = |value, version| json!({"quota": {"value": value, "overage": 0, "version": version}});
        let (before, other) = (item(quota(10, 4)), item(json!({"name": "storage", "status": 1})));
        let edit = ItemEdit::of(&before, None, Some(Some(20)), None).unwrap();
        let (shown, now) = (all(&[&before, &other]), all(&[&item(quota(20, 5)), &other]));
        assert!(edit.is_unchanged_in(&shown) && !edit.is_unchanged_in(&now));
        assert_eq!((edit.is_in(&now), edit.is_in(&shown)), (Some(true), Some(false)));
        assert!(edit.leaves_the_rest(&shown, &now));
        let off = item(json!({"name": "storage", "status": 0}));
        assert!(!edit.leaves_the_rest(&shown, &all(&[&item(quota(20, 5)), &off])));
        assert!(!edit.leaves_the_rest(&shown, &all(&[&item(quota(20, 5))])));
        let back = edit.back(&now).unwrap().body();
        assert_eq!(back["offering_items"][0]["quota"], json!({"value": 10, "overage": 0, "version": 5}));
    }
}
