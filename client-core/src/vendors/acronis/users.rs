//! `/users`: who is signed in. Reference: `GET /users/me`.

use serde::Deserialize;

use super::tenant::TenantId;
use crate::catalogue::acronis;
use crate::decode::lenient;
use crate::request::call;
use crate::uuid::Uuid;

/// A user, as far as the form to sign in needs one: nothing else of the answer can fail it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct User {
    /// The tenant the user belongs to: the top of what they see.
    pub tenant_id: TenantId,
    /// Login name.
    #[serde(default, deserialize_with = "lenient::option")]
    pub login: Option<String>,
}

/// The user who is signed in (`users_me_get`). The token of an API client may have none.
#[derive(Clone, Copy, Debug)]
pub struct Me;

call!(Me: acronis::USERS_ME_GET => User);

/// One user (`user_read`).
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// Which.
    pub id: Uuid,
}

call!(Read: acronis::USER_READ => User, |call, to| to([&call.id.to_string()]));

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    vec![Me.request(), Read { id: Uuid(7) }.request()]
}
