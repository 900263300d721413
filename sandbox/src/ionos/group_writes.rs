//! Groups, written.

use super::call::Call;
use super::errors::Outcome;
use super::ids::Kind;
use super::privileges::Privileges;
use super::shape::{Node, object};
use super::validate::Faults;
use super::world::{Group, World};
use crate::Response;

/// `POST /um/groups`.
pub fn create(call: &Call<'_>, world: &mut World) -> Outcome {
    let (name, privileges) = read(call)?;
    let id = world.new_id(Kind::Group);
    let group = Group { id: id.clone(), name, privileges, members: Vec::new(), shares: Vec::new() };
    world.groups.push(group);
    let group = world.group(&id)?;
    Ok(call.object(202, &object(call, world, Node::Group(group))))
}

/// `PUT /um/groups/{groupId}`: the name and all privileges; one that is not sent is taken away. Members and
/// shares stay.
pub fn change(call: &Call<'_>, world: &mut World) -> Outcome {
    let id = call.path_text("groupId");
    world.group(id)?;
    let (name, privileges) = read(call)?;
    let group = world.group_mut(id)?;
    (group.name, group.privileges) = (name, privileges);
    let group = world.group(id)?;
    Ok(call.object(202, &object(call, world, Node::Group(group))))
}

/// `DELETE /um/groups/{groupId}`.
pub fn delete(call: &Call<'_>, world: &mut World) -> Outcome {
    let id = world.group(call.path_text("groupId"))?.id.clone();
    world.groups.retain(|group| group.id != id);
    Ok(Response::empty(202))
}

fn read(call: &Call<'_>) -> Result<(String, Privileges), super::errors::Refusal> {
    let mut faults = Faults::default();
    let name = faults.required(call, "name");
    faults.finish()?;
    Ok((name, Privileges::of_properties(call.body.get("properties"))))
}
