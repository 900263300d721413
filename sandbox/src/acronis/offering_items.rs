//! A few offering items, so that the filters for them match some tenants and not others.

use super::members::{push_date, push_uuid};
use super::store::Store;
use crate::estate::ids::Space;
use crate::estate::{Kind, Number};
use crate::json::Object;
use crate::random::Random;

/// One offering item of a tenant.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    name: &'static str,
    usage: &'static str,
    unit: &'static str,
    infra: bool,
    quota: Option<u64>,
}

const APPLICATION: u32 = 3;
const STORAGE: u32 = 4;

/// What the tenant is offered; folders hold no items of their own.
pub fn of(store: &Store, number: Number) -> Vec<Item> {
    if !store.exists(number) || store.kind(number) == Kind::Folder {
        return Vec::new();
    }
    let mut random = Random::new(store.estate().seed(), u64::from(number), 9);
    let mut items = Vec::new();
    for (name, usage, share) in [("pw_base_vms", "vms", 60), ("pw_base_workstations", "workstations", 50)] {
        if random.percent(share) {
            let quota = random.percent(70).then(|| random.below(200));
            items.push(Item { name, usage, unit: "quantity", infra: false, quota });
        }
    }
    if random.percent(55) {
        let quota = random.percent(70).then(|| random.below(4096) << 30);
        items.push(Item { name: "pw_base_storage", usage: "storage", unit: "bytes", infra: true, quota });
    }
    items
}

/// Whether the tenant has items that are counted.
pub fn has_counted(store: &Store, number: Number) -> bool {
    of(store, number).iter().any(|item| !item.infra)
}

/// Whether the tenant has infrastructure items.
pub fn has_infra(store: &Store, number: Number) -> bool {
    of(store, number).iter().any(|item| item.infra)
}

/// Appends one item.
pub fn write(store: &Store, tenant: Number, item: &Item, out: &mut String) {
    let ids = store.estate().ids();
    let stamps = store.stamps(tenant);
    let mut object = Object::begin(out);
    push_uuid(&mut object, "application_id", ids.uuid(Space::Singleton, APPLICATION));
    object.text("name", item.name).text("edition", "pck_per_workload").text("usage_name", item.usage);
    push_uuid(&mut object, "tenant_id", store.uuid(tenant));
    push_date(&mut object, "updated_at", Some(stamps.updated), stamps.zone);
    object.raw("deleted_at", "null").number("status", 1).flag("locked", false);
    object.text("type", if item.infra { "infra" } else { "count" }).text("measurement_unit", item.unit);
    if item.infra {
        push_uuid(&mut object, "infra_id", ids.uuid(Space::Singleton, STORAGE));
    }
    if let Some(value) = item.quota {
        let mut quota = Object::begin(object.key("quota"));
        quota.number("value", value).raw("overage", "null").number("version", stamps.version);
        quota.end();
    }
    object.end();
}
