//! `GET /users/{user_id}`: one user.

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::store::Store;
use super::user_json::{Lod, push};
use crate::Response;
use crate::estate::ids::Uuid;
use crate::estate::people::User;

/// A user of a tenant that the caller may see.
pub fn handle(call: &Call<'_>, store: &Store) -> Outcome {
    let user = of_path(call, store)?;
    if user.deleted.is_some() && !call.flag("allow_deleted") {
        return Err(missing());
    }
    Ok(answer(call, store, &user))
}

/// The user that the path names, deleted or not.
pub fn of_path(call: &Call<'_>, store: &Store) -> Result<User, Refusal> {
    let id = Uuid::parse(call.path_text("user_id")).ok_or_else(missing)?;
    let user = store.find_user(id).ok_or_else(missing)?;
    if !call.may_see(store, user.tenant) {
        return Err(Refusal::denied());
    }
    Ok(user)
}

/// There is no such user.
pub fn missing() -> Refusal {
    Refusal::new(404, "no such user")
}

/// The user as JSON.
pub fn answer(call: &Call<'_>, store: &Store, user: &User) -> Response {
    let mut out = String::new();
    push(call, store, user, Lod::Full, false, &mut out);
    Response::json(200, out)
}
