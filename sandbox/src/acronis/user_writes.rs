//! Writing users: `POST /users`, `PUT` and `DELETE /users/{user_id}`, restoring, the second factor, the activation e-mail;
//! and `GET /users/check_login`, which says whether a login is taken.

use serde_json::Value;

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::faults::Fault;
use super::store::{Refused, Store};
use super::user_json::login_of;
use super::user_read::{answer, missing, of_path};
use crate::Response;
use crate::estate::ids::Uuid;
use crate::estate::people::User;

/// `POST /users`.
pub fn create(call: &Call<'_>, store: &mut Store) -> Outcome {
    let tenant = text(call, "tenant_id").and_then(Uuid::parse).ok_or_else(Refusal::no_tenant)?;
    let tenant = call.tenant(store, tenant)?;
    let login = text(call, "login").filter(|login| is_login(login));
    let login = login.ok_or_else(|| Refusal::bad_request("login: required"))?;
    check_contact(call)?;
    if is_taken(call, store, login, None) {
        return Err(Refusal::conflict("user with specified login already exists in same tenant"));
    }
    let id = store.insert_user(tenant, login, call.now).map_err(refused)?;
    store.update_user(id, call.now, |user| apply(call, user)).map_err(refused)?;
    written(call, store, id)
}

/// `PUT /users/{user_id}`: what is not sent stays.
pub fn update(call: &Call<'_>, store: &mut Store) -> Outcome {
    let user = living(call, store)?;
    check_version(&user, call.body.get("version").and_then(Value::as_u64))?;
    check_contact(call)?;
    if let Some(login) = text(call, "login") {
        if !is_login(login) {
            return Err(Refusal::bad_request("login: not acceptable"));
        }
        if is_taken(call, store, login, Some(user.id)) {
            return Err(Refusal::conflict("user with specified login already exists in same tenant"));
        }
    }
    store.update_user(user.id, call.now, |user| apply(call, user)).map_err(refused)?;
    written(call, store, user.id)
}

/// `DELETE /users/{user_id}`.
pub fn delete(call: &Call<'_>, store: &mut Store) -> Outcome {
    let user = living(call, store)?;
    check_version(&user, call.value("version").and_then(|text| text.parse().ok()))?;
    if login_of(call, store, &user) == call.account.login() {
        return Err(Refusal::new(403, "users cannot delete themselves"));
    }
    store.mark_user_deleted(user.id, call.now).map_err(refused)?;
    Ok(Response::empty(204))
}

/// `POST /users/{user_id}/restore`.
pub fn restore(call: &Call<'_>, store: &mut Store) -> Outcome {
    let user = of_path(call, store)?;
    if user.deleted.is_none() {
        return Err(Refusal::conflict("the user is not deleted"));
    }
    let is_taken = is_taken(call, store, &user.login, Some(user.id));
    if is_taken && !call.flag("force") {
        return Err(Refusal::conflict("user with specified login already exists in same tenant"));
    }
    store.restore_user(user.id, call.now, call.flag("enable")).map_err(refused)?;
    if is_taken {
        let postfix = |user: &mut User| user.login.push_str("_restored");
        store.update_user(user.id, call.now, postfix).map_err(refused)?;
    }
    Ok(Response::empty(204))
}

/// `POST /users/{user_id}/send-activation-email`: no e-mail leaves the sandbox.
pub fn send_activation(call: &Call<'_>, store: &Store) -> Outcome {
    living(call, store)?;
    Ok(Response::empty(204))
}

/// `PUT /users/{user_id}/mfa/status`.
pub fn set_mfa(call: &Call<'_>, store: &mut Store) -> Outcome {
    let user = living(call, store)?;
    let on = call.body.get("enabled").and_then(Value::as_bool) == Some(true);
    let status = match (on, user.mfa_status.as_ref()) {
        (true, "enabled") => "enabled",
        (true, _) => "setup_required",
        (false, _) => "disabled",
    };
    store.update_user(user.id, call.now, |user| user.mfa_status = status.into()).map_err(refused)?;
    Ok(Response::empty(200))
}

/// `DELETE /users/{user_id}/totp/reset`: who has a second factor has to set it up anew.
pub fn reset_totp(call: &Call<'_>, store: &mut Store) -> Outcome {
    let user = living(call, store)?;
    let change = |user: &mut User| {
        if user.mfa_status == "enabled" {
            user.mfa_status = "setup_required".into();
        }
    };
    store.update_user(user.id, call.now, change).map_err(refused)?;
    Ok(Response::empty(204))
}

/// `GET /users/check_login`.
pub fn check_login(call: &Call<'_>, store: &Store) -> Outcome {
    let login = call.value("username").unwrap_or_default();
    if !is_login(login) {
        return Err(Refusal::new(406, "the login is not acceptable"));
    }
    match is_taken(call, store, login, None) {
        true => Err(Refusal::conflict("the login is taken")),
        false => Ok(Response::empty(204)),
    }
}

fn living(call: &Call<'_>, store: &Store) -> Result<User, Refusal> {
    of_path(call, store).and_then(|user| if user.deleted.is_some() { Err(missing()) } else { Ok(user) })
}

fn check_version(user: &User, version: Option<u64>) -> Result<(), Refusal> {
    match version == Some(user.version) {
        true => Ok(()),
        false => {
            Err(Refusal::conflict("entity version mismatch, probably entity was updated in another session"))
        }
    }
}

fn is_login(login: &str) -> bool {
    !login.is_empty() && login.len() <= 100 && !login.contains(char::is_whitespace)
}

/// However it is capitalised, anywhere in the estate.
fn is_taken(call: &Call<'_>, store: &Store, login: &str, except: Option<Uuid>) -> bool {
    let own = call.account.login();
    let me = store.users(call.top).into_iter().next().map(|user| user.id);
    let is_own = own.eq_ignore_ascii_case(login) && call.account.has_user() && me != except;
    let is_it = |user: &User| Some(user.id) != except && user.login.eq_ignore_ascii_case(login);
    is_own || (0..store.size()).any(|tenant| store.users(tenant).iter().any(is_it))
}

fn text<'a>(call: &'a Call<'_>, name: &str) -> Option<&'a str> {
    call.body.get(name).and_then(Value::as_str)
}

fn check_contact(call: &Call<'_>) -> Result<(), Refusal> {
    let email = call.body.pointer("/contact/email").and_then(Value::as_str);
    let is_one = |email: &str| {
        let parts = email.split_once('@');
        parts.is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.') && !domain.contains('@'))
    };
    match email.is_none_or(is_one) {
        true => Ok(()),
        false => Err(Refusal::bad_request("Field validation for 'email' failed on the 'email' tag")),
    }
}

fn apply(call: &Call<'_>, user: &mut User) {
    if let Some(login) = text(call, "login") {
        login.clone_into(&mut user.login);
    }
    if let Some(language) = text(call, "language") {
        user.language = language.to_owned().into();
    }
    if let Some(enabled) = call.body.get("enabled").and_then(Value::as_bool) {
        user.enabled = enabled;
    }
    if let Some(words) = call.body.get("notifications").and_then(Value::as_array) {
        let words = words.iter().filter_map(Value::as_str);
        user.notifications = words.map(|word| word.to_owned().into()).collect();
    }
    for (name, value) in call.body.get("contact").and_then(Value::as_object).into_iter().flatten() {
        user.person.set(name, value.as_str().unwrap_or_default());
    }
}

fn written(call: &Call<'_>, store: &Store, id: Uuid) -> Outcome {
    let user = store.find_user(id).ok_or_else(missing)?;
    let lost = call.account.fault == Fault::PutLost;
    // The head leaves, the body does not: without a head, browsers send the request a second time.
    Ok(Response { cut_after: lost.then_some(0), ..answer(call, store, &user) })
}

fn refused(why: Refused) -> Refusal {
    match why {
        Refused::Missing | Refused::Deleted => missing(),
        Refused::BelowItself => Refusal::internal("a user has nothing below it"),
    }
}
