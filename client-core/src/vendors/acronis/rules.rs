//! The vendor's rules as named predicates: each says yes, or no with the reason that the screen shows.

use super::contact_type::ContactType;
use super::tenant::{Tenant, TenantId};
use crate::email::is_email;

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

/// Whether users of the tenant `mine` may change this tenant (reference: `PUT /tenants/{tenant_id}`).
pub fn can_update(tenant: &Tenant, mine: TenantId) -> Result<(), Reason> {
    if tenant.is_deleted() {
        return Err(Reason::Deleted);
    }
    if let Some(Some(operation)) = &tenant.external_operation_status {
        return Err(Reason::Busy(operation.clone()));
    }
    match &tenant.update_lock {
        Some(lock) if lock.enabled && lock.owner_id != Some(mine) => Err(Reason::LockedBy(lock.owner_id)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uuid::Uuid;

    #[test]
    fn only_the_owner_of_a_lock_changes_a_locked_tenant() {
        let id = |number| TenantId(Uuid(number));
        let text = format!(r#"{{"id":"{}","update_lock":{{"enabled":true,"owner_id":"{}"}}}}"#, id(1), id(2));
        let tenant: Tenant = serde_json::from_str(&text).unwrap();
        assert_eq!(can_update(&tenant, id(2)), Ok(()));
        assert_eq!(can_update(&tenant, id(3)), Err(Reason::LockedBy(Some(id(2)))));
        let deleted =
            Tenant { deleted_at: Some(Some(crate::date::Date::new("2020-01-01T00:00:00"))), ..tenant };
        assert_eq!(can_update(&deleted, id(2)), Err(Reason::Deleted));
    }
}
