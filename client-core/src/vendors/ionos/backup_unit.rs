//! A backup unit. Reference: Backup Service, schemas `BackupUnit`, `BackupUnitProperties`, `BackupUnitPut`,
//! `BackupUnitPropertiesPut`, `BackupUnitSSO`.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::ids::UnitId;
use super::metadata::{Metadata, State};
use super::properties::{PASSWORD, Properties};
use crate::decode::lenient;
use crate::secret::Secret;

/// A backup unit, as the API tells it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BackupUnit {
    /// Unique identifier.
    pub id: UnitId,
    /// In practice `backupunit`.
    #[serde(default, rename = "type", deserialize_with = "lenient::option")]
    pub kind: Option<String>,
    /// Its own URL.
    #[serde(default, deserialize_with = "lenient::option")]
    pub href: Option<String>,
    /// Who, when, state; lists at depth 0 leave it out.
    #[serde(default, deserialize_with = "lenient::option")]
    pub metadata: Option<Metadata>,
    /// What it is. The contract demands it; a unit that comes without is kept and told
    /// ([`BackupUnit::is_incomplete`]).
    #[serde(default, deserialize_with = "lenient::option")]
    pub properties: Option<BackupUnitProperties>,
}

/// What a backup unit is. The schema has a password too; one that an answer should hold is not taken up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Properties")]
pub struct BackupUnitProperties {
    /// "The name of the resource (alphanumeric characters only)."
    pub name: Option<String>,
    /// "The email associated with the backup unit"; it need not be the user's.
    pub email: Option<String>,
    /// All of it, as it was told.
    pub told: Properties,
}

impl From<Properties> for BackupUnitProperties {
    fn from(told: Properties) -> BackupUnitProperties {
        BackupUnitProperties { name: told.get(NAME), email: told.get("email"), told }
    }
}

/// It is read-only once the unit is there.
const NAME: &str = "name";

impl BackupUnit {
    /// Its name, where it is told.
    pub fn name(&self) -> Option<&str> {
        self.properties.as_ref()?.name.as_deref()
    }

    /// Its e-mail address, where it is told.
    pub fn email(&self) -> Option<&str> {
        self.properties.as_ref()?.email.as_deref()
    }

    /// Its state, where it is told.
    pub fn state(&self) -> Option<&State> {
        self.metadata.as_ref()?.state.as_ref()
    }

    /// Its entity tag, where it is told.
    pub fn etag(&self) -> Option<&str> {
        self.metadata.as_ref()?.etag.as_deref()
    }

    /// The answer lacks what the contract demands of every unit: `properties`, and in them `name`.
    pub fn is_incomplete(&self) -> bool {
        self.name().is_none()
    }
}

/// A backup unit to be created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBackupUnit {
    /// Letters and digits only; it cannot be changed later.
    pub name: String,
    /// The password of the backup user.
    pub password: Option<Secret>,
    /// The address that belongs to the unit.
    pub email: Option<String>,
}

/// A change of a backup unit; `None` leaves a property out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackupUnitChange {
    /// A new password.
    pub password: Option<Secret>,
    /// A new address.
    pub email: Option<String>,
}

impl NewBackupUnit {
    pub(super) fn properties(&self) -> Map<String, Value> {
        let mut properties = written(self.password.as_ref(), self.email.as_ref());
        properties.insert(NAME.to_owned(), self.name.as_str().into());
        properties
    }

    pub(super) fn body(&self) -> Value {
        json!({ "properties": self.properties() })
    }
}

impl BackupUnitChange {
    pub(super) fn properties(&self) -> Map<String, Value> {
        written(self.password.as_ref(), self.email.as_ref())
    }

    /// The whole unit, with everything else as it was told.
    pub(super) fn replacing(&self, told: &Properties) -> Map<String, Value> {
        told.edited(self.properties(), &[NAME])
    }
}

fn written(password: Option<&Secret>, email: Option<&String>) -> Map<String, Value> {
    let mut properties = Map::new();
    if let Some(password) = password {
        properties.insert(PASSWORD.to_owned(), password.expose().into());
    }
    if let Some(email) = email {
        properties.insert("email".to_owned(), email.as_str().into());
    }
    properties
}

/// A single sign-on URL: whoever opens it is signed in, so it is a secret.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct BackupUnitSso {
    /// The URL.
    #[serde(rename = "ssoUrl")]
    pub sso_url: Secret,
}
