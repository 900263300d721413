//! `GET /clients/{client_id}` of the API client that is signed in.

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::faults::Fault;
use super::members::{push_date, push_uuid};
use super::store::Store;
use crate::estate::ids::Space;
use crate::json::Object;
use crate::moment::Zone;
use crate::{Moment, Response};

/// A client sees itself.
pub fn handle(call: &Call<'_>, store: &Store) -> Outcome {
    let account = call.account;
    if account.fault == Fault::Nobody {
        return Err(Refusal::new(403, "this API client may not read clients"));
    }
    if call.path_text("client_id") != account.client_id {
        return Err(Refusal::new(404, "no such client"));
    }
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.text("client_id", account.client_id);
    push_uuid(&mut object, "tenant_id", store.uuid(call.top));
    object.number("client_secret_expires_at", 0).text("type", "api_client");
    let mut data = Object::begin(object.key("data"));
    data.text("client_name", account.client_name());
    data.end();
    object.text("token_endpoint_auth_method", "client_secret_basic");
    push_date(&mut object, "created_at", Some(Moment(call.now.0 - 86_400)), Zone::Utc);
    push_uuid(&mut object, "created_by", store.estate().ids().uuid(Space::Singleton, 3));
    object.raw("last_access_at", "null").raw("last_access_from_ip", "null").text("status", "enabled");
    object.end();
    Ok(Response::json(200, out))
}
