//! `POST /tenants`, `PUT`, `DELETE` and `restore` of one, `POST /tenants/batch/delete`.

use serde_json::Value;

use super::call::Call;
use super::cursor::{Lod, Switches};
use super::errors::{Outcome, Refusal};
use super::faults::Fault;
use super::store::{Refused, Store, Tenant};
use super::tenant_json::Writer;
use crate::Response;
use crate::estate::ids::Uuid;
use crate::estate::people::Contact;
use crate::estate::{Kind, Number};
use crate::json::Object;

/// `POST /tenants`.
pub fn create(call: &Call<'_>, store: &mut Store) -> Outcome {
    let parent = call.tenant(store, id(call, "parent_id")?.ok_or_else(Refusal::no_tenant)?)?;
    let kind = kind_of(text(call, "kind").unwrap_or_default())?;
    can_stand_below(kind, store.kind(parent))?;
    let name = named(call)?.unwrap_or_default().to_owned();
    is_free(store, parent, &name, None)?;
    let number = store.insert(parent, kind, &name, call.now).map_err(refused)?;
    let contact = store.insert_contact(number, call.now).map_err(refused)?;
    let legal = |one: &mut Contact| {
        one.types = vec!["legal".into()];
        for (field, value) in call.body.get("contact").and_then(Value::as_object).into_iter().flatten() {
            one.person.set(field, value.as_str().unwrap_or_default());
        }
    };
    store.update_contact(contact, call.now, legal).map_err(refused)?;
    apply(call, store, number)?;
    written(call, store, 201, number)
}

/// `PUT /tenants/{tenant_id}`: what is not sent stays; another parent moves it.
pub fn update(call: &Call<'_>, store: &mut Store) -> Outcome {
    let number = call.path_tenant(store, "tenant_id")?;
    may_change(call, store, number)?;
    is_version(store, number, call.body.get("version").and_then(Value::as_u64))?;
    let before = store.parent(number);
    let parent = match id(call, "parent_id")? {
        Some(id) => call.tenant(store, id)?,
        None => before,
    };
    let name = named(call)?.map_or_else(|| store.name(number), str::to_owned);
    if name != store.name(number) || parent != before {
        is_free(store, parent, &name, Some(number))?;
    }
    if parent != before {
        can_move(store, number, parent)?;
        store.move_below(number, parent, call.now).map_err(refused)?;
    }
    apply(call, store, number)?;
    written(call, store, 200, number)
}

/// `DELETE /tenants/{tenant_id}`: with all that stands below it.
pub fn delete(call: &Call<'_>, store: &mut Store) -> Outcome {
    let number = call.path_tenant(store, "tenant_id")?;
    can_delete(call, store, number, call.value("version").and_then(|text| text.parse().ok()))?;
    mark_deleted(call, store, number)?;
    Ok(answered(call, Response::empty(204)))
}

/// `POST /tenants/batch/delete`: all of them, or none.
pub fn delete_siblings(call: &Call<'_>, store: &mut Store) -> Outcome {
    let items = call.body.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut numbers = Vec::new();
    for item in &items {
        let id =
            item.get("id").and_then(Value::as_str).and_then(Uuid::parse).ok_or_else(Refusal::no_tenant)?;
        let number = call.tenant(store, id)?;
        if store.is_deleted(number) {
            return Err(Refusal::no_tenant());
        }
        can_delete(call, store, number, item.get("version").and_then(Value::as_u64))?;
        numbers.push(number);
    }
    let mut parents = numbers.iter().map(|number| store.parent(*number));
    if parents.next().is_some_and(|first| parents.any(|other| other != first)) {
        return Err(Refusal::conflict("the tenants have no common parent"));
    }
    for number in numbers {
        mark_deleted(call, store, number)?;
    }
    Ok(answered(call, Response::empty(204)))
}

fn can_delete(call: &Call<'_>, store: &Store, number: Number, version: Option<u64>) -> Result<(), Refusal> {
    may_change(call, store, number)?;
    is_version(store, number, version)?;
    if store.enabled(number) {
        return Err(Refusal::conflict("the tenant is enabled: disable it before you delete it"));
    }
    if number == call.top {
        return Err(Refusal::conflict("the caller's own tenant cannot be deleted"));
    }
    Ok(())
}

fn mark_deleted(call: &Call<'_>, store: &mut Store, number: Number) -> Result<(), Refusal> {
    store
        .below_first(number)
        .into_iter()
        .try_for_each(|one| store.mark_deleted(one, call.now))
        .map_err(refused)
}

/// `POST /tenants/{tenant_id}/restore`: with what was deleted together with it.
pub fn restore(call: &Call<'_>, store: &mut Store) -> Outcome {
    let id = Uuid::parse(call.path_text("tenant_id")).ok_or_else(Refusal::no_tenant)?;
    let number = call.tenant(store, id)?;
    let Some(deleted) = store.stamps(number).deleted else { return Ok(Response::empty(204)) };
    let parent = store.parent(number);
    if store.is_deleted(parent) {
        return Err(Refusal::conflict("the parent is deleted: restore it first"));
    }
    let (force, name) = (call.flag("force"), store.name(number));
    let is_taken = is_free(store, parent, &name, Some(number));
    if !force {
        is_taken.clone()?;
    }
    store.mark_restored(number, deleted, call.now).map_err(refused)?;
    if is_taken.is_err() {
        let postfix = format!("{name} (restored)");
        store.update(number, call.now, |tenant| tenant.name = postfix).map_err(refused)?;
    }
    Ok(answered(call, Response::empty(204)))
}

/// `GET /tenants/{tenant_id}/pricing`.
pub fn read_pricing(call: &Call<'_>, store: &Store) -> Outcome {
    Ok(pricing(store, call.path_tenant(store, "tenant_id")?))
}

/// `PUT /tenants/{tenant_id}/pricing`.
pub fn update_pricing(call: &Call<'_>, store: &mut Store) -> Outcome {
    let number = call.path_tenant(store, "tenant_id")?;
    is_version(store, number, call.body.get("version").and_then(Value::as_u64))?;
    if let Some(mode) = text(call, "mode") {
        if !["trial", "production", "suspended"].contains(&mode) {
            return Err(Refusal::bad_request("mode: unknown"));
        }
        let change = |tenant: &mut Tenant| {
            tenant.facts.production_start = (mode == "production").then_some(call.now);
            tenant.facts.pricing_mode = mode.to_owned().into();
        };
        store.update(number, call.now, change).map_err(refused)?;
    }
    Ok(answered(call, pricing(store, number)))
}

fn pricing(store: &Store, number: Number) -> Response {
    let (facts, stamps, mut out) = (store.facts(number), store.stamps(number), String::new());
    let mut object = Object::begin(&mut out);
    object.text("mode", &facts.pricing_mode).raw("currency", "null").number("version", stamps.version);
    super::members::push_date(&mut object, "production_start_date", facts.production_start, stamps.zone);
    object.end();
    Response::json(200, out)
}

/// What the body says, but for the parent.
fn apply(call: &Call<'_>, store: &mut Store, number: Number) -> Result<(), Refusal> {
    let (body, top) = (&call.body, call.top);
    let words = |name: &str| body.get(name).and_then(Value::as_str).map(str::to_owned);
    let change = |tenant: &mut Tenant| {
        let Tenant { name, enabled, facts, .. } = tenant;
        *name = words("name").unwrap_or_else(|| std::mem::take(name));
        *enabled = flag(body, "/enabled").unwrap_or(*enabled);
        facts.ancestral_access = flag(body, "/ancestral_access").unwrap_or(facts.ancestral_access);
        if let Some(locked) = flag(body, "/update_lock/enabled") {
            facts.locked_by = locked.then_some(top);
        }
        if let Some(kind) = words("customer_type") {
            facts.customer_type = kind.into();
        }
        if let Some(language) = words("language") {
            facts.language = language.into();
        }
        if body.get("customer_id").is_some() {
            facts.customer_id = words("customer_id");
        }
        if body.get("internal_tag").is_some() {
            facts.internal_tag = words("internal_tag");
        }
    };
    store.update(number, call.now, change).map_err(refused)
}

fn flag(body: &Value, pointer: &str) -> Option<bool> {
    body.pointer(pointer).and_then(Value::as_bool)
}

fn text<'a>(call: &'a Call<'_>, name: &str) -> Option<&'a str> {
    call.body.get(name).and_then(Value::as_str)
}

fn id(call: &Call<'_>, name: &str) -> Result<Option<Uuid>, Refusal> {
    text(call, name).map(|text| Uuid::parse(text).ok_or_else(Refusal::no_tenant)).transpose()
}

fn named<'a>(call: &'a Call<'_>) -> Result<Option<&'a str>, Refusal> {
    match text(call, "name") {
        Some(name) if name.trim().is_empty() => {
            Err(Refusal::bad_request("Field validation for 'name' failed on the 'required' tag"))
        }
        name => Ok(name),
    }
}

fn kind_of(word: &str) -> Result<Kind, Refusal> {
    let kinds = [Kind::Partner, Kind::Folder, Kind::Customer, Kind::Unit];
    let found = kinds.into_iter().find(|kind| kind.word() == word);
    found.ok_or_else(|| Refusal::bad_request("kind: no such kind of tenant can be made"))
}

/// As the vendor's guide has it: units below customers and units, everything else below partners and folders.
fn can_stand_below(kind: Kind, parent: Kind) -> Result<(), Refusal> {
    let is_below_customer = matches!(parent, Kind::Customer | Kind::Unit);
    match (kind == Kind::Unit) == is_below_customer {
        true => Ok(()),
        false => {
            let words = format!("a {} cannot stand below a {}", kind.word(), parent.word());
            Err(Refusal::conflict(&words))
        }
    }
}

fn can_move(store: &Store, number: Number, parent: Number) -> Result<(), Refusal> {
    if store.kind(number) == Kind::Unit {
        return Err(Refusal::conflict("a unit cannot be moved"));
    }
    can_stand_below(store.kind(number), store.kind(parent))
}

/// Two living tenants right below one have two names.
fn is_free(store: &Store, parent: Number, name: &str, own: Option<Number>) -> Result<(), Refusal> {
    let is_taken = |one: Number| Some(one) != own && !store.is_deleted(one) && store.name(one) == name;
    match store.children(parent).any(is_taken) {
        true => Err(Refusal::conflict("tenant with specified name already exists in same parent")),
        false => Ok(()),
    }
}

fn is_version(store: &Store, number: Number, version: Option<u64>) -> Result<(), Refusal> {
    match version == Some(store.stamps(number).version) {
        true => Ok(()),
        false => Err(Refusal::conflict("version: the tenant has been changed since")),
    }
}

fn may_change(call: &Call<'_>, store: &Store, number: Number) -> Result<(), Refusal> {
    match store.facts(number).locked_by {
        Some(owner) if owner != call.top => {
            Err(Refusal::new(403, "update_lock: only users of the tenant that owns the lock may change it"))
        }
        _ => Ok(()),
    }
}

fn refused(why: Refused) -> Refusal {
    match why {
        Refused::Missing | Refused::Deleted => Refusal::no_tenant(),
        Refused::BelowItself => Refusal::conflict("a tenant cannot stand below itself"),
    }
}

fn written(call: &Call<'_>, store: &Store, status: u16, number: Number) -> Outcome {
    let mut out = String::new();
    Writer::new(call, store, Lod::Full, Switches::default()).row(number, &mut out);
    Ok(answered(call, Response::json(status, out)))
}

/// The account whose answers are lost: the head leaves, the body does not.
fn answered(call: &Call<'_>, response: Response) -> Response {
    let lost = call.account.fault == Fault::PutLost;
    Response { cut_after: lost.then_some(0), ..response }
}
