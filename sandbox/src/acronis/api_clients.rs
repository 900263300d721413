//! The API clients of tenants: `/clients` and `GET /tenants/{tenant_id}/clients`. Most tenants have none; a partner has one
//! for its portal, a customer in five one for its agents. None of them can sign in here.

use serde_json::Value;

use super::call::Call;
use super::client_read;
use super::errors::{Outcome, Refusal};
use super::faults::Fault;
use super::members::push_uuid;
use super::store::{Client, Store};
use crate::estate::ids::{Space, Uuid};
use crate::estate::{Kind, Number};
use crate::json::Object;
use crate::random::Random;
use crate::{Moment, Response};

/// `GET /tenants/{tenant_id}/clients`: their ids.
pub fn of_tenant(call: &Call<'_>, store: &Store) -> Outcome {
    let tenant = call.path_tenant(store, "tenant_id")?;
    let ids: Vec<String> = living(store, tenant).iter().map(|one| format!("\"{}\"", one.id)).collect();
    Ok(Response::json(200, format!(r#"{{"items":[{}]}}"#, ids.join(","))))
}

/// `GET /clients`: those of the ids that the caller may see; unknown ones are left out.
pub fn list(call: &Call<'_>, store: &Store) -> Outcome {
    let ids = call.value("uuids").unwrap_or_default();
    let mut rows = Vec::new();
    for id in ids.split(',') {
        if let Some(client) = Uuid::parse(id).and_then(|id| find(call, store, id)) {
            rows.push(text(store, &client, None));
        }
    }
    Ok(Response::json(200, format!(r#"{{"items":[{}]}}"#, rows.join(","))))
}

/// `GET /clients/{client_id}`.
pub fn read(call: &Call<'_>, store: &Store) -> Outcome {
    if call.path_text("client_id") == call.account.client_id || call.account.fault == Fault::Nobody {
        return client_read::handle(call, store);
    }
    Ok(Response::json(200, text(store, &of_path(call, store)?, None)))
}

/// `POST /clients`.
pub fn create(call: &Call<'_>, store: &mut Store) -> Outcome {
    let tenant = call.body.get("tenant_id").and_then(Value::as_str).and_then(Uuid::parse);
    let tenant = call.tenant(store, tenant.ok_or_else(Refusal::no_tenant)?)?;
    let (id, created) = (store.new_client_id(), call.now);
    let data = call.body.get("data").map_or_else(|| "{}".to_owned(), Value::to_string);
    let client = Client { id, tenant, data, is_on: true, created, is_deleted: false };
    store.write_client(client.clone());
    Ok(Response::json(201, text(store, &client, Some(secret(id, call.now)))))
}

/// `PUT /clients/{client_id}`: what is not sent stays.
pub fn update(call: &Call<'_>, store: &mut Store) -> Outcome {
    let mut client = of_path(call, store)?;
    if let Some(data) = call.body.get("data") {
        client.data = data.to_string();
    }
    if let Some(status) = call.body.get("status").and_then(Value::as_str) {
        client.is_on = status == "enabled";
    }
    store.write_client(client.clone());
    Ok(Response::json(200, text(store, &client, None)))
}

/// `DELETE /clients/{client_id}`.
pub fn delete(call: &Call<'_>, store: &mut Store) -> Outcome {
    let client = of_path(call, store)?;
    store.write_client(Client { is_deleted: true, ..client });
    Ok(Response::empty(204))
}

/// `POST /clients/{client_id}/reset_secret`.
pub fn reset_secret(call: &Call<'_>, store: &Store) -> Outcome {
    let client = of_path(call, store)?;
    Ok(Response::json(200, text(store, &client, Some(secret(client.id, call.now)))))
}

fn of_path(call: &Call<'_>, store: &Store) -> Result<Client, Refusal> {
    let missing = || Refusal::new(404, "no such client");
    if call.path_text("client_id") == call.account.client_id {
        return Err(Refusal::new(403, "the client that is signed in cannot be changed"));
    }
    find(call, store, Uuid::parse(call.path_text("client_id")).ok_or_else(missing)?).ok_or_else(missing)
}

fn find(call: &Call<'_>, store: &Store, id: Uuid) -> Option<Client> {
    let client = match store.written_client(id) {
        Some(client) => client,
        None => generated(store, store.estate().ids().number(Space::Client, id)?)?,
    };
    (!client.is_deleted && call.may_see(store, client.tenant)).then_some(client)
}

fn living(store: &Store, tenant: Number) -> Vec<Client> {
    let generated = generated(store, tenant).filter(|one| store.written_client(one.id).is_none());
    let written = store.clients().filter(|one| one.tenant == tenant && !one.is_deleted).cloned();
    generated.into_iter().chain(written).collect()
}

fn generated(store: &Store, tenant: Number) -> Option<Client> {
    if !store.exists(tenant) {
        return None;
    }
    let mut random = Random::new(store.estate().seed(), u64::from(tenant), 14);
    let name = match store.kind(tenant) {
        Kind::Partner => "Portal",
        Kind::Customer if random.percent(20) => "Agents",
        _ => return None,
    };
    let id = store.estate().ids().uuid(Space::Client, tenant);
    let created = Moment(store.stamps(tenant).created.0);
    Some(Client {
        id,
        tenant,
        data: format!(r#"{{"client_name":"{name}"}}"#),
        is_on: true,
        created,
        is_deleted: false,
    })
}

/// Another one each second: nobody signs in with it.
fn secret(id: Uuid, now: Moment) -> String {
    format!("{:016x}{:016x}", crate::random::mix(id.0 as u64), crate::random::mix(now.0 as u64))
}

fn text(store: &Store, client: &Client, secret: Option<String>) -> String {
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    push_uuid(&mut object, "client_id", client.id);
    push_uuid(&mut object, "tenant_id", store.uuid(client.tenant));
    object.number("client_secret_expires_at", 0).text("type", "api_client").raw("data", &client.data);
    object.text("token_endpoint_auth_method", "client_secret_basic");
    object.text("created_at", &client.created.text());
    push_uuid(&mut object, "created_by", store.estate().ids().uuid(Space::Singleton, 3));
    object.text("status", if client.is_on { "enabled" } else { "disabled" });
    match secret {
        Some(secret) => {
            object.text("client_secret", &secret).text("registration_access_token", &secret);
        }
        None => {
            object.raw("last_access_at", "null").raw("last_access_from_ip", "null");
        }
    }
    object.end();
    out
}
