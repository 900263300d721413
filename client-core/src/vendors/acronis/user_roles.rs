//! The roles of a user as they are written: all of them at once. Reference: `GET` and `PUT
//! /users/{user_id}/access_policies`, which are public, and `GET /tenants/{tenant_id}/applications/roles`.
//!
//! The list is kept as it came and sent back as it came, so that what Tenantry does not know of a role is not lost.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::ids::{TenantId, UserId};
use super::rules::Reason;
use super::tenants::Paging;
use crate::catalogue::acronis;
use crate::decode::{Rows, lenient};
use crate::request::call;
use crate::uuid::Uuid;

/// A new policy has neither an id nor an issuer yet; the vendor's clients send this.
const NO_ID: &str = "00000000-0000-0000-0000-000000000000";

/// Where the list has no time of its own: the contract asks for one.
const NO_TIME: &str = "1970-01-01T00:00:00Z";

/// All roles that a user has in person.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct UserRoles {
    #[serde(default)]
    paging: Option<Paging>,
    #[serde(default, deserialize_with = "lenient::option")]
    timestamp: Option<String>,
    // One that is no object fails the whole: it could not be sent back.
    items: Vec<Map<String, Value>>,
}

/// A role at a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The tenant at which it is granted.
    pub tenant: TenantId,
    /// The role, in the vendor's words.
    pub role: String,
}

impl UserRoles {
    /// Whether these are all, so that they can be sent back.
    pub fn can_be_rewritten(&self) -> Result<(), Reason> {
        let has_more = self.paging.as_ref().is_some_and(|paging| paging.cursors.after.is_some());
        if has_more { Err(Reason::Partial) } else { Ok(()) }
    }

    /// Whether a role is among them that is about no part of a service.
    pub fn has(&self, role: &Role) -> bool {
        let is_it = |item: &Map<String, Value>| {
            is_text(item, "role_id", &role.role)
                && is_text(item, "tenant_id", &role.tenant.to_string())
                && item.get("resource_path").is_none_or(|path| path.is_null() || path == "")
        };
        self.items.iter().any(is_it)
    }

    /// With one more.
    #[must_use]
    pub fn with(&self, user: UserId, role: &Role) -> UserRoles {
        let new = json!({
            "id": NO_ID, "issuer_id": NO_ID, "version": 0,
            "trustee_id": user.to_string(), "trustee_type": "user",
            "tenant_id": role.tenant.to_string(), "role_id": role.role,
        });
        let Value::Object(new) = new else { return self.clone() };
        let mut with = self.clone();
        with.items.push(new);
        with
    }

    /// Without the one of that id.
    #[must_use]
    pub fn without(&self, policy: Uuid) -> UserRoles {
        let mut without = self.clone();
        without.items.retain(|item| !is_text(item, "id", &policy.to_string()));
        without
    }

    /// What leads back from these to earlier ones: those that are still there as they are now, the others anew.
    pub(super) fn back_to(&self, before: &UserRoles) -> UserRoles {
        let now_of = |was: &Map<String, Value>| self.items.iter().find(|now| key(now) == key(was)).cloned();
        let anew = |was: &Map<String, Value>| {
            let mut anew = was.clone();
            anew.insert("id".to_owned(), NO_ID.into());
            anew.insert("version".to_owned(), 0.into());
            anew
        };
        let items = before.items.iter().map(|was| now_of(was).unwrap_or_else(|| anew(was))).collect();
        UserRoles { items, ..self.clone() }
    }

    /// Whether they are the same roles, ids and versions aside.
    pub(super) fn are_the_roles(&self, other: &UserRoles) -> bool {
        keys(self) == keys(other)
    }

    /// Whether nothing has been changed in between.
    pub(super) fn agrees(&self, other: &UserRoles) -> bool {
        let ids = |all: &UserRoles| {
            let mut ids: Vec<_> = all.items.iter().map(|item| (text(item, "id"), key(item))).collect();
            ids.sort();
            ids
        };
        ids(self) == ids(other)
    }

    pub(super) fn body(&self) -> Value {
        let time = self.timestamp.as_deref().unwrap_or(NO_TIME);
        json!({ "timestamp": time, "items": self.items })
    }

    pub(super) fn items(&self) -> &[Map<String, Value>] {
        &self.items
    }
}

/// What tells one role from another.
type RoleKey = [Option<String>; 4];

fn key(item: &Map<String, Value>) -> RoleKey {
    let known = |name: &str| text(item, name).filter(|text| !text.is_empty());
    ["tenant_id", "role_id", "resource_namespace", "resource_path"].map(known)
}

fn keys(all: &UserRoles) -> Vec<RoleKey> {
    let mut keys: Vec<RoleKey> = all.items.iter().map(key).collect();
    keys.sort();
    keys
}

fn text(item: &Map<String, Value>, name: &str) -> Option<String> {
    item.get(name).and_then(Value::as_str).map(str::to_ascii_lowercase)
}

fn is_text(item: &Map<String, Value>, name: &str, wanted: &str) -> bool {
    item.get(name).and_then(Value::as_str).is_some_and(|text| text.eq_ignore_ascii_case(wanted))
}

/// The roles that a user has in person, as they can be sent back (`user_access_policies_get`).
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// The user.
    pub user: UserId,
}

call!(Read: acronis::USER_ACCESS_POLICIES_GET => UserRoles, |call, to| to([&call.user.to_string()]));

/// Puts these in the place of all roles that a user has (`user_access_policies_update`).
#[derive(Clone, Debug)]
pub struct Rewrite {
    /// The user.
    pub user: UserId,
    /// The roles.
    pub roles: UserRoles,
}

call!(Rewrite: acronis::USER_ACCESS_POLICIES_UPDATE => UserRoles, |call, to| {
    to([&call.user.to_string()]).json(&call.roles.body())
});

/// The roles that can be granted at a tenant (`tenant_applications_roles_get`).
#[derive(Clone, Copy, Debug)]
pub struct Offered {
    /// The tenant.
    pub tenant: TenantId,
}

/// The answer to [`Offered`].
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct OfferedRoles {
    /// The roles.
    pub items: Rows<OfferedRole>,
}

/// A role that can be granted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct OfferedRole {
    /// The role, in the vendor's words.
    #[serde(deserialize_with = "lenient::value")]
    pub role: String,
}

call!(Offered: acronis::TENANT_APPLICATIONS_ROLES_GET => OfferedRoles, |call, to| to([&call.tenant.to_string()]));

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    let (user, tenant) = (UserId(Uuid(7)), TenantId(Uuid(8)));
    let roles = UserRoles::default().with(user, &Role { tenant, role: "company_admin".to_owned() });
    vec![Read { user }.request(), Rewrite { user, roles }.request(), Offered { tenant }.request()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: Value) -> UserRoles {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn what_is_not_known_is_sent_back_as_it_came() {
        let items = json!([
            {"id": Uuid(3).to_string(), "tenant_id": Uuid(8).to_string(), "role_id": "unit_admin", "version": 4, "strange": [1]},
            {"id": Uuid(4).to_string(), "tenant_id": Uuid(9).to_string(), "role_id": "hci_admin", "resource_path": "res1"},
        ]);
        let all = read(json!({"timestamp": "2026-01-01T00:00:00Z", "items": items}));
        let unit = Role { tenant: TenantId(Uuid(8)), role: "unit_admin".to_owned() };
        let part = Role { tenant: TenantId(Uuid(9)), role: "hci_admin".to_owned() };
        assert!(all.has(&unit) && !all.has(&part), "that one is about a part of a service");
        let more = all.with(UserId(Uuid(7)), &part);
        let body = more.body();
        assert_eq!((&body["timestamp"], &body["items"][0]), (&json!("2026-01-01T00:00:00Z"), &items[0]));
        assert_eq!(body["items"][2]["id"], NO_ID);
        assert!(!more.are_the_roles(&all) && more.without(Uuid(3)).items.len() == 2);
        // What the server made of it leads back.
        let mut now = more.clone();
        now.items[2].insert("id".to_owned(), Uuid(5).to_string().into());
        assert!(now.are_the_roles(&more) && !now.agrees(&more) && now.agrees(&now.clone()));
        assert_eq!(now.back_to(&all).body()["items"], items);
        let back = all.without(Uuid(3)).back_to(&all).body();
        assert_eq!((&back["items"][0]["id"], &back["items"][0]["strange"]), (&json!(NO_ID), &json!([1])));
    }

    #[test]
    fn a_list_that_is_not_whole_is_not_sent_back() {
        assert!(read(json!({"items": []})).can_be_rewritten().is_ok());
        let cut = read(json!({"items": [], "paging": {"cursors": {"after": "a"}}}));
        assert_eq!(cut.can_be_rewritten(), Err(Reason::Partial));
        assert!(serde_json::from_value::<UserRoles>(json!({"items": [7]})).is_err());
        assert!(serde_json::from_value::<UserRoles>(json!({})).is_err());
    }
}
