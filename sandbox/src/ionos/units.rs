//! Reading backup units.

use serde_json::{Value, json};

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::faults::{BIRTH_S, Fault};
use super::shape::put;
use super::world::{Unit, World};

/// `GET /backupunits`.
pub fn list(call: &Call<'_>, world: &World) -> Outcome {
    let ghosts = world.ghosts.iter().filter(|(_, until)| call.now < *until).map(|(unit, _)| unit);
    let seen = world.units.iter().filter(|unit| may_see(call, world, unit)).chain(ghosts);
    let mut items: Vec<Value> = match call.depth() {
        0 => seen.map(|unit| reference(call, unit)).collect(),
        _ => seen.map(|unit| unit_json(call, world, unit)).collect(),
    };
    let third = items.get_mut(2).and_then(Value::as_object_mut);
    if let Some(item) = third.filter(|_| call.account.fault == Fault::BadItems) {
        item.remove("properties");
    }
    let href = format!("{}/backupunits", call.base);
    Ok(call.json(200, &json!({ "id": "backupunits", "type": "collection", "href": href, "items": items })))
}

/// `GET /backupunits/{backupunitId}`.
pub fn read(call: &Call<'_>, world: &mut World) -> Outcome {
    let unit = of_path(call, world)?;
    let answer = call.object(200, &unit_json(call, world, unit));
    let id = unit.id.clone();
    if call.account.fault == Fault::Gone {
        world.remove_unit(&id);
    }
    Ok(answer)
}

/// The unit that the path names; one that may not be seen is not there.
pub fn of_path<'a>(call: &Call<'_>, world: &'a World) -> Result<&'a Unit, Refusal> {
    let unit = world.unit(call.path_text("backupunitId"))?;
    if may_see(call, world, unit) { Ok(unit) } else { Err(Refusal::missing()) }
}

fn may_see(call: &Call<'_>, world: &World, unit: &Unit) -> bool {
    if call.account.fault == Fault::Late && call.now.0 < unit.stamps.created.0 + BIRTH_S {
        return false;
    }
    !call.account.member || is_own(call, world, unit) || shares_of(call, world, unit).next().is_some()
}

/// Whether the caller may change the unit.
pub fn may_edit(call: &Call<'_>, world: &World, unit: &Unit) -> bool {
    !call.account.member || is_own(call, world, unit) || shares_of(call, world, unit).any(|edit| edit)
}

fn is_own(call: &Call<'_>, world: &World, unit: &Unit) -> bool {
    unit.owner == world.caller(call.account).id
}

/// Whether it may be edited, for each of the caller's groups that it is shared with.
fn shares_of<'a>(call: &Call<'_>, world: &'a World, unit: &'a Unit) -> impl Iterator<Item = bool> + 'a {
    let caller = world.caller(call.account).id;
    let groups = world.groups.iter().filter(move |group| group.members.contains(&caller));
    groups.flat_map(|group| &group.shares).filter(|share| share.resource == unit.id).map(|share| share.edit)
}

/// The least that is a unit by the contract: its schema wants properties, and in them the name.
fn reference(call: &Call<'_>, unit: &Unit) -> Value {
    json!({
        "id": unit.id,
        "type": "backupunit",
        "href": format!("{}/backupunits/{}", call.base, unit.id),
        "properties": { "name": unit.name },
    })
}

/// A unit as it is now.
pub fn unit_json(call: &Call<'_>, world: &World, unit: &Unit) -> Value {
    let mut metadata = unit.stamps.metadata(&unit.id);
    put(&mut metadata, "state", world.state_of(&unit.id));
    let mut properties = json!({ "name": unit.name });
    if let Some(email) = &unit.email {
        put(&mut properties, "email", email.as_str());
    }
    json!({
        "id": unit.id,
        "type": "backupunit",
        "href": format!("{}/backupunits/{}", call.base, unit.id),
        "metadata": metadata,
        "properties": properties,
    })
}
