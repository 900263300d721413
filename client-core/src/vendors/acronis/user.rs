//! A user. Reference: `GET /users/{user_id}`, `GET /users`.

use serde::Deserialize;

use super::access_policy::AccessPolicy;
use super::contact::Contact;
use super::ids::{TenantId, UserId};
use super::tenant::MfaStatus;
use crate::date::Date;
use crate::decode::{Rows, lenient};
use crate::uuid::Uuid;

/// A user. `None` means that the answer did not have the field, or that it could not be read; only the tenant is
/// needed: everybody belongs to one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct User {
    /// Unique identifier.
    #[serde(default, deserialize_with = "lenient::option")]
    pub id: Option<UserId>,
    /// Grows with every change; a write names the one that it is meant for.
    #[serde(default, deserialize_with = "lenient::option")]
    pub version: Option<i64>,
    /// The tenant the user belongs to: the top of what they see.
    pub tenant_id: TenantId,
    /// Login name.
    #[serde(default, deserialize_with = "lenient::option")]
    pub login: Option<String>,
    /// Name, addresses, telephone.
    #[serde(default, deserialize_with = "lenient::option")]
    pub contact: Option<Contact>,
    /// Whether they have activated the account.
    #[serde(default, deserialize_with = "lenient::option")]
    pub activated: Option<bool>,
    /// Whether they may sign in.
    #[serde(default, deserialize_with = "lenient::option")]
    pub enabled: Option<bool>,
    /// The roles, where they were asked for.
    #[serde(default, deserialize_with = "lenient::option")]
    pub access_policies: Option<Rows<AccessPolicy>>,
    /// When they were created.
    #[serde(default, deserialize_with = "lenient::option")]
    pub created_at: Option<Date>,
    /// When they were last changed.
    #[serde(default, deserialize_with = "lenient::option")]
    pub updated_at: Option<Date>,
    /// When they were deleted; `Some(None)` says that they were not.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub deleted_at: Option<Option<Date>>,
    /// Preferred language.
    #[serde(default, deserialize_with = "lenient::option")]
    pub language: Option<String>,
    /// The identity provider that they sign in with.
    #[serde(default, deserialize_with = "lenient::option")]
    pub idp_id: Option<Uuid>,
    /// Their id at that provider.
    #[serde(default, deserialize_with = "lenient::option")]
    pub external_id: Option<String>,
    /// What created them.
    #[serde(default, deserialize_with = "lenient::option")]
    pub origin_id: Option<String>,
    /// When they will be disabled.
    #[serde(default, deserialize_with = "lenient::option")]
    pub disable_after: Option<Date>,
    /// Their personal tenant; `Some(None)` says that they have none.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub personal_tenant_id: Option<Option<TenantId>>,
    /// Business types, such as `buyer`.
    #[serde(default, deserialize_with = "lenient::option")]
    pub business_types: Option<Vec<String>>,
    /// What they get e-mails about.
    #[serde(default, deserialize_with = "lenient::option")]
    pub notifications: Option<Vec<String>>,
    /// Multi-factor authentication.
    #[serde(default, deserialize_with = "lenient::option")]
    pub mfa_status: Option<MfaStatus>,
    /// An operation that something else is carrying out on them.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub external_operation_status: Option<Option<String>>,
}

/// The notifications of the reference's examples, in their order.
pub const NOTIFICATIONS: [&str; 12] = [
    "maintenance",
    "quota",
    "reports",
    "backup_error",
    "backup_warning",
    "backup_info",
    "backup_daily_report",
    "backup_critical",
    "device_control_warning",
    "certificate_management_error",
    "certificate_management_warning",
    "certificate_management_info",
];

impl User {
    /// First and last name; empty where neither is filled in, `None` where neither is told.
    pub fn full_name(&self) -> Option<String> {
        self.contact.as_ref()?.full_name()
    }

    /// The e-mail address; empty where it is not filled in.
    pub fn email(&self) -> Option<&str> {
        self.contact.as_ref()?.email.as_deref()
    }

    /// Whether they have been deleted.
    pub fn is_deleted(&self) -> bool {
        matches!(self.deleted_at, Some(Some(_)))
    }

    /// Whether a second factor is asked for; `None` where that is not told.
    pub fn uses_mfa(&self) -> Option<bool> {
        match self.mfa_status.as_ref()? {
            MfaStatus::Enabled | MfaStatus::SetupRequired => Some(true),
            MfaStatus::Disabled | MfaStatus::ForciblyDisabled => Some(false),
            MfaStatus::Other(_) => None,
        }
    }

    /// Their roles, each once and in the vendor's words; `None` where they were not told or not all could be read.
    pub fn roles(&self) -> Option<Vec<&str>> {
        let policies = self.access_policies.as_ref().filter(|rows| rows.bad.is_empty())?;
        let living = policies.items.iter().filter(|one| !one.is_deleted());
        let mut roles = living.map(|one| one.role_id.as_deref()).collect::<Option<Vec<&str>>>()?;
        roles.sort_unstable();
        roles.dedup();
        Some(roles)
    }

    /// Whether nothing of what can be written differs in what both of them tell. The version counts too: the server
    /// goes by it.
    pub fn agrees(&self, other: &User) -> bool {
        agree(self.version, other.version) && self.has_same_content(other)
    }

    /// The same, whatever the version.
    pub fn has_same_content(&self, other: &User) -> bool {
        fn notifications(user: &User) -> Option<Vec<&str>> {
            user.notifications.as_deref().map(as_set)
        }
        let contact = || match (&self.contact, &other.contact) {
            (Some(one), Some(other)) => one.agrees(other),
            _ => true,
        };
        self.tenant_id == other.tenant_id
            && agree(self.id, other.id)
            && agree(self.login.as_ref(), other.login.as_ref())
            && agree(self.enabled, other.enabled)
            && agree(self.language.as_ref(), other.language.as_ref())
            && agree(self.external_id.as_ref(), other.external_id.as_ref())
            && agree(notifications(self), notifications(other))
            && self.is_deleted() == other.is_deleted()
            && contact()
    }
}

/// Words in an order of their own, each once: they are a set.
pub(super) fn as_set(words: &[String]) -> Vec<&str> {
    let mut set: Vec<&str> = words.iter().map(String::as_str).collect();
    set.sort_unstable();
    set.dedup();
    set
}

fn agree<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(rest: &str) -> User {
        let json = format!(r#"{{"tenant_id":"{}"{rest}}}"#, Uuid(1));
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn what_is_not_told_is_neither_no_nor_nothing() {
        let bare = user("");
        assert_eq!((bare.enabled, bare.uses_mfa(), bare.roles()), (None, None, None));
        assert_eq!((bare.full_name(), bare.email()), (None, None));
        let odd = user(r#","enabled":"false","mfa_status":"soon","access_policies":[],"contact":7"#);
        assert_eq!((odd.enabled, odd.uses_mfa()), (Some(false), None));
        assert_eq!((odd.roles(), &odd.contact), (Some(Vec::new()), &None));
    }

    #[test]
    fn roles_are_told_where_all_of_them_could_be_read() {
        let roles = |list: &str| {
            let user = user(&format!(r#","access_policies":{list}"#));
            user.roles().map(|roles| roles.join(" "))
        };
        let gone = r#"{"role_id":"old","deleted_at":"2020-01-01T00:00:00"}"#;
        let two = format!(r#"[{{"role_id":"unit_admin"}},{{"role_id":"hci_admin"}},{gone}]"#);
        assert_eq!(roles(&two).as_deref(), Some("hci_admin unit_admin"));
        assert_eq!(roles(r#"[{"role_id":"unit_admin"},7]"#), None);
        assert_eq!(roles(r#"[{"role_id":"unit_admin"},{}]"#), None);
    }

    #[test]
    fn two_readings_agree_in_what_both_tell() {
        let one = user(
            r#","version":2,"enabled":true,"notifications":["quota","reports"],"contact":{"email":"a@b.example"}"#,
        );
        assert!(one.agrees(&user(r#","notifications":["reports","quota"]"#)) && one.agrees(&user("")));
        for other in [
            r#","version":3"#,
            r#","enabled":false"#,
            r#","notifications":[]"#,
            r#","contact":{"email":"c@b.example"}"#,
            r#","deleted_at":"2020-01-01T00:00:00""#,
        ] {
            assert!(!one.agrees(&user(other)), "{other}");
        }
        assert!(one.has_same_content(&user(r#","version":3"#)));
    }
}
