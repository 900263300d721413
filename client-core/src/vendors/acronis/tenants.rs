//! `/tenants`: lists, one tenant, its children, numeric ids; create, change, delete, restore. Reference: `GET` and
//! `POST /tenants`, `GET`, `PUT` and `DELETE /tenants/{tenant_id}`, `GET /tenants/{tenant_id}/children`,
//! `POST /tenants/{tenant_id}/restore`, `POST /tenants:resolve_ids`.

use std::fmt;

use serde::Deserialize;
use serde_json::json;

use super::tenant::{Tenant, TenantId};
use super::tenant_write::{NewTenant, TenantEdit};
use crate::catalogue::acronis;
use crate::date::Date;
use crate::decode::{Rows, lenient};
use crate::request::call;

/// The most ids that one list by ids takes (contract: `maxItems`).
pub const MAX_IDS: usize = 100;

/// Which tenants a list is about. The vendor allows one of these at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// These tenants; at most [`MAX_IDS`].
    Ids(Vec<TenantId>),
    /// The children of a tenant.
    Parent(TenantId),
    /// A tenant and everything below it, by level.
    Subtree(TenantId),
}

/// How much of each tenant a list gives (`lod`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lod {
    /// Id, parent, version, dates.
    Stamps,
    /// Name, kind, enabled. The reference does not say whether the stamps come with it; in practice they do.
    Basic,
    /// Everything.
    Full,
}

impl fmt::Display for Lod {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Lod::Stamps => "stamps",
            Lod::Basic => "basic",
            Lod::Full => "full",
        })
    }
}

/// The first page of a list (`tenants_get`).
#[derive(Clone, Debug)]
pub struct List {
    /// Which tenants.
    pub scope: Scope,
    /// How much of each.
    pub lod: Lod,
    /// Tenants a page; the vendor's default is 5000.
    pub limit: Option<u32>,
    /// Only those changed after this RFC 3339 time in UTC.
    pub updated_since: Option<String>,
    /// Also deleted ones.
    pub allow_deleted: bool,
    /// With all contacts of each.
    pub with_contacts: bool,
    /// Only those that have offering items that count.
    pub with_offering_items: bool,
    /// Only those that have infrastructure offering items.
    pub with_infra_offering_items: bool,
    /// With the offering items of each.
    pub expand_offering_items: bool,
}

impl List {
    /// A list with the vendor's defaults.
    pub fn of(scope: Scope, lod: Lod) -> List {
        List {
            scope,
            lod,
            limit: None,
            updated_since: None,
            allow_deleted: false,
            with_contacts: false,
            with_offering_items: false,
            with_infra_offering_items: false,
            expand_offering_items: false,
        }
    }
}

/// A page of tenants.
#[derive(Debug, Deserialize)]
pub struct Page {
    /// The server's time, for a later `updated_since`.
    #[serde(default, deserialize_with = "lenient::option")]
    pub timestamp: Option<Date>,
    /// Where the next page is.
    #[serde(default)]
    pub paging: Option<Paging>,
    /// The tenants.
    pub items: Rows<Tenant>,
}

/// Where the next page of a list is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Paging {
    /// The cursors.
    pub cursors: Cursors,
}

/// The cursors of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Cursors {
    /// The next page; `None` on the last.
    // One that cannot be read is a fault: without it the list would seem whole.
    #[serde(deserialize_with = "lenient::value")]
    pub after: Option<String>,
}

call!(List: acronis::TENANTS_GET => Page, |call, to| {
    let request = to([]);
    let request = match &call.scope {
        Scope::Ids(ids) => {
            request.query("uuids", ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
        }
        Scope::Parent(id) => request.query("parent_id", id),
        Scope::Subtree(id) => request.query("subtree_root_id", id),
    };
    request
        .query("lod", call.lod)
        .maybe("limit", call.limit)
        .maybe("updated_since", call.updated_since.as_ref())
        .flag("allow_deleted", call.allow_deleted)
        .flag("with_contacts", call.with_contacts)
        .flag("with_offering_items", call.with_offering_items)
        .flag("with_infra_offering_items", call.with_infra_offering_items)
        .flag("expand_offering_items", call.expand_offering_items)
});

/// A further page of a list (`tenants_get`): the cursor holds all the filters.
#[derive(Clone, Debug)]
pub struct NextPage {
    /// [`Cursors::after`] of the page before.
    pub after: String,
}

call!(NextPage: acronis::TENANTS_GET => Page, |call, to| to([]).query("after", &call.after));

/// One tenant, whole (`tenant_read`).
#[derive(Clone, Debug)]
pub struct Read {
    /// Which.
    pub id: TenantId,
    /// With its path.
    pub embed_path: bool,
    /// Even if it is deleted.
    pub allow_deleted: bool,
}

call!(Read: acronis::TENANT_READ => Tenant, |call, to| {
    to([&call.id.to_string()])
        .flag("embed_path", call.embed_path)
        .flag("allow_deleted", call.allow_deleted)
});

/// Whether a tenant may be seen (`tenant_read`). Nothing of it is read, so that the form to sign in does not bring the
/// code for it.
#[derive(Clone, Copy, Debug)]
pub struct Probe {
    /// Which.
    pub id: TenantId,
}

/// That there is an answer of the API's own.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Answers {}

call!(Probe: acronis::TENANT_READ => Answers, |call, to| to([&call.id.to_string()]));

/// The ids of a tenant's children (`tenant_children_get`).
#[derive(Clone, Debug)]
pub struct Children {
    /// Whose children.
    pub id: TenantId,
    /// `as_is`, `name`, `status` or `usage.…`, with `-` in front for the reverse; by name where left out.
    pub order: Option<String>,
    /// Also deleted ones.
    pub allow_deleted: bool,
}

/// A list of ids.
#[derive(Debug, Deserialize)]
pub struct Ids {
    /// The ids.
    pub items: Rows<TenantId>,
}

call!(Children: acronis::TENANT_CHILDREN_GET => Ids, |call, to| {
    to([&call.id.to_string()])
        .maybe("order", call.order.as_ref())
        .flag("allow_deleted", call.allow_deleted)
});

/// The UUIDs of tenants known by number (`tenants_resolve_ids_post`); at most [`MAX_IDS`].
#[derive(Clone, Debug)]
pub struct ResolveIds {
    /// The numbers, as API v1 gave them.
    pub numbers: Vec<u64>,
}

/// The answer to [`ResolveIds`].
#[derive(Debug, Deserialize)]
pub struct Resolved {
    /// A pair for each number that is known.
    pub items: Rows<ResolvedId>,
}

/// A number and the UUID it means.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ResolvedId {
    /// The number: the contract allows text too.
    #[serde(deserialize_with = "lenient::value")]
    pub id: String,
    /// The tenant.
    pub uuid: TenantId,
}

call!(ResolveIds: acronis::TENANTS_RESOLVE_IDS_POST => Resolved, |call, to| {
    let items: Vec<_> = call.numbers.iter().map(|number| json!({ "id": number })).collect();
    to([]).json(&json!({ "items": items }))
});

/// Creates a tenant (`tenants_post`).
#[derive(Clone, Debug)]
pub struct Create(pub NewTenant);

call!(Create: acronis::TENANTS_POST => Tenant, |call, to| to([]).json(&call.0.body()));

/// Changes what is said of a tenant, or moves it below another (`tenant_update`).
#[derive(Clone, Debug)]
pub struct Update {
    /// Which.
    pub id: TenantId,
    /// The version that is changed: the server refuses it where the tenant has a later one.
    pub version: i64,
    /// What of it.
    pub edit: TenantEdit,
}

call!(Update: acronis::TENANT_UPDATE => Tenant, |call, to| {
    to([&call.id.to_string()]).json(&call.edit.body(call.version))
});

/// Deletes a tenant, softly: it can be restored (`tenant_delete`).
#[derive(Clone, Copy, Debug)]
pub struct Delete {
    /// Which.
    pub id: TenantId,
    /// The version that is deleted.
    pub version: i64,
}

call!(Delete: acronis::TENANT_DELETE, |call, to| to([&call.id.to_string()]).query("version", call.version));

/// Deletes tenants with the same parent, softly, in one request (`tenants_batch_delete_post`); in the cloud alone.
#[derive(Clone, Debug)]
pub struct DeleteSiblings {
    /// Which, and the version of each that is deleted.
    pub items: Vec<(TenantId, i64)>,
}

call!(DeleteSiblings: acronis::TENANTS_BATCH_DELETE_POST, |call, to| {
    let item = |(id, version): &(TenantId, i64)| json!({ "id": id.to_string(), "version": version });
    to([]).json(&json!({ "items": call.items.iter().map(item).collect::<Vec<_>>() }))
});

/// Restores a deleted tenant (`tenant_restore_post`).
#[derive(Clone, Copy, Debug)]
pub struct Restore {
    /// Which.
    pub id: TenantId,
    /// Also where its name, or a login of its users, has been taken: the server then adds a postfix.
    pub force: bool,
}

call!(Restore: acronis::TENANT_RESTORE_POST, |call, to| {
    to([&call.id.to_string()]).flag("force", call.force)
});

#[cfg(test)]
use super::tenant_field::TenantField;

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    let id = TenantId(crate::uuid::Uuid(7));
    let everything = List {
        limit: Some(5000),
        updated_since: Some("2016-02-28T16:41:41.090Z".to_owned()),
        allow_deleted: true,
        with_contacts: true,
        with_offering_items: true,
        with_infra_offering_items: true,
        expand_offering_items: true,
        ..List::of(Scope::Subtree(id), Lod::Full)
    };
    vec![
        everything.request(),
        List::of(Scope::Ids(vec![id, id]), Lod::Stamps).request(),
        List::of(Scope::Parent(id), Lod::Basic).request(),
        NextPage { after: "c2VlZA==".to_owned() }.request(),
        Read { id, embed_path: true, allow_deleted: true }.request(),
        Probe { id }.request(),
        Children { id, order: Some("-name".to_owned()), allow_deleted: true }.request(),
        ResolveIds { numbers: vec![1, 2] }.request(),
        Create(sample_of_new()).request(),
        Update { id, version: 3, edit: sample_of_edit() }.request(),
        Delete { id, version: 3 }.request(),
        DeleteSiblings { items: vec![(id, 3), (id, 4)] }.request(),
        Restore { id, force: true }.request(),
    ]
}

/// All that can be sent of a new tenant.
#[cfg(test)]
fn sample_of_new() -> NewTenant {
    use super::contact_field::ContactField;
    use super::tenant::TenantKind;
    let contact = ContactField::ALL.map(|field| (field, "a@b.example".to_owned()));
    let mut values = sample_values();
    values.remove(&TenantField::CustomerType);
    values.remove(&TenantField::Parent);
    NewTenant::new(TenantId(crate::uuid::Uuid(7)), TenantKind::Customer, values, contact.into()).unwrap()
}

/// All that can be changed of a tenant.
#[cfg(test)]
fn sample_of_edit() -> TenantEdit {
    let before = serde_json::from_value(json!({ "id": TenantId(crate::uuid::Uuid(7)).to_string() })).unwrap();
    TenantEdit::of(&before, sample_values()).unwrap()
}

#[cfg(test)]
fn sample_values() -> super::tenant_write::TenantValues {
    let id = TenantId(crate::uuid::Uuid(8)).to_string();
    TenantField::ALL
        .map(|field| {
            let value = match field {
                TenantField::Enabled | TenantField::UpdateLock | TenantField::AncestralAccess => true.into(),
                TenantField::Parent | TenantField::DefaultIdp => id.as_str().into(),
                _ => "default".into(),
            };
            (field, value)
        })
        .into()
}
