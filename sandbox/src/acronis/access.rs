//! Access policies: `GET /tenants/{tenant_id}/access_policies`, `GET /users/{user_id}/access_policies`.

use super::call::Call;
use super::errors::Outcome;
use super::policies::{Policy, granted_at, of_groups, policies_of_user, push};
use super::security_groups;
use super::store::Store;
use super::user_read::{missing, of_path};
use crate::Response;
use crate::json::Object;

/// `GET /tenants/{tenant_id}/access_policies`: those that are granted at the tenant itself.
pub fn of_tenant(call: &Call<'_>, store: &Store) -> Outcome {
    let tenant = call.path_tenant(store, "tenant_id")?;
    let own_client = (tenant == call.top).then_some(call.account.client_id);
    let mut policies = granted_at(store, tenant, own_client);
    if let Some(kind) = call.value("trusteeType") {
        policies.retain(|one| one.trustee_type == kind);
    }
    Ok(list(call, store, policies))
}

/// `GET /users/{user_id}/access_policies`.
pub fn of_user(call: &Call<'_>, store: &Store) -> Outcome {
    let user = of_path(call, store)?;
    if user.deleted.is_some() {
        return Err(missing());
    }
    let mut policies = policies_of_user(store, &user);
    if call.flag("includeUserGroupPolicies") {
        let groups = security_groups::all(store);
        let is_member = |group: &security_groups::Group| group.members.contains(&user.id);
        let of_group = |group: security_groups::Group| of_groups(store, group.tenant);
        policies.extend(groups.into_iter().filter(is_member).flat_map(of_group));
    }
    Ok(list(call, store, policies))
}

fn list(call: &Call<'_>, store: &Store, policies: Vec<Policy>) -> Response {
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.text("timestamp", &call.now.text());
    object.list("items", policies, |out, policy| push(store, &policy, out));
    object.end();
    Response::json(200, out)
}
