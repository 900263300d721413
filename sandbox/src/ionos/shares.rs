//! Which resources a group may use, and what it may do with them.

use serde_json::{Value, json};

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::faults::Fault;
use super::shape::put;
use super::world::{Group, Share, World};
use crate::Response;

/// `GET /um/groups/{groupId}/shares`.
pub fn list(call: &Call<'_>, world: &World) -> Outcome {
    let group = world.group(call.path_text("groupId"))?;
    let properties = call.depth() > 0;
    let items = group.shares.iter().filter(|share| !world.is_late(&group.id, &share.resource));
    let items: Vec<Value> = items.map(|share| share_json(call, group, share, properties)).collect();
    let path = format!("um/groups/{}/shares", group.id);
    let href = format!("{}/{path}", call.base);
    Ok(call.json(200, &json!({ "id": path, "type": "collection", "href": href, "items": items })))
}

/// `GET /um/groups/{groupId}/shares/{resourceId}`.
pub fn read(call: &Call<'_>, world: &World) -> Outcome {
    if world.is_late(call.path_text("groupId"), call.path_text("resourceId")) {
        return Err(Refusal::missing());
    }
    answer(call, world, 200)
}

/// `POST …`: what is not sent is not allowed.
pub fn add(call: &Call<'_>, world: &mut World) -> Outcome {
    let resource = call.path_text("resourceId").to_owned();
    world.group(call.path_text("groupId"))?;
    if !world.has_resource(&resource) {
        return Err(Refusal::missing());
    }
    let (edit, share) = (flag(call, "editPrivilege"), flag(call, "sharePrivilege"));
    let shares = &mut world.group_mut(call.path_text("groupId"))?.shares;
    if shares.iter().any(|one| one.resource == resource) {
        return Err(Refusal::new(422, "the resource is shared with this group already"));
    }
    let late = (call.account.fault == Fault::LateShares).then(|| resource.clone());
    shares.push(Share { resource, edit: edit.unwrap_or(false), share: share.unwrap_or(false) });
    if let Some(resource) = late {
        world.delay(call.path_text("groupId"), &resource);
    }
    answer(call, world, 202)
}

/// `PUT …`: what is not sent stays. "With an empty body, no updates are performed, and the current share
/// permissions for the group are returned with response code 200."
pub fn change(call: &Call<'_>, world: &mut World) -> Outcome {
    let (edit, share) = (flag(call, "editPrivilege"), flag(call, "sharePrivilege"));
    let resource = call.path_text("resourceId");
    let shares = &mut world.group_mut(call.path_text("groupId"))?.shares;
    let found = shares.iter_mut().find(|one| one.resource == resource).ok_or_else(Refusal::missing)?;
    if edit.is_none() && share.is_none() {
        return answer(call, world, 200);
    }
    found.edit = edit.unwrap_or(found.edit);
    found.share = share.unwrap_or(found.share);
    answer(call, world, 202)
}

/// `DELETE …`.
pub fn remove(call: &Call<'_>, world: &mut World) -> Outcome {
    let resource = call.path_text("resourceId");
    let shares = &mut world.group_mut(call.path_text("groupId"))?.shares;
    if !shares.iter().any(|one| one.resource == resource) {
        return Err(Refusal::missing());
    }
    shares.retain(|one| one.resource != resource);
    Ok(Response::empty(202))
}

fn answer(call: &Call<'_>, world: &World, status: u16) -> Outcome {
    let group = world.group(call.path_text("groupId"))?;
    let resource = call.path_text("resourceId");
    let found = group.shares.iter().find(|one| one.resource == resource).ok_or_else(Refusal::missing)?;
    Ok(call.json(status, &share_json(call, group, found, true)))
}

fn share_json(call: &Call<'_>, group: &Group, share: &Share, properties: bool) -> Value {
    let id = &share.resource;
    let href = format!("{}/um/groups/{}/shares/{id}", call.base, group.id);
    let mut out = json!({ "id": id, "type": "resource", "href": href });
    if properties {
        put(&mut out, "properties", json!({ "editPrivilege": share.edit, "sharePrivilege": share.share }));
    }
    out
}

fn flag(call: &Call<'_>, name: &str) -> Option<bool> {
    call.property(name).and_then(Value::as_bool)
}
