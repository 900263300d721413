//! Acronis Account Management API v2: typed models and calls, one file a resource.

pub mod access;
pub mod access_policies;
pub mod access_policy;
pub mod api_clients;
pub mod applications;
pub mod changes;
pub mod clients;
pub mod contact;
pub mod contact_field;
pub mod contact_file;
pub mod contact_plan;
pub mod contact_type;
pub mod contact_write;
pub mod contacts;
pub mod ids;
pub mod inheritance;
pub mod offering_items;
pub mod offering_write;
pub mod pricing;
pub mod rules;
pub mod search;
pub mod security_groups;
pub mod setting;
pub mod settings;
pub mod tenancy;
pub mod tenant;
pub mod tenant_field;
pub mod tenant_write;
pub mod tenants;
pub mod trustees;
pub mod user;
pub mod user_lists;
pub mod user_roles;
pub mod user_rules;
pub mod user_write;
pub mod users;
pub mod value;

pub use access_policy::{AccessPolicy, TrusteeType};
pub use applications::ApplicationId;
pub use contact::Contact;
pub use contact_field::ContactField;
pub use contact_type::{ContactType, ContactTypes};
pub use contact_write::{ContactEdit, ContactTexts, NewContact};
pub use ids::{ClientId, ContactId, TenantId, UserId};
pub use setting::{Effective, Own, Owner, OwnerType, Setting};
pub use tenant::{CustomerType, MfaStatus, PricingMode, Tenant, TenantKind, UpdateLock};
pub use tenant_field::TenantField;
pub use tenant_write::{NewTenant, TenantEdit, TenantValues};
pub use user::User;
pub use user_write::{NewUser, UserEdit};
pub use value::Value;

#[cfg(test)]
pub(crate) mod testing;

/// Every typed call of this vendor with all its parameters, for the conformance test.
#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    [
        tenants::samples(),
        offering_items::samples(),
        offering_write::samples(),
        pricing::samples(),
        users::samples(),
        user_roles::samples(),
        access_policies::samples(),
        security_groups::samples(),
        clients::samples(),
        api_clients::samples(),
        contacts::samples(),
        search::samples(),
        applications::samples(),
        settings::samples(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
