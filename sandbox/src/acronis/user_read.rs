//! `GET /users/{user_id}`: one user.

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::members::{push_date, push_person, push_uuid};
use super::store::Store;
use crate::Response;
use crate::estate::ids::{Space, Uuid};
use crate::estate::people::User;
use crate::json::{Object, push_string};

const NOTIFICATIONS: [&str; 4] = ["maintenance", "quota", "reports", "backup_error"];

/// A user of a tenant that the caller may see.
pub fn handle(call: &Call<'_>, store: &Store) -> Outcome {
    let no_user = || Refusal::new(404, "no such user");
    let id = Uuid::parse(call.path_text("user_id")).ok_or_else(no_user)?;
    let user = store.find_user(id).filter(|user| user.deleted.is_none()).ok_or_else(no_user)?;
    if !call.may_see(store, user.tenant) {
        return Err(Refusal::denied());
    }
    Ok(answer(store, &user, &user.login))
}

/// The user as JSON, under this login.
pub fn answer(store: &Store, user: &User, login: &str) -> Response {
    let (person, no_texts) = (&user.person, <[&str; 0]>::default());
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    push_uuid(&mut object, "id", user.id);
    object.number("version", user.version);
    push_uuid(&mut object, "tenant_id", store.uuid(user.tenant));
    object.text("login", login);
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
    Response::json(200, out)
}
