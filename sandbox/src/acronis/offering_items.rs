//! A few offering items, so that the filters for them match some tenants and not others.

use serde_json::Value;

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::members::{push_date, push_uuid};
use super::store::{Store, WrittenItem};
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

/// `PUT /tenants/{tenant_id}/offering_items`: the items that are named; the others stay.
pub fn update(call: &Call<'_>, store: &mut Store) -> Outcome {
    let tenant = call.path_tenant(store, "tenant_id")?;
    let (all, mut written) = (of(store, tenant), Vec::new());
    let check_usage = call.body.get("check_usage").and_then(Value::as_bool) == Some(true);
    for sent in call.body.get("offering_items").and_then(Value::as_array).into_iter().flatten() {
        let item = all.iter().find(|one| sent.get("name").and_then(Value::as_str) == Some(one.name));
        let item = item.ok_or_else(|| Refusal::bad_request("name: the tenant has no such item"))?;
        let before = state(store, tenant, item);
        let number = |name: &str| sent.pointer(&["/quota/", name].concat()).and_then(Value::as_u64);
        if sent.get("quota").is_some() && number("version") != Some(before.version) {
            return Err(Refusal::conflict("version: the quota has been changed since"));
        }
        let is_on = sent.get("status").and_then(Value::as_u64).map_or(before.is_on, |status| status == 1);
        if check_usage && !is_on && used(store, tenant, item) > 0 {
            let words = format!("It is not possible to disable the following offering items: {}.", item.name);
            return Err(Refusal::bad_request(&words));
        }
        let quota = sent.get("quota").map(|_| [number("value"), number("overage")]).or(before.quota);
        written.push((item.name, WrittenItem { is_on, quota, version: before.version + 1 }));
    }
    written.into_iter().for_each(|(name, item)| store.write_item(tenant, name, item));
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.text("timestamp", &call.now.text());
    object.list("items", all, |out, item| write(store, tenant, &item, out));
    object.end();
    Ok(Response::json(200, out))
}

/// An item as it is now.
fn state(store: &Store, tenant: Number, item: &Item) -> WrittenItem {
    let generated = || WrittenItem {
        is_on: true,
        quota: item.quota.map(|value| [Some(value), overage(store, tenant, value)]),
        version: store.stamps(tenant).version,
    };
    store.written_item(tenant, item.name).unwrap_or_else(generated)
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
    let (stamps, now) = (store.stamps(tenant), state(store, tenant, item));
    let mut object = Object::begin(out);
    push_uuid(&mut object, "application_id", ids.uuid(Space::Singleton, APPLICATION));
    object.text("name", item.name).text("edition", EDITION).text("usage_name", item.usage);
    push_uuid(&mut object, "tenant_id", store.uuid(tenant));
    push_date(&mut object, "updated_at", Some(stamps.updated), stamps.zone);
    object.raw("deleted_at", "null").number("status", u64::from(now.is_on)).flag("locked", false);
    object.text("type", if item.infra { "infra" } else { "count" }).text("measurement_unit", item.unit);
    if item.infra {
        push_uuid(&mut object, "infra_id", ids.uuid(Space::Singleton, STORAGE));
    }
    if let Some(bounds) = now.quota {
        let mut quota = Object::begin(object.key("quota"));
        for (name, bound) in ["value", "overage"].into_iter().zip(bounds) {
            match bound {
                Some(bound) => quota.number(name, bound),
                None => quota.raw(name, "null"),
            };
        }
        quota.number("version", now.version);
        quota.end();
    }
    object.end();
}
