//! The access policies of a tenant and of a user. Reference: `GET /tenants/{tenant_id}/access_policies` (private),
//! `GET /users/{user_id}/access_policies`.

use serde::Deserialize;

use super::access_policy::{AccessPolicy, TrusteeType};
use super::ids::{TenantId, UserId};
use super::tenants::Paging;
use crate::catalogue::acronis;
use crate::decode::Rows;
use crate::request::call;

/// What is granted at a tenant (`tenant_access_policies_get`).
#[derive(Clone, Debug)]
pub struct OfTenant {
    /// The tenant.
    pub tenant: TenantId,
    /// To these alone.
    pub trustee_type: Option<TrusteeType>,
}

/// A list of access policies. Neither operation takes a cursor: what is behind the first page cannot be asked for.
#[derive(Debug, Deserialize)]
pub struct PolicyList {
    /// Where the next page is said to be.
    #[serde(default)]
    pub paging: Option<Paging>,
    /// The policies.
    pub items: Rows<AccessPolicy>,
}

impl PolicyList {
    /// Whether there is more than came.
    pub fn has_more(&self) -> bool {
        self.paging.as_ref().is_some_and(|paging| paging.cursors.after.is_some())
    }
}

call!(OfTenant: acronis::TENANT_ACCESS_POLICIES_GET => PolicyList, |call, to| {
    to([&call.tenant.to_string()]).maybe("trusteeType", call.trustee_type.as_ref().map(TrusteeType::as_str))
});

/// What a user is granted (`user_access_policies_get`).
#[derive(Clone, Copy, Debug)]
pub struct OfUser {
    /// The user.
    pub user: UserId,
    /// Also through security groups.
    pub with_groups: bool,
}

call!(OfUser: acronis::USER_ACCESS_POLICIES_GET => PolicyList, |call, to| {
    to([&call.user.to_string()]).flag("includeUserGroupPolicies", call.with_groups)
});

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    use crate::uuid::Uuid;
    vec![
        OfTenant { tenant: TenantId(Uuid(7)), trustee_type: Some(TrusteeType::UserGroup) }.request(),
        OfUser { user: UserId(Uuid(8)), with_groups: true }.request(),
    ]
}
