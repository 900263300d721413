//! `/contacts`, `/contacts/{contact_id}`, `/tenants/{tenant_id}/contacts`: the contacts of tenants, read and written.

use serde_json::Value;

use super::call::Call;
use super::contact_json::{Odd, push};
use super::errors::{Outcome, Refusal};
use super::faults::Fault;
use super::store::{Refused, Store};
use crate::Response;
use crate::estate::Number;
use crate::estate::ids::Uuid;
use crate::estate::people::Contact;
use crate::json::{Object, push_string};

/// `GET /tenants/{tenant_id}/contacts`: the ids.
pub fn of_tenant(call: &Call<'_>, store: &Store) -> Outcome {
    let tenant = call.path_tenant(store, "tenant_id")?;
    let contacts =
        if call.flag("allow_deleted") { store.all_contacts(tenant) } else { store.contacts(tenant) };
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", contacts, |out, one| push_string(out, &one.person.id.to_string()));
    object.end();
    Ok(Response::json(200, out))
}

/// `GET /contacts`: those of the ids that are there.
pub fn list(call: &Call<'_>, store: &Store) -> Outcome {
    let malformed = || Refusal::bad_request("uuids is not a list of UUIDs");
    let texts = call.value("uuids").unwrap_or_default().split(',');
    let ids = texts.map(|text| Uuid::parse(text).ok_or_else(malformed)).collect::<Result<Vec<_>, _>>()?;
    let mut found = Vec::new();
    for id in ids {
        let Some((tenant, contact)) = store.find_contact(id) else { continue };
        visible(call, store, tenant)?;
        if is_wanted(call, &contact) {
            found.push((tenant, contact));
        }
    }
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", found, |out, (tenant, contact)| write(call, store, tenant, &contact, out));
    object.end();
    Ok(Response::json(200, out))
}

/// `GET /contacts/{contact_id}`.
pub fn read(call: &Call<'_>, store: &Store) -> Outcome {
    let (tenant, contact) = of_path(call, store)?;
    if !is_wanted(call, &contact) {
        return Err(missing());
    }
    Ok(answer(call, store, 200, tenant, &contact))
}

/// `POST /contacts`. Without a tenant it belongs to that of the caller.
pub fn create(call: &Call<'_>, store: &mut Store) -> Outcome {
    let tenant = match text(call, "tenant_id").map(Uuid::parse) {
        None => call.top,
        Some(id) => call.tenant(store, id.ok_or_else(missing)?)?,
    };
    let user = user_of_body(call, store, tenant)?;
    let types = types_of_body(call).unwrap_or_default();
    check_email(store, tenant, text(call, "email"), None)?;
    let id = store.insert_contact(tenant, call.now).map_err(refused)?;
    let change = |contact: &mut Contact| {
        contact.types = types;
        contact.user = user;
        apply(call, contact);
    };
    store.update_contact(id, call.now, change).map_err(refused)?;
    written(call, store, 201, id)
}

/// `PUT /contacts/{contact_id}`: what is not sent stays.
pub fn update(call: &Call<'_>, store: &mut Store) -> Outcome {
    let (tenant, contact) = of_path(call, store)?;
    let id = contact.person.id;
    if text(call, "tenant_id").is_some_and(|other| Uuid::parse(other) != Some(store.uuid(tenant))) {
        return Err(Refusal::bad_request("tenant_id: a contact cannot be moved to another tenant"));
    }
    let user = user_of_body(call, store, tenant)?;
    let types = types_of_body(call);
    let is_legal = |types: &[std::borrow::Cow<'_, str>]| types.iter().any(|kind| kind == "legal");
    if types.as_deref().is_some_and(|types| is_legal(types) != contact.is_for("legal")) {
        return Err(Refusal::conflict("types: a tenant has one legal contact"));
    }
    check_email(store, tenant, text(call, "email"), Some(id))?;
    let change = |contact: &mut Contact| {
        contact.types = types.unwrap_or_else(|| std::mem::take(&mut contact.types));
        contact.user = user.or(contact.user);
        apply(call, contact);
    };
    store.update_contact(id, call.now, change).map_err(refused)?;
    written(call, store, 200, id)
}

/// `DELETE /contacts/{contact_id}`.
pub fn delete(call: &Call<'_>, store: &mut Store) -> Outcome {
    let (_, contact) = of_path(call, store)?;
    if contact.is_for("legal") {
        return Err(Refusal::conflict("the legal contact of a tenant cannot be deleted"));
    }
    store.mark_contact_deleted(contact.person.id, call.now).map_err(refused)?;
    Ok(Response::empty(204))
}

fn of_path(call: &Call<'_>, store: &Store) -> Result<(Number, Contact), Refusal> {
    let id = Uuid::parse(call.path_text("contact_id")).ok_or_else(missing)?;
    let found = store.find_contact(id).ok_or_else(missing)?;
    visible(call, store, found.0)?;
    Ok(found)
}

fn visible(call: &Call<'_>, store: &Store, tenant: Number) -> Result<(), Refusal> {
    if call.may_see(store, tenant) { Ok(()) } else { Err(Refusal::denied()) }
}

fn is_wanted(call: &Call<'_>, contact: &Contact) -> bool {
    contact.deleted.is_none() || call.flag("allow_deleted")
}

fn missing() -> Refusal {
    Refusal::new(404, "could not resolve target contact: not found")
}

fn refused(why: Refused) -> Refusal {
    match why {
        Refused::Missing | Refused::Deleted => missing(),
        Refused::BelowItself => Refusal::internal("a contact has nothing below it"),
    }
}

fn text<'a>(call: &'a Call<'_>, name: &str) -> Option<&'a str> {
    call.body.get(name).and_then(Value::as_str)
}

fn types_of_body(call: &Call<'_>) -> Option<Vec<std::borrow::Cow<'static, str>>> {
    let types = call.body.get("types")?.as_array()?;
    Some(types.iter().filter_map(Value::as_str).map(|kind| kind.to_owned().into()).collect())
}

/// The user that the body names, who has to be one of the tenant's.
fn user_of_body(call: &Call<'_>, store: &Store, tenant: Number) -> Result<Option<Uuid>, Refusal> {
    let Some(text) = text(call, "user_id") else { return Ok(None) };
    let user = Uuid::parse(text).and_then(|id| store.find_user(id));
    let user = user.filter(|user| user.tenant == tenant && user.deleted.is_none());
    user.map(|user| Some(user.id)).ok_or_else(|| Refusal::bad_request("user_id: no such user of this tenant"))
}

/// An address is one, and stands once among the contacts of a tenant.
fn check_email(store: &Store, tenant: Number, email: Option<&str>, own: Option<Uuid>) -> Result<(), Refusal> {
    let Some(email) = email else { return Ok(()) };
    let parts = email.split_once('@').filter(|(name, domain)| !name.is_empty() && domain.contains('.'));
    if parts.is_none_or(|(_, domain)| domain.contains('@')) {
        return Err(Refusal::bad_request("Field validation for 'email' failed on the 'email' tag"));
    }
    let is_other = |one: &Contact| Some(one.person.id) != own && one.person.email.eq_ignore_ascii_case(email);
    match store.contacts(tenant).iter().any(is_other) {
        true => Err(Refusal::conflict("contact with specified email already exists in same tenant")),
        false => Ok(()),
    }
}

/// Texts, null for an empty one, and whether the address is confirmed.
fn apply(call: &Call<'_>, contact: &mut Contact) {
    for (name, value) in call.body.as_object().into_iter().flatten() {
        match value {
            Value::String(text) => contact.person.set(name, text),
            Value::Null => contact.person.set(name, ""),
            Value::Bool(confirmed) if name == "email_confirmed" => contact.person.confirmed = *confirmed,
            _ => {}
        }
    }
}

fn written(call: &Call<'_>, store: &Store, status: u16, id: Uuid) -> Outcome {
    let (tenant, contact) = store.find_contact(id).ok_or_else(missing)?;
    let response = answer(call, store, status, tenant, &contact);
    let lost = call.account.fault == Fault::PutLost;
    // The head leaves, the body does not: without a head, browsers send the request a second time.
    Ok(Response { cut_after: lost.then_some(0), ..response })
}

fn answer(call: &Call<'_>, store: &Store, status: u16, tenant: Number, contact: &Contact) -> Response {
    let mut out = String::new();
    write(call, store, tenant, contact, &mut out);
    Response::json(status, out)
}

fn write(call: &Call<'_>, store: &Store, tenant: Number, contact: &Contact, out: &mut String) {
    let odd = match call.account.fault {
        Fault::OddContacts => {
            let all = store.contacts(tenant);
            let place = all.iter().position(|one| one.person.id == contact.person.id);
            place.map_or(Odd::No, |place| Odd::of(call.account.fault, place, all.len()))
        }
        _ => Odd::No,
    };
    push(out, contact, store.uuid(tenant), odd);
}
