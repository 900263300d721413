//! `POST /tenants:resolve_ids`: the numeric ids of the API's version 1.

use serde_json::Value;

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::members::push_uuid;
use super::store::Store;
use crate::Response;
use crate::estate::Number;
use crate::json::Object;

/// A tenant's numeric id is its number in the estate plus one. Unknown ids are left out.
pub fn handle(call: &Call<'_>, store: &Store) -> Outcome {
    let items = call.body.get("items").and_then(Value::as_array);
    let asked = items.into_iter().flatten().filter_map(|item| item.get("id"));
    let mut found = Vec::new();
    for id in asked {
        match number(id).filter(|&number| store.exists(number)) {
            Some(number) if !call.may_see(store, number) => return Err(Refusal::denied()),
            Some(number) => found.push((id, number)),
            None => {}
        }
    }
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", found, |out, (id, number)| {
        let mut item = Object::begin(out);
        item.raw("id", &id.to_string());
        push_uuid(&mut item, "uuid", store.uuid(number));
        item.end();
    });
    object.end();
    Ok(Response::json(200, out))
}

fn number(id: &Value) -> Option<Number> {
    let id = id.as_u64().or_else(|| id.as_str()?.parse().ok())?;
    Number::try_from(id.checked_sub(1)?).ok()
}
