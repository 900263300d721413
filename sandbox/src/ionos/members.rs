//! Who is in a group.

use serde_json::Value;

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::faults::Fault;
use super::shape::{Collection, Node, collection, object};
use super::world::World;
use crate::Response;

/// `GET /um/groups/{groupId}/users`.
pub fn list(call: &Call<'_>, world: &World) -> Outcome {
    let group = world.group(call.path_text("groupId"))?;
    let path = format!("um/groups/{}/users", group.id);
    Ok(call.json(200, &collection(call, world, &Collection { path, nodes: world.members_of(group) })))
}

/// `POST /um/groups/{groupId}/users`: who is in it already stays in it.
pub fn add(call: &Call<'_>, world: &mut World) -> Outcome {
    let group = world.group(call.path_text("groupId"))?.id.clone();
    let wanted = call.body.get("id").and_then(Value::as_str);
    let wanted = wanted.ok_or_else(|| Refusal::new(422, "[(root).id] Attribute 'id' is required"))?;
    let id = world
        .user(wanted)
        .map_err(|_| Refusal::new(422, "[(root).id] no user of this contract has this id"))?
        .id
        .clone();
    let members = &mut world.group_mut(&group)?.members;
    if !members.contains(&id) {
        members.push(id.clone());
        if call.account.fault == Fault::LateShares {
            world.delay(&group, &id);
        }
    }
    let user = world.user(&id)?;
    Ok(call.object(202, &object(call, world, Node::User(user))))
}

/// `DELETE /um/groups/{groupId}/users/{userId}`.
pub fn remove(call: &Call<'_>, world: &mut World) -> Outcome {
    let user = call.path_text("userId");
    let members = &mut world.group_mut(call.path_text("groupId"))?.members;
    if !members.iter().any(|member| member == user) {
        return Err(Refusal::missing());
    }
    members.retain(|member| member != user);
    Ok(Response::empty(202))
}
