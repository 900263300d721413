//! Access policies: `GET /tenants/{tenant_id}/access_policies`, `GET` and `PUT /users/{user_id}/access_policies`; the roles
//! that a tenant has to grant.

use serde_json::Value;

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::policies::{granted, granted_at, of_groups, offered, policies_of_user, push};
use super::security_groups;
use super::store::{Policy, Store};
use super::user_json::login_of;
use super::user_read::{missing, of_path};
use crate::Response;
use crate::estate::ids::Uuid;
use crate::estate::people::User;
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

/// `PUT /users/{user_id}/access_policies`: all of them. One without an id is new; one that is left out is taken away.
pub fn rewrite(call: &Call<'_>, store: &mut Store) -> Outcome {
    let user = of_path(call, store)?;
    if user.deleted.is_some() {
        return Err(missing());
    }
    if login_of(call, store, &user) == call.account.login() {
        return Err(Refusal::new(403, "can not change access policies for self"));
    }
    let before = policies_of_user(store, &user);
    let mut after = Vec::new();
    for item in call.body.get("items").and_then(Value::as_array).into_iter().flatten() {
        let text = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default();
        if text("trustee_id") != user.id.to_string() || text("trustee_type") != "user" {
            return Err(Refusal::bad_request("trustee_id: not the user"));
        }
        let id = Uuid::parse(text("id")).filter(|id| id.0 != 0);
        let policy = match id.map(|id| before.iter().find(|one| one.id == id)) {
            Some(Some(known)) => known.clone(),
            Some(None) => return Err(Refusal::conflict("id: the user has no such policy")),
            None => grant(call, store, &user, text("tenant_id"), text("role_id"))?,
        };
        after.push(policy);
    }
    store.set_policies(user.id, after.clone());
    Ok(list(call, store, after))
}

fn grant(call: &Call<'_>, store: &mut Store, user: &User, at: &str, role: &str) -> Result<Policy, Refusal> {
    let tenant = Uuid::parse(at).ok_or_else(Refusal::no_tenant)?;
    let tenant = call.tenant(store, tenant)?;
    if !offered(store.kind(tenant)).contains(&role) {
        return Err(Refusal::bad_request("role_id: not available to the tenant"));
    }
    Ok(granted(store.new_policy_id(), user, tenant, role))
}

/// `GET /tenants/{tenant_id}/applications/roles`.
pub fn roles(call: &Call<'_>, store: &Store) -> Outcome {
    let tenant = call.path_tenant(store, "tenant_id")?;
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", offered(store.kind(tenant)), |out, role| {
        let mut object = Object::begin(out);
        object.text("role", role).text("type", "tenant").flag("is_default", false);
        object.end();
    });
    object.end();
    Ok(Response::json(200, out))
}

fn list(call: &Call<'_>, store: &Store, policies: Vec<Policy>) -> Response {
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.text("timestamp", &call.now.text());
    object.list("items", policies, |out, policy| push(store, &policy, out));
    object.end();
    Response::json(200, out)
}
