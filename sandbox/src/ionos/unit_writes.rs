//! Backup units, written: each write is accepted with 202 and carried out later.

use serde_json::Value;

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::ids::Kind;
use super::job::Change;
use super::requests::located;
use super::stamps::Stamps;
use super::units::{may_edit, of_path, unit_json};
use super::validate::Faults;
use super::world::{Unit, World};
use crate::Response;

/// `POST /backupunits`.
pub fn create(call: &Call<'_>, world: &mut World) -> Outcome {
    may_create(call, world)?;
    let mut faults = Faults::default();
    let name = faults.required(call, "name");
    faults.unit_name(&name);
    if world.units.iter().any(|unit| unit.name.eq_ignore_ascii_case(&name)) {
        faults.add("name", &format!("a backup unit with the name '{name}' already exists"));
    }
    let email = checked_email(call, &mut faults);
    faults.finish()?;
    let caller = world.caller(call.account);
    let (id, stamps) = (world.new_id(Kind::Unit), Stamps::new(&caller, call.now));
    world.units.push(Unit { id: id.clone(), name, email, owner: caller.id.clone(), stamps });
    let request = world.begin(&id, Change::Create, &caller, call.account.fault, call.now);
    let unit = world.unit(&id)?;
    Ok(located(call, call.object(202, &unit_json(call, world, unit)), &request))
}

fn may_create(call: &Call<'_>, world: &World) -> Result<(), Refusal> {
    let caller = world.caller(call.account).id;
    let own = world.groups.iter().filter(|group| group.members.contains(&caller));
    if call.account.member && !own.into_iter().any(|group| group.privileges.has("createBackupUnit")) {
        return Err(Refusal::forbidden("this needs the privilege createBackupUnit"));
    }
    Ok(())
}

/// `PUT` and `PATCH /backupunits/{backupunitId}`: what is not sent stays as it is. The answer tells what the
/// unit will be; until the request is done, it is read as it was.
pub fn change(call: &Call<'_>, world: &mut World) -> Outcome {
    let unit = writable(call, world)?;
    let mut faults = Faults::default();
    let name = property(call, "name").and_then(Value::as_str);
    if name.is_some_and(|name| name != unit.name) {
        faults.add("name", "Attribute 'name' is immutable");
    }
    let email = checked_email(call, &mut faults);
    faults.finish()?;
    let (id, caller) = (unit.id.clone(), world.caller(call.account));
    let request = world.begin(&id, Change::Set(email.clone()), &caller, call.account.fault, call.now);
    let unit = world.unit(&id)?;
    let will_be = Unit { email: email.or_else(|| unit.email.clone()), ..unit.clone() };
    Ok(located(call, call.object(202, &unit_json(call, world, &will_be)), &request))
}

/// `DELETE /backupunits/{backupunitId}`.
pub fn delete(call: &Call<'_>, world: &mut World) -> Outcome {
    let id = writable(call, world)?.id.clone();
    let caller = world.caller(call.account);
    let request = world.begin(&id, Change::Delete, &caller, call.account.fault, call.now);
    Ok(located(call, Response::empty(202), &request))
}

fn writable<'a>(call: &Call<'_>, world: &'a World) -> Result<&'a Unit, Refusal> {
    let unit = of_path(call, world)?;
    if !may_edit(call, world, unit) {
        return Err(Refusal::forbidden("this backup unit is shared without the privilege to edit it"));
    }
    world.refuse_busy(&unit.id, call.account.fault)?;
    Ok(unit)
}

/// `PATCH` sends the properties bare, the others send them in `properties`.
fn property<'a>(call: &'a Call<'_>, name: &str) -> Option<&'a Value> {
    match call.route.id {
        "backupunitsPatch" => call.body.get(name),
        _ => call.property(name),
    }
}

fn checked_email(call: &Call<'_>, faults: &mut Faults) -> Option<String> {
    let text = |name: &str| property(call, name).and_then(Value::as_str);
    if text("password").is_some_and(str::is_empty) {
        faults.add("password", "Attribute 'password' must not be empty");
    }
    let email = text("email")?;
    if email.is_empty() {
        faults.add("email", "Attribute 'email' must not be empty");
    }
    faults.email("email", email);
    Some(email.to_owned())
}
