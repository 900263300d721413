//! `GET /tenants/{tenant_id}/children`: the ids of a tenant's children.

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::store::Store;
use crate::Response;
use crate::estate::Number;
use crate::json::{Object, push_string};

/// Answers with all of them; there are no pages.
pub fn handle(call: &Call<'_>, store: &Store) -> Outcome {
    let number = call.path_tenant(store, "tenant_id")?;
    if call.forbidden_top(store) == Some(number) {
        return Err(Refusal::denied());
    }
    let wanted = |child: &Number| call.flag("allow_deleted") || !store.is_deleted(*child);
    let children: Vec<Number> = store.children(number).filter(wanted).collect();
    let ordered = order(call, store, children)?;
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", ordered, |out, child| {
        push_string(out, &store.uuid(child).to_string());
    });
    object.end();
    Ok(Response::json(200, out))
}

fn order(call: &Call<'_>, store: &Store, mut children: Vec<Number>) -> Result<Vec<Number>, Refusal> {
    let order = call.value("order").unwrap_or("name");
    let (order, reverse) = order.strip_prefix('-').map_or((order, false), |order| (order, true));
    match order {
        "as_is" => {}
        "name" => children.sort_by_cached_key(|&child| store.name(child).to_lowercase()),
        "status" => children.sort_by_key(|&child| !store.enabled(child)),
        // Usages are not simulated: as they are.
        _ if order.starts_with("usage.") => {}
        _ => {
            return Err(Refusal::bad_request("query order: not one of as_is, name, status, usage.*"));
        }
    }
    if reverse {
        children.reverse();
    }
    Ok(children)
}
