//! `GET /security_groups`, `GET /security_groups/{security_group_id}/members`: two groups, of users of one tenant each.

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::members::push_uuid;
use super::store::Store;
use crate::Response;
use crate::estate::Number;
use crate::estate::fixed::{NORTE, UMBRELLA};
use crate::estate::ids::{Space, Uuid};
use crate::json::Object;

/// A group.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its id.
    pub id: Uuid,
    /// The tenant that it belongs to, and at which it has its role.
    pub tenant: Number,
    /// The users in it.
    pub members: Vec<Uuid>,
}

/// All of them.
pub fn all(store: &Store) -> Vec<Group> {
    let estate = store.estate();
    let Some(umbrella) = estate.fixed(UMBRELLA) else { return Vec::new() };
    let members: Vec<Uuid> = store.users(umbrella).iter().map(|user| user.id).collect();
    let group = |(nth, slot)| {
        let id = estate.ids().uuid(Space::Singleton, nth);
        Some(Group { id, tenant: estate.fixed(slot)?, members: members.clone() })
    };
    [(20, UMBRELLA), (21, NORTE)].into_iter().filter_map(group).collect()
}

/// `GET /security_groups`: by ids, or those of a tenant.
pub fn list(call: &Call<'_>, store: &Store) -> Outcome {
    let mut groups = all(store);
    groups.retain(|group| call.may_see(store, group.tenant));
    if let Some(ids) = call.value("ids") {
        let ids: Vec<Option<Uuid>> = ids.split(',').map(Uuid::parse).collect();
        groups.retain(|group| ids.contains(&Some(group.id)));
    }
    if let Some(tenant) = call.value("tenant_id") {
        let tenant = call.query_tenant(store, "tenant_id", tenant)?;
        groups.retain(|group| group.tenant == tenant);
    }
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.text("timestamp", &call.now.text());
    object.list("items", groups, |out, group| {
        let created = store.stamps(group.tenant).created.text();
        let mut object = Object::begin(out);
        push_uuid(&mut object, "id", group.id);
        object.number("version", 1);
        push_uuid(&mut object, "tenant_id", store.uuid(group.tenant));
        object.text("created_at", &created).text("updated_at", &created).raw("deleted_at", "null");
        object.end();
    });
    object.end();
    Ok(Response::json(200, out))
}

/// `GET /security_groups/{security_group_id}/members`.
pub fn members(call: &Call<'_>, store: &Store) -> Outcome {
    let missing = || Refusal::new(404, "no such security group");
    let id = Uuid::parse(call.path_text("security_group_id")).ok_or_else(missing)?;
    let group = all(store).into_iter().find(|group| group.id == id).ok_or_else(missing)?;
    if !call.may_see(store, group.tenant) {
        return Err(Refusal::denied());
    }
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.text("timestamp", &call.now.text());
    object.list("items", group.members, |out, id| {
        let mut object = Object::begin(out);
        push_uuid(&mut object, "id", id);
        object.text("type", "user");
        object.end();
    });
    object.end();
    Ok(Response::json(200, out))
}
