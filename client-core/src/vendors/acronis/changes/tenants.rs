//! Changes of tenants. A tenant has a version, so a write by somebody else in between is noticed twice: by the reading
//! right before the write, and by the server.

use serde_json::{Map, Value};

use crate::connection::Connection;
use crate::error::Error;
use crate::told;
use crate::vendors::acronis::TenantId;
use crate::vendors::acronis::pricing::{self, Pricing};
use crate::vendors::acronis::tenant::{PricingMode, Tenant};
use crate::vendors::acronis::tenant_field::TenantField;
use crate::vendors::acronis::tenant_write::{NewTenant, TenantEdit};
use crate::vendors::acronis::tenants::{
    Create, Delete, DeleteSiblings, List, Lod, Read, Restore, Scope, Update,
};
use crate::write::{About, Action, Change, Found, Now, Recorded};

const KIND: &str = "tenant";

/// Creates a tenant. `known` are the tenants that were there before, so that none of them is taken for the new one;
/// `None` where they are not known: then a lost answer leaves it open what became of it.
pub fn create(new: NewTenant, known: Option<Vec<TenantId>>) -> Change<Tenant> {
    let about = About::create(KIND).called(Some(new.name()));
    let (wanted, meant) = (new.clone(), new.clone());
    let change = Change::new(about, Create(new.clone()), Some)
        .verify(move |now| meant.is(now))
        .inverse(|now| Some(delete(now?, now?.version?)));
    let Some(known) = known else { return change };
    change
        .read_with(move |connection| {
            let (new, known) = (new.clone(), known.clone());
            Box::pin(async move {
                let children = List::of(Scope::Parent(new.parent()), Lod::Full);
                let page = connection.call(&children).await?;
                let more = page.paging.and_then(|paging| paging.cursors.after);
                let is_whole = page.items.bad.is_empty() && more.is_none();
                let is_it =
                    |one: &Tenant| one.name.as_deref() == Some(new.name()) && !known.contains(&one.id);
                Ok(match page.items.items.into_iter().find(is_it) {
                    Some(tenant) => Now::There(tenant),
                    None if is_whole => Now::NotThere,
                    None => Now::Unclear,
                })
            })
        })
        .look_up(move |now| Found::of_new(now.map(|now| wanted.is(now))))
}

/// Changes what was edited of a tenant of that version, or moves it, and leaves the rest.
pub fn update(before: Tenant, version: i64, edit: TenantEdit) -> Change<Tenant> {
    let id = before.id;
    let (sent, meant, back) = (edit.clone(), edit.clone(), edit.back(&before));
    let change = Change::new(about(Action::Change, &before), Update { id, version, edit }, Some)
        .read_by(Read { id, embed_path: false, allow_deleted: false })
        .unless_changed(move |now| now.version == Some(version))
        .look_up(move |now| match now {
            Some(now) => Found::by_told(sent.is_in(now), now.version == Some(version)),
            None => Found::SomethingElse,
        })
        .verify(move |now| told::all([meant.is_in(now), Some(meant.leaves_the_rest(&before, now))]));
    match back {
        Some(back) => change.inverse(move |now| {
            let now = now?;
            Some(update(now.clone(), now.version?, back))
        }),
        None => change,
    }
}

/// Deletes a tenant of that version, softly.
pub fn delete(tenant: &Tenant, version: i64) -> Change<Tenant> {
    let (id, deleted) = (tenant.id, tenant.clone());
    Change::new(about(Action::Delete, tenant), Delete { id, version }, |()| None)
        .read_by(Read { id, embed_path: false, allow_deleted: false })
        .unless_changed(move |now| now.version == Some(version))
        .look_up(|now| match now {
            Some(now) if !now.is_deleted() => Found::NotYet,
            _ => Found::Done,
        })
        .inverse(move |_| Some(restore(&deleted, false)))
}

/// Deletes tenants with the same parent in one request: all of them, or none. At most [`MAX_IDS`](crate::vendors::acronis::tenants::MAX_IDS) of them, as many as one
/// reading holds.
pub fn delete_siblings(tenants: Vec<(Tenant, i64)>) -> Change<Siblings> {
    let items: Vec<(TenantId, i64)> = tenants.iter().map(|(tenant, version)| (tenant.id, *version)).collect();
    let names: Vec<String> =
        tenants.into_iter().map(|(tenant, _)| tenant.name.unwrap_or_else(|| tenant.id.to_string())).collect();
    let about = About { action: Action::Delete, kind: "tenants", id: None, name: Some(names.join(", ")) };
    let ids: Vec<TenantId> = items.iter().map(|(id, _)| *id).collect();
    let (read, again) = (ids.clone(), ids.clone());
    let (shown, count) = (items.clone(), ids.len());
    let is_there = move |now: &Siblings| now.0.iter().filter(|one| !one.is_deleted()).count();
    Change::new(about, DeleteSiblings { items }, |()| None)
        .read_with(move |connection| {
            let ids = read.clone();
            Box::pin(async move { siblings(&connection, ids).await.map(Now::There) })
        })
        .unless_changed(move |now| {
            let is_same = |(id, version): &(TenantId, i64)| {
                now.0.iter().any(|one| one.id == *id && one.version == Some(*version) && !one.is_deleted())
            };
            shown.iter().all(is_same)
        })
        .look_up(move |now| match now.map(is_there) {
            Some(0) => Found::Done,
            Some(left) if left == count => Found::NotYet,
            Some(_) => Found::SomethingElse,
            None => Found::CannotTell,
        })
        .read_back(move |connection| {
            Box::pin(async move { Ok(is_there(&siblings(&connection, again).await?) == 0) })
        })
}

/// Those of the tenants that are still there.
async fn siblings(connection: &Connection, ids: Vec<TenantId>) -> Result<Siblings, Error> {
    let page = connection.call(&List::of(Scope::Ids(ids), Lod::Full)).await?;
    Ok(Siblings(page.items.items))
}

/// Tenants that are deleted together.
#[derive(Clone, Debug, Default)]
pub struct Siblings(Vec<Tenant>);

/// Restores a deleted tenant. `force`: also where its name has been taken since; it then gets a postfix.
pub fn restore(tenant: &Tenant, force: bool) -> Change<Tenant> {
    let id = tenant.id;
    let read = Read { id, embed_path: false, allow_deleted: true };
    let again = read.clone();
    Change::new(about(Action::Restore, tenant), Restore { id, force }, |()| None)
        .read_by(read)
        .look_up(|now| match now {
            Some(now) if now.is_deleted() => Found::NotYet,
            Some(_) => Found::Done,
            None => Found::SomethingElse,
        })
        .read_back(move |connection| {
            Box::pin(async move { Ok(!connection.call(&again).await?.is_deleted()) })
        })
}

/// Sets whether a tenant pays. `version` and `old` are what its pricing has; the currency stays.
pub fn set_pricing(
    tenant: &Tenant,
    (version, old): (i64, Option<PricingMode>),
    mode: PricingMode,
) -> Change<Pricing> {
    let (id, owner) = (tenant.id, tenant.clone());
    let (sent, meant, after) = (mode.clone(), mode.clone(), mode.clone());
    let about = About::new(Action::Change, "pricing", id).called(tenant.name.as_deref());
    let change = Change::new(about, pricing::Update { tenant: id, version, mode }, Some)
        .read_by(pricing::Read { tenant: id })
        .unless_changed(move |now| now.version == Some(version))
        .look_up(move |now| match now {
            Some(now) => Found::by_told(told::is(now.mode.as_ref(), &sent), now.version == Some(version)),
            None => Found::SomethingElse,
        })
        .verify(move |now| told::is(now.mode.as_ref(), &meant));
    match old {
        Some(old) => change.inverse(move |now| Some(set_pricing(&owner, (now?.version?, Some(after)), old))),
        None => change,
    }
}

fn about(action: Action, tenant: &Tenant) -> About {
    About::new(action, KIND, tenant.id).called(tenant.name.as_deref())
}

impl Recorded for Tenant {
    fn record(&self) -> String {
        let value = |field: TenantField| Some((field.name().to_owned(), field.of(self)?));
        let mut all: Map<String, Value> = TenantField::ALL.into_iter().filter_map(value).collect();
        all.extend(self.kind.as_ref().map(|kind| ("kind".to_owned(), kind.as_str().into())));
        all.extend(self.version.map(|version| ("version".to_owned(), version.into())));
        Value::Object(all).to_string()
    }
}

impl Recorded for Siblings {
    fn record(&self) -> String {
        format!("[{}]", self.0.iter().map(<Tenant as Recorded>::record).collect::<Vec<_>>().join(","))
    }
}

impl Recorded for Pricing {
    fn record(&self) -> String {
        let mut all = Map::new();
        all.extend(self.mode.as_ref().map(|mode| ("mode".to_owned(), mode.as_str().into())));
        all.extend(self.currency.as_ref().map(|currency| ("currency".to_owned(), currency.clone().into())));
        all.extend(self.version.map(|version| ("version".to_owned(), version.into())));
        Value::Object(all).to_string()
    }
}
