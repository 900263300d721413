//! `GET /users/me`: who is signed in.

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::faults::Fault;
use super::store::Store;
use super::user_read;

/// An API client has no user of its own, so the answer is the first user of its top tenant; the clients that are
/// meant to have none get a refusal.
pub fn handle(call: &Call<'_>, store: &Store) -> Outcome {
    match call.account.fault {
        Fault::NoUser => return Err(Refusal::unauthorized("an API client is no user")),
        Fault::Nobody => return Err(Refusal::new(404, "no such user")),
        _ => {}
    }
    let user = store.users(call.top).into_iter().next().ok_or_else(|| Refusal::new(404, "no such user"))?;
    Ok(user_read::answer(call, store, &user))
}
