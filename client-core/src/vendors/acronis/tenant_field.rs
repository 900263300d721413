//! What of a tenant can be written, by the names that the contract has for it (`PUT /tenants/{tenant_id}`).

use serde_json::{Map, Value, json};

use super::tenant::Tenant;

/// A field of a tenant that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TenantField {
    /// Name for people.
    Name,
    /// The tenant right above it.
    Parent,
    /// Whether it is enabled.
    Enabled,
    /// Business type.
    CustomerType,
    /// Preferred language.
    Language,
    /// The id in an external system.
    CustomerId,
    /// A tag for internal use.
    InternalTag,
    /// The identity provider that its users get.
    DefaultIdp,
    /// Whether only the users of one tenant may change it.
    UpdateLock,
    /// Whether its indirect ancestors have access to it.
    AncestralAccess,
}

impl TenantField {
    /// All of them.
    pub const ALL: [TenantField; 10] = [
        TenantField::Name,
        TenantField::Parent,
        TenantField::Enabled,
        TenantField::CustomerType,
        TenantField::Language,
        TenantField::CustomerId,
        TenantField::InternalTag,
        TenantField::DefaultIdp,
        TenantField::UpdateLock,
        TenantField::AncestralAccess,
    ];

    /// As the contract spells it.
    pub fn name(self) -> &'static str {
        match self {
            TenantField::Name => "name",
            TenantField::Parent => "parent_id",
            TenantField::Enabled => "enabled",
            TenantField::CustomerType => "customer_type",
            TenantField::Language => "language",
            TenantField::CustomerId => "customer_id",
            TenantField::InternalTag => "internal_tag",
            TenantField::DefaultIdp => "default_idp_id",
            TenantField::UpdateLock => "update_lock",
            TenantField::AncestralAccess => "ancestral_access",
        }
    }

    /// What a tenant has there; `None` where that was not told.
    pub fn of(self, tenant: &Tenant) -> Option<Value> {
        match self {
            TenantField::Name => tenant.name.as_deref().map(Value::from),
            TenantField::Parent => tenant.parent_id.map(|id| id.to_string().into()),
            TenantField::Enabled => tenant.enabled.map(Value::from),
            TenantField::CustomerType => tenant.customer_type.as_ref().map(|kind| kind.as_str().into()),
            TenantField::Language => tenant.language.as_deref().map(Value::from),
            TenantField::CustomerId => tenant.customer_id.as_ref().map(|id| json!(id)),
            TenantField::InternalTag => tenant.internal_tag.as_ref().map(|tag| json!(tag)),
            TenantField::DefaultIdp => tenant.default_idp_id.map(|id| id.to_string().into()),
            TenantField::UpdateLock => tenant.update_lock.as_ref().map(|lock| lock.enabled.into()),
            TenantField::AncestralAccess => tenant.ancestral_access.map(Value::from),
        }
    }

    /// What is entered, as it is sent: an empty text is null where the contract allows that.
    pub(super) fn written(self, entered: Value) -> Value {
        let can_be_null = matches!(self, TenantField::CustomerId | TenantField::InternalTag);
        if can_be_null && entered == "" { Value::Null } else { entered }
    }

    /// Whether two values say the same there.
    pub fn is_same(self, one: &Value, other: &Value) -> bool {
        self.written(one.clone()) == self.written(other.clone())
    }

    /// Puts it into a body.
    pub(super) fn put(self, body: &mut Map<String, Value>, value: &Value) {
        let value = match self {
            TenantField::UpdateLock => json!({ "enabled": value }),
            _ => value.clone(),
        };
        body.insert(self.name().to_owned(), value);
    }
}
