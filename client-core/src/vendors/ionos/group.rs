//! A group of users. Reference: User management, "List all the available user groups".

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::collection::{Collection, children};
use super::ids::GroupId;
use super::privileges::Privileges;
use super::resources::Resource;
use super::user::User;

/// A group. `None` means that the answer did not have the field.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Group {
    /// Unique identifier.
    pub id: GroupId,
    /// In practice `group`.
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
    /// The group's own URL.
    #[serde(default)]
    pub href: Option<String>,
    /// Its name and privileges.
    #[serde(default)]
    pub properties: Option<GroupProperties>,
    /// Its members and resources, from depth 1 on.
    #[serde(default)]
    pub entities: Option<GroupEntities>,
}

/// What a group is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Map<String, Value>")]
pub struct GroupProperties {
    /// Its name.
    pub name: Option<String>,
    /// What its members may do.
    pub privileges: Privileges,
}

impl From<Map<String, Value>> for GroupProperties {
    fn from(told: Map<String, Value>) -> GroupProperties {
        let name = told.get("name").and_then(Value::as_str).map(str::to_owned);
        GroupProperties { name, privileges: Privileges::of(&told) }
    }
}

/// What hangs on a group.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct GroupEntities {
    /// Its members.
    #[serde(deserialize_with = "children")]
    pub users: Option<Collection<User>>,
    /// What is shared with it.
    #[serde(deserialize_with = "children")]
    pub resources: Option<Collection<Resource>>,
}

impl Group {
    /// Its name, where it is told.
    pub fn name(&self) -> Option<&str> {
        self.properties.as_ref()?.name.as_deref()
    }
}

/// A group as it shall be: a write replaces the name and all privileges, and leaves members and shares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupWrite {
    /// Its name.
    pub name: String,
    /// What its members may do.
    pub privileges: Privileges,
}

impl GroupWrite {
    pub(super) fn body(&self) -> Value {
        let mut properties = Map::new();
        properties.insert("name".to_owned(), self.name.as_str().into());
        self.privileges.write(&mut properties);
        json!({ "properties": properties })
    }
}
