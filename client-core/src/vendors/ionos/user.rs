//! A user of the contract. Reference: User management, "List all the users in your account".

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::collection::{Collection, children};
use super::group::Group;
use super::ids::UserId;
use super::metadata::Metadata;
use super::properties::{PASSWORD, Properties};
use super::resources::Resource;
use crate::decode::lenient;
use crate::secret::Secret;

/// A user. `None` means that the answer did not have the field.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct User {
    /// Unique identifier.
    pub id: UserId,
    /// In practice `user`.
    #[serde(default, rename = "type", deserialize_with = "lenient::option")]
    pub kind: Option<String>,
    /// The user's own URL.
    #[serde(default, deserialize_with = "lenient::option")]
    pub href: Option<String>,
    /// Who, when, and the last sign-in.
    #[serde(default, deserialize_with = "lenient::option")]
    pub metadata: Option<Metadata>,
    /// Who it is.
    #[serde(default, deserialize_with = "lenient::option")]
    pub properties: Option<UserProperties>,
    /// What they own and the groups they are in, from depth 1 on.
    #[serde(default, deserialize_with = "children")]
    pub entities: Option<UserEntities>,
}

/// Who a user is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Properties")]
pub struct UserProperties {
    /// First name.
    pub firstname: Option<String>,
    /// Last name.
    pub lastname: Option<String>,
    /// E-mail address, which is the login too.
    pub email: Option<String>,
    /// Whether they may do everything in the contract.
    pub administrator: Option<bool>,
    /// Whether they must use two factors to sign in.
    pub force_sec_auth: Option<bool>,
    /// Whether they do use two factors.
    pub sec_auth_active: Option<bool>,
    /// Their canonical id in object storage.
    pub s3_canonical_user_id: Option<String>,
    /// Whether they may sign in at all.
    pub active: Option<bool>,
    /// All of it, as it was told.
    pub told: Properties,
}

impl From<Properties> for UserProperties {
    fn from(told: Properties) -> UserProperties {
        UserProperties {
            firstname: told.get("firstname"),
            lastname: told.get("lastname"),
            email: told.get("email"),
            administrator: told.get("administrator"),
            force_sec_auth: told.get("forceSecAuth"),
            sec_auth_active: told.get("secAuthActive"),
            s3_canonical_user_id: told.get(S3_ID),
            active: told.get("active"),
            told,
        }
    }
}

/// It is told and not written: the contract's `PUT` has no such property.
const S3_ID: &str = "s3CanonicalUserId";

/// What hangs on a user.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct UserEntities {
    /// What they own.
    #[serde(deserialize_with = "children")]
    pub owns: Option<Collection<Resource>>,
    /// The groups they are in.
    #[serde(deserialize_with = "children")]
    pub groups: Option<Collection<Group>>,
}

impl User {
    /// The address, where it is told.
    pub fn email(&self) -> Option<&str> {
        self.properties.as_ref()?.email.as_deref()
    }

    /// Whether they may do everything in the contract; `None` where that is not told.
    pub fn is_administrator(&self) -> Option<bool> {
        self.properties.as_ref()?.administrator
    }

    /// Whether they cannot sign in; `None` where that is not told.
    pub fn is_blocked(&self) -> Option<bool> {
        self.properties.as_ref()?.active.map(|active| !active)
    }
}

/// A user to be created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUser {
    /// The password to begin with.
    pub password: Secret,
    /// All the rest.
    pub user: UserChange,
}

/// A user as they shall be: a write replaces, so every field is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserChange {
    /// First name.
    pub firstname: String,
    /// Last name.
    pub lastname: String,
    /// E-mail address.
    pub email: String,
    /// Whether they may do everything in the contract.
    pub administrator: bool,
    /// Whether they must use two factors to sign in.
    pub force_sec_auth: bool,
    /// Whether they do use two factors; as it was told where `None`.
    pub sec_auth_active: Option<bool>,
    /// Whether they may sign in; as it was told where `None`.
    pub active: Option<bool>,
    /// A new password; left out where `None`.
    pub password: Option<Secret>,
    /// The user who is replaced, as they were told: what is none of the above goes back as it came.
    pub told: Properties,
}

impl UserChange {
    /// The user as they are; `None` where something that a replacement sends was not told.
    pub fn of(told: &UserProperties) -> Option<UserChange> {
        Some(UserChange {
            firstname: told.firstname.clone()?,
            lastname: told.lastname.clone()?,
            email: told.email.clone()?,
            administrator: told.administrator?,
            force_sec_auth: told.force_sec_auth?,
            sec_auth_active: Some(told.sec_auth_active?),
            active: Some(told.active?),
            password: None,
            told: told.told.clone(),
        })
    }
}

impl NewUser {
    pub(super) fn body(&self) -> Value {
        let password = Some(self.password.clone());
        json!({ "properties": UserChange { password, ..self.user.clone() }.properties() })
    }
}

impl UserChange {
    pub(super) fn properties(&self) -> Map<String, Value> {
        let mut properties = Map::new();
        let mut put = |name: &str, value: Value| properties.insert(name.to_owned(), value);
        put("firstname", self.firstname.as_str().into());
        put("lastname", self.lastname.as_str().into());
        put("email", self.email.as_str().into());
        put("administrator", self.administrator.into());
        put("forceSecAuth", self.force_sec_auth.into());
        for (name, flag) in [("secAuthActive", self.sec_auth_active), ("active", self.active)] {
            if let Some(flag) = flag {
                put(name, flag.into());
            }
        }
        if let Some(password) = &self.password {
            put(PASSWORD, password.expose().into());
        }
        self.told.edited(properties, &[S3_ID])
    }
}
