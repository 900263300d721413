//! Reading users.

use serde_json::{Value, json};

use super::call::Call;
use super::errors::Outcome;
use super::faults::Fault;
use super::habits::SMALL;
use super::shape::{Collection, Node, collection, object, put};
use super::world::World;

/// `GET /um/users`, page by page.
pub fn list(call: &Call<'_>, world: &World) -> Outcome {
    let (offset, limit) = match (call.account.fault, call.number("offset", 0), call.number("limit", 100)) {
        (Fault::SameRows, _, limit) => (0, limit.min(SMALL)),
        (Fault::SlowPages, offset, limit) => (offset, limit.min(SMALL)),
        (_, offset, limit) => (offset, limit),
    };
    let nodes = world.users.iter().skip(offset).take(limit).map(Node::User).collect();
    let mut body = collection(call, world, &Collection { path: "um/users".to_owned(), nodes });
    put(&mut body, "offset", offset);
    put(&mut body, "limit", limit);
    put(&mut body, "_links", links(call, offset, limit, world.users.len()));
    Ok(call.json(200, &body))
}

fn links(call: &Call<'_>, offset: usize, limit: usize, all: usize) -> Value {
    let depth = call.depth();
    let page = |offset: usize| format!("{}/um/users?offset={offset}&limit={limit}&depth={depth}", call.base);
    let mut links = json!({ "self": page(offset) });
    if offset > 0 {
        put(&mut links, "prev", page(offset.saturating_sub(limit)));
    }
    let next = offset.saturating_add(limit);
    if next < all || matches!(call.account.fault, Fault::SameRows | Fault::SlowPages) {
        put(&mut links, "next", page(next));
    }
    links
}

/// `GET /um/users/{userId}`.
pub fn read(call: &Call<'_>, world: &World) -> Outcome {
    let user = world.user(call.path_text("userId"))?;
    Ok(call.object(200, &object(call, world, Node::User(user))))
}

/// `GET /um/users/{userId}/groups`: the groups that the user is in.
pub fn groups(call: &Call<'_>, world: &World) -> Outcome {
    let id = &world.user(call.path_text("userId"))?.id;
    let found = Collection { path: format!("um/users/{id}/groups"), nodes: world.groups_of(id) };
    Ok(call.json(200, &collection(call, world, &found)))
}

/// `GET /um/users/{userId}/owns`.
pub fn owns(call: &Call<'_>, world: &World) -> Outcome {
    let id = &world.user(call.path_text("userId"))?.id;
    let found = Collection { path: format!("um/users/{id}/owns"), nodes: world.owned_by(id) };
    Ok(call.json(200, &collection(call, world, &found)))
}
