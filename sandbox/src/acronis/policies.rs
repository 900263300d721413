//! Access policies: roles of users, API clients and security groups at tenants. They are made from the seed when they are
//! asked for; those of a user whose roles were written are kept in the store.

use super::members::push_uuid;
use super::security_groups;
use super::store::{Policy, Store};
use crate::Moment;
use crate::estate::ids::{Space, Uuid};
use crate::estate::people::User;
use crate::estate::{Kind, Number};
use crate::json::Object;
use crate::random::Random;

/// Ids hold the tenant, the place of the trustee among its people, and the place of the policy.
const PLACES: u32 = 16;
/// Places of trustees that are no users of the tenant.
const CLIENT: u32 = 12;
const GROUP: u32 = 13;
const FROM_ABOVE: u32 = 14;
const UNKNOWN_CLIENT: u32 = 15;

/// A policy of the seed.
fn policy(store: &Store, tenant: Number, (place, nth): (u32, u32), who: (&'static str, String)) -> Policy {
    let person = tenant.wrapping_mul(PLACES).wrapping_add(place);
    let id = store.estate().ids().uuid(Space::Policy, person.wrapping_mul(PLACES).wrapping_add(nth));
    let (trustee_type, trustee) = who;
    Policy { id, trustee, trustee_type, tenant, role: READER.into(), resource: None }
}

/// A role that somebody grants a user.
pub fn granted(id: Uuid, user: &User, tenant: Number, role: &str) -> Policy {
    let (trustee, role) = (user.id.to_string(), role.to_owned().into());
    Policy { id, trustee, trustee_type: "user", tenant, role, resource: None }
}

const READER: &str = "readonly_admin";

/// The roles that can be granted at a tenant.
pub fn offered(kind: Kind) -> [&'static str; 3] {
    [role(kind), READER, "backup_user"]
}

/// What a user is granted in person: at their own tenant, and where they help out below.
pub fn policies_of_user(store: &Store, user: &User) -> Vec<Policy> {
    if let Some(written) = store.policies_of(user.id) {
        return written.to_vec();
    }
    let Some(place) = place_of(store, user) else { return Vec::new() };
    let mut policies = own(store, user, place);
    if place == 0 {
        let below = store.children(user.tenant).filter(|&child| helps_out(store, child));
        policies.extend(below.filter_map(|child| from_above(store, child)));
    }
    policies
}

/// All that is granted at a tenant; `own_client` is that of who asks, where this is their top.
pub fn granted_at(store: &Store, tenant: Number, own_client: Option<&str>) -> Vec<Policy> {
    let users = store.users(tenant);
    let is_generated = |user: &&User| store.policies_of(user.id).is_none();
    let of = |user: &User| place_of(store, user).map(|place| own(store, user, place));
    let mut policies: Vec<Policy> = users.iter().filter(is_generated).filter_map(of).flatten().collect();
    if helps_out(store, tenant) {
        let is_generated = |policy: &Policy| {
            Uuid::parse(&policy.trustee).is_none_or(|user| store.policies_of(user).is_none())
        };
        policies.extend(from_above(store, tenant).filter(is_generated));
    }
    policies.extend(store.written_policies().filter(|policy| policy.tenant == tenant).cloned());
    policies.extend(of_groups(store, tenant));
    if let Some(id) = own_client {
        let who = ("client", id.to_owned());
        policies.push(Policy {
            role: role(store.kind(tenant)).into(),
            ..policy(store, tenant, (CLIENT, 0), who)
        });
    }
    // A client that nobody may read.
    if Some(tenant) == store.estate().fixed(crate::estate::fixed::CAFE) {
        let id = "4557d5f5-7881-54f4-83a5-212f19d355c1".to_owned();
        let policy = policy(store, tenant, (UNKNOWN_CLIENT, 0), ("client", id));
        policies.push(Policy { role: "protection_agent".into(), ..policy });
    }
    policies
}

/// A user's place among the generated ones of the tenant; who was added has been granted nothing yet.
fn place_of(store: &Store, user: &User) -> Option<u32> {
    (0..store.estate().user_count(user.tenant)).find(|&at| store.estate().user_id(user.tenant, at) == user.id)
}

fn own(store: &Store, user: &User, place: u32) -> Vec<Policy> {
    let mut random = Random::new(u64::from(user.tenant), u64::from(place), 91);
    let who = || ("user", user.id.to_string());
    let of = |nth| policy(store, user.tenant, (place, nth), who());
    // One in eight has no role at all, but for the first.
    if place > 0 && random.percent(12) {
        return Vec::new();
    }
    let is_reader = place > 0 && random.percent(30);
    let first = if is_reader { READER } else { role(store.kind(user.tenant)) };
    let mut policies = vec![Policy { role: first.into(), ..of(0) }];
    if random.percent(25) {
        let resource = Some(("hci", "res1"));
        policies.push(Policy { role: "hci_admin".into(), resource, ..of(1) });
    }
    policies
}

/// The first user of the parent has a role at some tenants, by name.
fn from_above(store: &Store, tenant: Number) -> Option<Policy> {
    let user = store.users(store.parent(tenant)).into_iter().next()?;
    let policy = policy(store, tenant, (FROM_ABOVE, 0), ("user", user.id.to_string()));
    Some(Policy { role: role(store.kind(tenant)).into(), ..policy })
}

fn helps_out(store: &Store, tenant: Number) -> bool {
    !store.is_deleted(tenant) && Random::new(u64::from(tenant), 0, 92).percent(15)
}

/// What security groups are granted at a tenant.
pub fn of_groups(store: &Store, tenant: Number) -> Vec<Policy> {
    let groups = security_groups::all(store).into_iter().filter(|group| group.tenant == tenant);
    let policy = |group: security_groups::Group| {
        let policy = policy(store, tenant, (GROUP, 0), ("user_group", group.id.to_string()));
        Policy { role: READER.into(), ..policy }
    };
    groups.map(policy).collect()
}

fn role(kind: Kind) -> &'static str {
    match kind {
        Kind::Root => "root_admin",
        Kind::Partner | Kind::Folder => "partner_admin",
        Kind::Customer => "company_admin",
        Kind::Unit => "unit_admin",
    }
}

/// Writes a policy.
pub fn push(store: &Store, policy: &Policy, out: &mut String) {
    let granted = Moment(store.stamps(policy.tenant).created.0).text();
    let mut object = Object::begin(out);
    push_uuid(&mut object, "id", policy.id);
    object.number("version", 0);
    object.text("trustee_id", &policy.trustee).text("trustee_type", policy.trustee_type);
    push_uuid(&mut object, "issuer_id", store.uuid(policy.tenant));
    push_uuid(&mut object, "tenant_id", store.uuid(policy.tenant));
    object.text("role_id", &policy.role);
    object.text("created_at", &granted).text("updated_at", &granted).raw("deleted_at", "null");
    if let Some((namespace, path)) = policy.resource {
        push_uuid(&mut object, "resource_server_id", store.estate().ids().uuid(Space::Singleton, 9));
        object.text("resource_namespace", namespace).text("resource_path", path);
    }
    object.end();
}
