//! `/users`: who is signed in. Reference: `GET /users/me`.

use serde::Deserialize;

use super::tenant::TenantId;
use crate::catalogue::acronis;
use crate::request::call;
use crate::uuid::Uuid;

/// A user, as far as the form to sign in needs one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct User {
    /// Unique identifier.
    pub id: Uuid,
    /// The tenant the user belongs to: the top of what they see.
    pub tenant_id: TenantId,
    /// Login name.
    #[serde(default)]
    pub login: String,
}

/// The user who is signed in (`users_me_get`).
#[derive(Clone, Copy, Debug)]
pub struct Me;

call!(Me: acronis::USERS_ME_GET => User);

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    vec![Me.request()]
}
