//! The vendor's rules as named predicates: each says yes, or no with the reason that the screen shows.

use serde_json::Value;

use super::contact_type::ContactType;
use super::tenancy::{Node, Tree};
use super::tenant::{Tenant, TenantId, TenantKind};
use super::tenant_field::TenantField;
use crate::email::is_email;
use crate::uuid::Uuid;

/// Why something cannot be done.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// Only users of that tenant may change it (reference: `update_lock`).
    LockedBy(Option<TenantId>),
    /// It has been deleted; it can be read and restored, not changed.
    Deleted,
    /// Something else is being carried out on it (reference: `external_operation_status`).
    Busy(String),
    /// Nothing was given.
    Empty,
    /// It is no e-mail address.
    NoEmail,
    /// A contact is for something (reference: `types`, at least one).
    NoType,
    /// A tenant has its legal contact from the start (reference: `POST /contacts` does not take `legal`).
    LegalIsGiven,
    /// It is no UUID.
    NoId,
    /// The answer had no version, and a write has to name one (reference: `version`).
    NoVersion,
    /// It is the tenant itself, or stands below it.
    BelowItself,
    /// It stands there already.
    IsThere,
    /// A unit stays where it is (vendor's guide: moving a tenant).
    UnitStays,
    /// Only a partner or a folder takes it (vendor's guide: moving a tenant).
    NeedsPartnerOrFolder,
    /// Not all of it was told, and what is sent takes the place of all.
    Partial,
    /// It is enabled: the vendor's guide disables a tenant before it deletes it.
    Enabled,
}

/// Whether a contact can be created for this (reference: `POST /contacts`).
pub fn can_be_created_for(what: ContactType) -> Result<(), Reason> {
    if what == ContactType::Legal { Err(Reason::LegalIsGiven) } else { Ok(()) }
}

/// Whether a contact can be for these (reference: `POST /contacts`, `PUT /contacts/{contact_id}`).
pub fn can_be_types(types: &[String]) -> Result<(), Reason> {
    if types.is_empty() { Err(Reason::NoType) } else { Ok(()) }
}

/// Whether a contact can have this address (reference: `email`, which cannot be null).
pub fn can_be_contact_email(text: &str) -> Result<(), Reason> {
    match text {
        "" => Err(Reason::Empty),
        text if is_email(text) => Ok(()),
        _ => Err(Reason::NoEmail),
    }
}

/// Whether a tenant can have this in a field: a name is not empty, and ids are ids.
pub fn can_be_tenant_value(field: TenantField, value: &Value) -> Result<(), Reason> {
    let text = value.as_str().unwrap_or_default();
    match field {
        TenantField::Name if text.trim().is_empty() => Err(Reason::Empty),
        TenantField::DefaultIdp | TenantField::Parent if Uuid::parse(text).is_none() => Err(Reason::NoId),
        _ => Ok(()),
    }
}

/// The version to change, where users of the tenant `mine` may change this tenant (reference:
/// `PUT /tenants/{tenant_id}`). Who owns the lock is not always told; nobody is kept from trying then.
pub fn can_update(tenant: &Tenant, mine: Option<TenantId>) -> Result<i64, Reason> {
    if tenant.is_deleted() {
        return Err(Reason::Deleted);
    }
    if let Some(Some(operation)) = &tenant.external_operation_status {
        return Err(Reason::Busy(operation.clone()));
    }
    match &tenant.update_lock {
        Some(lock) if lock.enabled && lock.owner_id.is_some() && lock.owner_id != mine => {
            Err(Reason::LockedBy(lock.owner_id))
        }
        _ => tenant.version.ok_or(Reason::NoVersion),
    }
}

/// Whether a tenant can stand right below another: a tree has no loops.
pub fn can_stand_below(tree: &Tree, tenant: Node, target: Node) -> Result<(), Reason> {
    if tree.path(target).contains(&tenant) {
        return Err(Reason::BelowItself);
    }
    if tree.parent(tenant) == Some(target) { Err(Reason::IsThere) } else { Ok(()) }
}

/// Whether the vendor's guide lets a tenant of that kind move below one of this kind. The reference does not state it, so
/// this stops nobody. What is not known is not advised against.
pub fn guide_to_move(kind: Option<&TenantKind>, target: Option<&TenantKind>) -> Result<(), Reason> {
    match (kind, target) {
        (Some(TenantKind::Unit), _) => Err(Reason::UnitStays),
        (_, Some(TenantKind::Customer | TenantKind::Unit)) => Err(Reason::NeedsPartnerOrFolder),
        _ => Ok(()),
    }
}

/// The kinds of tenants that usually stand right below one of this kind; all where that is not known. The reference does
/// not state it, so this stops nobody.
pub fn usual_below(parent: Option<&TenantKind>) -> Vec<TenantKind> {
    use TenantKind::{Customer, Folder, Partner, Unit};
    match parent {
        Some(TenantKind::Root | Partner | Folder) => vec![Customer, Partner, Folder],
        Some(Customer | Unit) => vec![Unit],
        Some(TenantKind::Other(_)) | None => vec![Customer, Partner, Folder, Unit],
    }
}

/// Whether the vendor's guide would have something done before a tenant is deleted. The reference does not state it, so
/// this stops nobody.
pub fn guide_to_delete(tenant: &Tenant) -> Result<(), Reason> {
    if tenant.enabled == Some(true) { Err(Reason::Enabled) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_owner_of_a_lock_changes_a_locked_tenant() {
        let id = |number| TenantId(Uuid(number));
        let text = format!(
            r#"{{"id":"{}","version":3,"update_lock":{{"enabled":true,"owner_id":"{}"}}}}"#,
            id(1),
            id(2)
        );
        let tenant: Tenant = serde_json::from_str(&text).unwrap();
        assert_eq!(can_update(&tenant, Some(id(2))), Ok(3));
        assert_eq!(can_update(&tenant, Some(id(3))), Err(Reason::LockedBy(Some(id(2)))));
        let deleted =
            Tenant { deleted_at: Some(Some(crate::date::Date::new("2020-01-01T00:00:00"))), ..tenant };
        assert_eq!(can_update(&deleted, Some(id(2))), Err(Reason::Deleted));
        let unnumbered = Tenant { version: None, deleted_at: None, ..deleted };
        assert_eq!(can_update(&unnumbered, Some(id(2))), Err(Reason::NoVersion));
    }

    #[test]
    fn a_tenant_does_not_stand_below_itself() {
        use crate::vendors::acronis::tenancy::Parent;
        let mut tree = Tree::default();
        let mut put = |id: u128, parent: u128| {
            let tenant = format!(r#"{{"id":"{}","parent_id":"{}"}}"#, Uuid(id), Uuid(parent));
            let tenant: Tenant = serde_json::from_str(&tenant).unwrap();
            assert_eq!(tenant.record().parent, Parent::Of(Uuid(parent)));
            tree.put(&tenant.record()).unwrap()
        };
        let (top, partner, customer, other) = (put(1, 1), put(2, 1), put(3, 2), put(4, 1));
        assert_eq!(can_stand_below(&tree, partner, partner), Err(Reason::BelowItself));
        assert_eq!(can_stand_below(&tree, partner, customer), Err(Reason::BelowItself));
        assert_eq!(can_stand_below(&tree, partner, top), Err(Reason::IsThere));
        assert_eq!(can_stand_below(&tree, partner, other), Ok(()));
    }

    #[test]
    fn the_guide_advises_and_what_is_not_known_is_not_advised_against() {
        use TenantKind::{Customer, Folder, Partner, Root, Unit};
        for (kind, target, said) in [
            (Some(&Unit), Some(&Customer), Err(Reason::UnitStays)),
            (Some(&Customer), Some(&Customer), Err(Reason::NeedsPartnerOrFolder)),
            (Some(&Partner), Some(&Unit), Err(Reason::NeedsPartnerOrFolder)),
            (Some(&Customer), Some(&Folder), Ok(())),
            (Some(&Folder), Some(&Root), Ok(())),
            (None, None, Ok(())),
        ] {
            assert_eq!(guide_to_move(kind, target), said, "{kind:?} {target:?}");
        }
        assert_eq!(usual_below(Some(&Customer)), [Unit]);
        assert_eq!(usual_below(None).len(), 4);
    }
}
