//! `GET /tenants/{tenant_id}/children`: the ids of a tenant's children.

use super::Outcome;
use super::call::Call;
use super::errors::Refusal;
use crate::Response;
use crate::estate::Number;
use crate::json::{Object, push_string};

/// Answers with all of them; there are no pages.
pub fn handle(call: &Call<'_>) -> Outcome {
    let number = call.path_tenant("tenant_id")?;
    if call.forbidden_top() == Some(number) {
        return Err(Refusal::denied());
    }
    let estate = call.estate();
    let wanted = |child: &Number| {
        call.flag("allow_deleted") || estate.record(*child).is_some_and(|record| !record.deleted)
    };
    let children: Vec<Number> = estate.children(number).filter(wanted).collect();
    let ordered = order(call, children)?;
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", ordered, |out, child| {
        push_string(out, &estate.uuid(child).to_string());
    });
    object.end();
    Ok(Response::json(200, out))
}

fn order(call: &Call<'_>, mut children: Vec<Number>) -> Result<Vec<Number>, Refusal> {
    let estate = call.estate();
    let order = call.value("order").unwrap_or("name");
    let (order, reverse) = order.strip_prefix('-').map_or((order, false), |order| (order, true));
    match order {
        "as_is" => {}
        "name" => children.sort_by_cached_key(|&child| estate.name(child).to_lowercase()),
        "status" => children.sort_by_key(|&child| !estate.enabled(child)),
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
