//! A few offering items, so that the filters for them match some tenants and not others.

use super::call::Call;
use super::errors::Outcome;
use super::members::{push_date, push_uuid};
use super::store::Store;
use crate::Response;
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

const EDITION: &str = "pck_per_workload";
const APPLICATION: u32 = 3;
const STORAGE: u32 = 4;

/// `GET /tenants/{tenant_id}/offering_items`. Only `edition` is looked at: all items here are of one.
pub fn of_tenant(call: &Call<'_>, store: &Store) -> Outcome {
    let number = call.path_tenant(store, "tenant_id")?;
    let edition = call.value("edition").unwrap_or("standard");
    let items = if [EDITION, "*"].contains(&edition) { of(store, number) } else { Vec::new() };
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.text("timestamp", &call.now.text());
    object.list("items", items, |out, item| write(store, number, &item, out));
    object.end();
    Ok(Response::json(200, out))
}

/// `GET /tenants/{tenant_id}/usages`.
pub fn usages(call: &Call<'_>, store: &Store) -> Outcome {
    let number = call.path_tenant(store, "tenant_id")?;
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", of(store, number), |out, item| write_usage(store, number, &item, out));
    object.end();
    Ok(Response::json(200, out))
}

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

/// How much of it is used: most tenants stay below their quota, some do not.
fn used(store: &Store, tenant: Number, item: &Item) -> u64 {
    let mut random = Random::new(store.estate().seed(), u64::from(tenant), 10 + u64::from(item.infra));
    let of_hundred = random.below(130);
    let whole = item.quota.unwrap_or(if item.infra { 1 << 40 } else { 50 });
    whole / 100 * of_hundred + whole % 100 * of_hundred / 100
}

/// How much may be used above the quota: null for some.
fn overage(store: &Store, tenant: Number, value: u64) -> Option<u64> {
    let mut random = Random::new(store.estate().seed(), u64::from(tenant), 12);
    random.percent(60).then_some(value / 10)
}

fn write_usage(store: &Store, tenant: Number, item: &Item, out: &mut String) {
    let ids = store.estate().ids();
    let used = used(store, tenant, item);
    let mut object = Object::begin(out);
    push_uuid(&mut object, "application_id", ids.uuid(Space::Singleton, APPLICATION));
    object.text("name", item.name).text("edition", EDITION).text("usage_name", item.usage);
    object.text("type", if item.infra { "infra" } else { "count" }).text("measurement_unit", item.unit);
    if item.infra {
        push_uuid(&mut object, "infra_id", ids.uuid(Space::Singleton, STORAGE));
    }
    let stamps = store.stamps(tenant);
    push_date(&mut object, "range_start", Some(stamps.updated), stamps.zone);
    object.number("absolute_value", used).number("value", used);
    object.end();
}

/// Appends one item.
pub fn write(store: &Store, tenant: Number, item: &Item, out: &mut String) {
    let ids = store.estate().ids();
    let stamps = store.stamps(tenant);
    let mut object = Object::begin(out);
    push_uuid(&mut object, "application_id", ids.uuid(Space::Singleton, APPLICATION));
    object.text("name", item.name).text("edition", EDITION).text("usage_name", item.usage);
    push_uuid(&mut object, "tenant_id", store.uuid(tenant));
    push_date(&mut object, "updated_at", Some(stamps.updated), stamps.zone);
    object.raw("deleted_at", "null").number("status", 1).flag("locked", false);
    object.text("type", if item.infra { "infra" } else { "count" }).text("measurement_unit", item.unit);
    if item.infra {
        push_uuid(&mut object, "infra_id", ids.uuid(Space::Singleton, STORAGE));
    }
    if let Some(value) = item.quota {
        let mut quota = Object::begin(object.key("quota"));
        quota.number("value", value);
        match overage(store, tenant, value) {
            Some(overage) => quota.number("overage", overage),
            None => quota.raw("overage", "null"),
        };
        quota.number("version", stamps.version);
        quota.end();
    }
    object.end();
}
