//! An access policy: a role that somebody has at a tenant. Reference: `GET /access_policies/{access_policy_id}`.

use serde::Deserialize;

use super::ids::TenantId;
use crate::date::Date;
use crate::decode::lenient;
use crate::open_enum::open_enum;
use crate::uuid::Uuid;

open_enum! {
    /// Who has the role (`trustee_type`).
    TrusteeType {
        /// A user.
        User = "user",
        /// A security group.
        UserGroup = "user_group",
        /// An API client.
        Client = "client",
    }
}

/// An access policy. `None` means that the answer did not have the field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct AccessPolicy {
    /// Unique identifier.
    #[serde(deserialize_with = "lenient::option")]
    pub id: Option<Uuid>,
    /// Who has the role. A text: of clients and groups the reference does not say that it is a UUID.
    #[serde(deserialize_with = "lenient::option")]
    pub trustee_id: Option<String>,
    /// What that is.
    #[serde(deserialize_with = "lenient::option")]
    pub trustee_type: Option<TrusteeType>,
    /// Who granted it. The reference does not say what that is; in its examples it is a tenant's id.
    #[serde(deserialize_with = "lenient::option")]
    pub issuer_id: Option<String>,
    /// The tenant at which the role is granted.
    #[serde(deserialize_with = "lenient::option")]
    pub tenant_id: Option<TenantId>,
    /// The role, in the vendor's words.
    #[serde(deserialize_with = "lenient::option")]
    pub role_id: Option<String>,
    /// What the role is about, where it is about a part of a service.
    #[serde(deserialize_with = "lenient::option")]
    pub resource_server_id: Option<String>,
    /// The same.
    #[serde(deserialize_with = "lenient::option")]
    pub resource_namespace: Option<String>,
    /// The same.
    #[serde(deserialize_with = "lenient::option")]
    pub resource_path: Option<String>,
    /// When it was granted.
    #[serde(deserialize_with = "lenient::option")]
    pub created_at: Option<Date>,
    /// When it was taken away; `Some(None)` says that it was not.
    #[serde(deserialize_with = "lenient::nullable")]
    pub deleted_at: Option<Option<Date>>,
}

impl AccessPolicy {
    /// Whether it was taken away.
    pub fn is_deleted(&self) -> bool {
        matches!(self.deleted_at, Some(Some(_)))
    }

    /// What the role is about, where it is about a part of a service: `hci: res1`.
    pub fn resource(&self) -> Option<String> {
        let told = [&self.resource_namespace, &self.resource_path].into_iter().flatten();
        let told: Vec<&str> = told.map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        (!told.is_empty()).then(|| told.join(": "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_not_told() {
        let read = |json: &str| serde_json::from_str::<AccessPolicy>(json).unwrap();
        let bare = read(r#"{"trustee_type":"robot","role_id":null,"tenant_id":7,"deleted_at":null}"#);
        assert_eq!(bare.trustee_type, Some(TrusteeType::Other("robot".to_owned())));
        assert_eq!((bare.role_id.clone(), bare.tenant_id, bare.resource()), (None, None, None));
        assert!(!bare.is_deleted() && !read("{}").is_deleted());
        assert!(read(r#"{"deleted_at":"2020-01-01T00:00:00Z"}"#).is_deleted());
        let part = read(r#"{"resource_namespace":"hci","resource_path":"res1"}"#);
        assert_eq!(part.resource().as_deref(), Some("hci: res1"));
    }
}
