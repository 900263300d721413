//! A tenant as `GET /tenants` and `GET /tenants/{tenant_id}` describe it. Only the id is required: the
//! levels of detail leave out the rest, and a field that is missing must not hide the tenant.

use serde::Deserialize;

use super::contact::Contact;
pub use super::ids::TenantId;
use crate::date::{Date, seconds};
use crate::decode::{Rows, lenient};
use crate::open_enum::open_enum;
use crate::uuid::Uuid;
use crate::vendors::acronis::tenancy::{Parent, Record};

open_enum! {
    /// What a tenant is in the hierarchy.
    TenantKind {
        /// The top of everything.
        Root = "root",
        /// A reseller; may have partners, folders and customers below it.
        Partner = "partner",
        /// Groups tenants.
        Folder = "folder",
        /// A customer.
        Customer = "customer",
        /// A part of a customer.
        Unit = "unit",
    }
}

open_enum! {
    /// The business type of a tenant (`customer_type`).
    CustomerType {
        /// Nothing particular.
        Default = "default",
        /// An enterprise.
        Enterprise = "enterprise",
        /// A consumer.
        Consumer = "consumer",
        /// A small office.
        SmallOffice = "small_office",
    }
}

open_enum! {
    /// Multi-factor authentication of a tenant or a user (`mfa_status`).
    MfaStatus {
        /// Off.
        Disabled = "disabled",
        /// Switched off from above.
        ForciblyDisabled = "forcibly_disabled",
        /// On, but not set up yet.
        SetupRequired = "setup_required",
        /// On.
        Enabled = "enabled",
    }
}

open_enum! {
    /// Whether a tenant pays (`pricing_mode`).
    PricingMode {
        /// On trial.
        Trial = "trial",
        /// In production.
        Production = "production",
        /// Trial that has been suspended.
        Suspended = "suspended",
    }
}

/// `update_lock`: who alone may change the tenant.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct UpdateLock {
    /// Whether the lock is on.
    #[serde(deserialize_with = "lenient::value")]
    pub enabled: bool,
    /// The tenant whose users may still change it.
    #[serde(default, deserialize_with = "lenient::option")]
    pub owner_id: Option<TenantId>,
}

/// A tenant. `None` means that the answer did not have the field.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Tenant {
    /// Unique identifier.
    pub id: TenantId,
    /// The parent; the real root names itself.
    #[serde(default, deserialize_with = "lenient::option")]
    pub parent_id: Option<TenantId>,
    /// Grows with every change.
    #[serde(default, deserialize_with = "lenient::option")]
    pub version: Option<i64>,
    /// Name for people.
    #[serde(default, deserialize_with = "lenient::option")]
    pub name: Option<String>,
    /// What it is in the hierarchy.
    #[serde(default, deserialize_with = "lenient::option")]
    pub kind: Option<TenantKind>,
    /// Whether it is enabled.
    #[serde(default, deserialize_with = "lenient::option")]
    pub enabled: Option<bool>,
    /// Business type.
    #[serde(default, deserialize_with = "lenient::option")]
    pub customer_type: Option<CustomerType>,
    /// When it was created.
    #[serde(default, deserialize_with = "lenient::option")]
    pub created_at: Option<Date>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "lenient::option")]
    pub updated_at: Option<Date>,
    /// When it was deleted; `Some(None)` says that it was not.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub deleted_at: Option<Option<Date>>,
    /// The trial's end.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub production_start_date: Option<Option<Date>>,
    /// The legal contact.
    #[serde(default, deserialize_with = "lenient::option")]
    pub contact: Option<Contact>,
    /// All contacts; empty where they were not asked for.
    #[serde(default, deserialize_with = "lenient::option")]
    pub contacts: Option<Rows<Contact>>,
    /// The id in an external system.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub customer_id: Option<Option<String>>,
    /// The brand.
    #[serde(default, deserialize_with = "lenient::option")]
    pub brand_uuid: Option<Uuid>,
    /// The brand's number in the API's first version.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub brand_id: Option<Option<i64>>,
    /// A tag for internal use.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub internal_tag: Option<Option<String>>,
    /// Preferred language.
    #[serde(default, deserialize_with = "lenient::option")]
    pub language: Option<String>,
    /// The user who owns a personal tenant.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub owner_id: Option<Option<Uuid>>,
    /// Whether it has children.
    #[serde(default, deserialize_with = "lenient::option")]
    pub has_children: Option<bool>,
    /// The identity provider that its users get.
    #[serde(default, deserialize_with = "lenient::option")]
    pub default_idp_id: Option<Uuid>,
    /// Who alone may change it.
    #[serde(default, deserialize_with = "lenient::option")]
    pub update_lock: Option<UpdateLock>,
    /// Whether its indirect ancestors have access to it.
    #[serde(default, deserialize_with = "lenient::option")]
    pub ancestral_access: Option<bool>,
    /// Multi-factor authentication.
    #[serde(default, deserialize_with = "lenient::option")]
    pub mfa_status: Option<MfaStatus>,
    /// Whether it pays.
    #[serde(default, deserialize_with = "lenient::option")]
    pub pricing_mode: Option<PricingMode>,
    /// An operation that something else is carrying out on it.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub external_operation_status: Option<Option<String>>,
}

impl Tenant {
    /// Whether it has been deleted (softly: it can still be read with `allow_deleted`).
    pub fn is_deleted(&self) -> bool {
        matches!(self.deleted_at, Some(Some(_)))
    }

    /// What the tree keeps of it.
    pub fn record(&self) -> Record<'_> {
        Record {
            id: self.id.0,
            parent: self.parent_id.map_or(Parent::Unsaid, |parent| Parent::Of(parent.0)),
            name: self.name.as_deref().map(Into::into),
            kind: self.kind.as_ref().map(|kind| kind.as_str().into()),
            enabled: self.enabled,
            deleted: self.deleted_at.as_ref().map(Option::is_some),
            has_children: self.has_children,
            locked: self.update_lock.as_ref().map(|lock| lock.enabled),
            mfa: self.mfa_status.as_ref().map(|status| status.as_str().into()),
            pricing: self.pricing_mode.as_ref().map(|mode| mode.as_str().into()),
            customer_type: self.customer_type.as_ref().map(|one| one.as_str().into()),
            // Empty where they were not asked for, which tells nothing.
            contacts: None,
            with_contacts: false,
            created: self.created_at.as_ref().and_then(|date| seconds(&date.text)),
            updated: self.updated_at.as_ref().and_then(|date| seconds(&date.text)),
        }
    }
}
