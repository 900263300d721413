//! Everything that can be owned and shared.

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::shape::{Collection, Node, collection, object};
use super::world::World;

/// The types that the reference lists.
pub const TYPES: [&str; 7] = ["datacenter", "snapshot", "image", "ipblock", "pcc", "backupunit", "k8s"];

/// `GET /um/resources`.
pub fn list(call: &Call<'_>, world: &World) -> Outcome {
    let all = Collection { path: "um/resources".to_owned(), nodes: world.all_resources() };
    Ok(call.json(200, &collection(call, world, &all)))
}

/// `GET /um/resources/{resourceType}`.
pub fn of_type(call: &Call<'_>, world: &World) -> Outcome {
    let (path, nodes) = found(call, world)?;
    Ok(call.json(200, &collection(call, world, &Collection { path, nodes })))
}

/// `GET /um/resources/{resourceType}/{resourceId}`.
pub fn read(call: &Call<'_>, world: &World) -> Outcome {
    let (_, nodes) = found(call, world)?;
    let id = call.path_text("resourceId");
    let node = nodes.into_iter().find(|node| node.id() == id).ok_or_else(Refusal::missing)?;
    Ok(call.object(200, &object(call, world, node)))
}

fn found<'a>(call: &Call<'_>, world: &'a World) -> Result<(String, Vec<Node<'a>>), Refusal> {
    let kind = call.path_text("resourceType");
    if !TYPES.contains(&kind) {
        return Err(Refusal::missing());
    }
    let nodes = world.all_resources().into_iter().filter(|node| node.kind() == kind).collect();
    Ok((format!("um/resources/{kind}"), nodes))
}
