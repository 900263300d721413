//! Writing users. Unlike writes of backup units, these are carried out before they are answered.

use serde_json::Value;

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::ids::{Kind, digits};
use super::shape::{Node, object};
use super::stamps::Stamps;
use super::validate::Faults;
use super::world::{User, World};
use crate::Response;
use crate::random::hash_text;

/// What a body says about a person.
struct Fields {
    first: String,
    last: String,
    email: String,
}

/// `POST /um/users`.
pub fn create(call: &Call<'_>, world: &mut World) -> Outcome {
    let mut faults = Faults::default();
    let fields = read(call, world, None, &mut faults);
    if call.property("password").is_none() {
        faults.add("password", "Attribute 'password' is required");
    }
    faults.finish()?;
    let (id, caller) = (world.new_id(Kind::User), world.caller(call.account));
    world.users.push(User {
        first: fields.first,
        last: fields.last,
        email: fields.email,
        administrator: flag(call, "administrator", false),
        force_sec_auth: flag(call, "forceSecAuth", false),
        sec_auth_active: flag(call, "secAuthActive", false),
        active: flag(call, "active", true),
        s3_id: digits(hash_text(&id), Kind::User, 0),
        last_login: None,
        stamps: Stamps::new(&caller, call.now),
        id: id.clone(),
    });
    let user = world.user(&id)?;
    Ok(call.object(202, &object(call, world, Node::User(user))))
}

/// `PUT /um/users/{userId}`: the whole user; a flag that is not sent is false, except for `active`.
pub fn change(call: &Call<'_>, world: &mut World) -> Outcome {
    let id = world.user(call.path_text("userId"))?.id.clone();
    let mut faults = Faults::default();
    let fields = read(call, world, Some(&id), &mut faults);
    let caller = world.caller(call.account);
    let is_own = id == caller.id;
    if is_own && !flag(call, "active", true) {
        faults.add("active", "you cannot block yourself");
    }
    if is_own && !flag(call, "administrator", false) {
        faults.add("administrator", "you cannot take your own administrator rights");
    }
    // The caller is found by the address of the sign-in, so the address cannot change.
    if is_own && fields.email != caller.email {
        faults.add("email", "you cannot change the address that you are signed in with");
    }
    faults.finish()?;
    let user = world.users.iter_mut().find(|user| user.id == id).ok_or_else(Refusal::missing)?;
    (user.first, user.last, user.email) = (fields.first, fields.last, fields.email);
    user.administrator = flag(call, "administrator", false);
    user.force_sec_auth = flag(call, "forceSecAuth", false);
    user.sec_auth_active = flag(call, "secAuthActive", false);
    user.active = flag(call, "active", user.active);
    user.stamps.touch(&caller, call.now);
    let user = world.user(&id)?;
    Ok(call.object(202, &object(call, world, Node::User(user))))
}

/// `DELETE /um/users/{userId}`: from their groups too; what they owned falls to the caller.
pub fn delete(call: &Call<'_>, world: &mut World) -> Outcome {
    let id = world.user(call.path_text("userId"))?.id.clone();
    let caller = world.caller(call.account);
    if id == caller.id {
        return Err(Refusal::new(422, "you cannot delete yourself"));
    }
    world.users.retain(|user| user.id != id);
    for group in &mut world.groups {
        group.members.retain(|member| *member != id);
    }
    let owners = world.resources.iter_mut().map(|one| &mut one.owner);
    for owner in owners.chain(world.units.iter_mut().map(|one| &mut one.owner)).filter(|one| **one == id) {
        owner.clone_from(&caller.id);
    }
    Ok(Response::empty(202))
}

fn read(call: &Call<'_>, world: &World, own: Option<&str>, faults: &mut Faults) -> Fields {
    let (first, last) = (faults.required(call, "firstname"), faults.required(call, "lastname"));
    let email = faults.required(call, "email");
    faults.email("email", &email);
    faults.password(call);
    let taken = |user: &User| user.email.eq_ignore_ascii_case(&email) && Some(user.id.as_str()) != own;
    if world.users.iter().any(taken) {
        faults.add("email", &format!("a user with the e-mail address '{email}' already exists"));
    }
    Fields { first, last, email }
}

fn flag(call: &Call<'_>, name: &str, default: bool) -> bool {
    call.property(name).and_then(Value::as_bool).unwrap_or(default)
}
