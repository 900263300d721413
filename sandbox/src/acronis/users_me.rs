//! `GET /users/me`: who is signed in.

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::members::{push_date, push_person, push_uuid};
use super::store::Store;
use crate::Response;
use crate::estate::ids::Space;
use crate::json::{Object, push_string};

const NOTIFICATIONS: [&str; 4] = ["maintenance", "quota", "reports", "backup_error"];

/// An API client has no user of its own, so the answer is the first user of its top tenant.
pub fn handle(call: &Call<'_>, store: &Store) -> Outcome {
    let user = store.users(call.top).into_iter().next().ok_or_else(|| Refusal::new(404, "no such user"))?;
    let (person, no_texts) = (&user.person, <[&str; 0]>::default());
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    push_uuid(&mut object, "id", user.id);
    object.number("version", user.version);
    push_uuid(&mut object, "tenant_id", store.uuid(call.top));
    object.text("login", call.account.login());
    let mut contact = Object::begin(object.key("contact"));
    push_uuid(&mut contact, "id", user.contact_id);
    push_date(&mut contact, "created_at", Some(person.created), person.zone);
    push_date(&mut contact, "updated_at", Some(person.updated), person.zone);
    contact.list("types", no_texts, push_string);
    push_person(&mut contact, person);
    contact.end();
    object.flag("activated", true).flag("enabled", true);
    push_date(&mut object, "created_at", Some(person.created), person.zone);
    push_date(&mut object, "updated_at", Some(person.updated), person.zone);
    object.raw("deleted_at", "null").text("language", &person.language);
    push_uuid(&mut object, "idp_id", store.estate().ids().uuid(Space::Singleton, 2));
    object
        .raw("personal_tenant_id", "null")
        .list("business_types", no_texts, push_string)
        .list("notifications", NOTIFICATIONS, push_string)
        .text("mfa_status", "enabled")
        .text("session_mfa_status", "passed_or_not_required");
    object.end();
    Ok(Response::json(200, out))
}
