//! Reading groups.

use super::call::Call;
use super::errors::Outcome;
use super::shape::{Collection, Node, collection, object};
use super::world::World;

/// `GET /um/groups`.
pub fn list(call: &Call<'_>, world: &World) -> Outcome {
    let nodes = world.groups.iter().map(Node::Group).collect();
    Ok(call.json(200, &collection(call, world, &Collection { path: "um/groups".to_owned(), nodes })))
}

/// `GET /um/groups/{groupId}`.
pub fn read(call: &Call<'_>, world: &World) -> Outcome {
    let group = world.group(call.path_text("groupId"))?;
    Ok(call.object(200, &object(call, world, Node::Group(group))))
}

/// `GET /um/groups/{groupId}/resources`.
pub fn resources(call: &Call<'_>, world: &World) -> Outcome {
    let group = world.group(call.path_text("groupId"))?;
    let path = format!("um/groups/{}/resources", group.id);
    Ok(call.json(200, &collection(call, world, &Collection { path, nodes: world.shared_with(group) })))
}
