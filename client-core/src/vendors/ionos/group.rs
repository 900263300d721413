//! A group of users. Reference: User management, "List all the available user groups".

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::collection::{Collection, children};
use super::ids::GroupId;
use super::privileges::{Privilege, Privileges};
use super::properties::Properties;
use super::resources::Resource;
use super::user::User;
use crate::decode::lenient;

/// A group. `None` means that the answer did not have the field.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Group {
    /// Unique identifier.
    pub id: GroupId,
    /// In practice `group`.
    #[serde(default, rename = "type", deserialize_with = "lenient::option")]
    pub kind: Option<String>,
    /// The group's own URL.
    #[serde(default, deserialize_with = "lenient::option")]
    pub href: Option<String>,
    /// Its name and privileges.
    #[serde(default, deserialize_with = "lenient::option")]
    pub properties: Option<GroupProperties>,
    /// Its members and resources, from depth 1 on.
    #[serde(default, deserialize_with = "children")]
    pub entities: Option<GroupEntities>,
}

/// What a group is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Properties")]
pub struct GroupProperties {
    /// Its name.
    pub name: Option<String>,
    /// What its members may do.
    pub privileges: Privileges,
    /// All of it, as it was told.
    pub told: Properties,
}

impl From<Properties> for GroupProperties {
    fn from(told: Properties) -> GroupProperties {
        GroupProperties { name: told.get("name"), privileges: Privileges::of(&told), told }
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupWrite {
    name: String,
    properties: Map<String, Value>,
}

impl GroupWrite {
    /// A group of that name with these privileges. `told` is the group that is replaced, as it was told: what this
    /// version does not know goes back as it came. Privileges that nobody has told are the error, because a
    /// replacement would take them away.
    pub fn new(
        name: String,
        privileges: &Privileges,
        told: &Properties,
    ) -> Result<GroupWrite, Vec<Privilege>> {
        let untold: Vec<Privilege> = privileges.untold().collect();
        if !untold.is_empty() {
            return Err(untold);
        }
        let mut edits = Map::new();
        edits.insert("name".to_owned(), name.as_str().into());
        privileges.write(&mut edits);
        Ok(GroupWrite { name, properties: told.edited(edits, &[]) })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn properties(&self) -> &Map<String, Value> {
        &self.properties
    }

    pub(super) fn body(&self) -> Value {
        json!({ "properties": self.properties })
    }
}
