//! `/um/groups/{groupId}/shares`: which resources a group may use, and how. Reference: User management.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::calls::calls;
use super::collection::Collection;
use super::ids::{GroupId, ResourceId};
use super::properties::Properties;
use crate::catalogue::ionos;
use crate::decode::lenient;

/// A resource that is shared with a group.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GroupShare {
    /// The resource's id.
    pub id: ResourceId,
    /// In practice `resource`.
    #[serde(default, rename = "type", deserialize_with = "lenient::option")]
    pub kind: Option<String>,
    /// The share's own URL.
    #[serde(default, deserialize_with = "lenient::option")]
    pub href: Option<String>,
    /// What its members may do with it; lists at depth 0 leave it out.
    #[serde(default, deserialize_with = "lenient::option")]
    pub properties: Option<ShareProperties>,
}

/// What a share is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Properties")]
pub struct ShareProperties {
    /// What its members may do.
    pub privileges: SharePrivileges,
    /// All of it, as it was told.
    pub told: Properties,
}

impl From<Properties> for ShareProperties {
    fn from(told: Properties) -> ShareProperties {
        let privileges = SharePrivileges { edit: told.get(EDIT), share: told.get(SHARE) };
        ShareProperties { privileges, told }
    }
}

const EDIT: &str = "editPrivilege";
const SHARE: &str = "sharePrivilege";

/// What the members of a group may do with a resource beyond using it. `None`: not told, or not to be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SharePrivileges {
    /// Change it.
    pub edit: Option<bool>,
    /// Share it on.
    pub share: Option<bool>,
}

impl GroupShare {
    /// What its members may do, where that is told.
    pub fn privileges(&self) -> Option<SharePrivileges> {
        self.properties.as_ref().map(|one| one.privileges)
    }
}

impl SharePrivileges {
    /// With everything else as it was told.
    pub(super) fn properties(self, told: &Properties) -> Map<String, Value> {
        let flags = [(EDIT, self.edit), (SHARE, self.share)];
        let said = flags.into_iter().filter_map(|(name, flag)| Some((name.to_owned(), flag?.into())));
        told.edited(said.collect(), &[])
    }

    /// "With an empty body, no updates are performed": nothing to say is an empty object.
    fn body(self, told: &Properties) -> Value {
        let properties = self.properties(told);
        if properties.is_empty() { json!({}) } else { json!({ "properties": properties }) }
    }
}

calls! {
    /// Everything that is shared with a group (`umGroupsSharesGet`).
    List {
        /// The group.
        group: GroupId,
    }: ionos::UM_GROUPS_SHARES_GET [group] => Collection<GroupShare>;

    /// One share (`umGroupsSharesFindById`).
    Read {
        /// The group.
        group: GroupId,
        /// The resource.
        resource: ResourceId,
    }: ionos::UM_GROUPS_SHARES_FIND_BY_ID [group, resource] => GroupShare;

    /// Shares a resource with a group (`umGroupsSharesPost`).
    Add {
        /// The group.
        group: GroupId,
        /// The resource.
        resource: ResourceId,
        /// What its members may do with it.
        privileges: SharePrivileges,
    }: ionos::UM_GROUPS_SHARES_POST [group, resource] json privileges.body(&Properties::default()) => GroupShare;

    /// Changes what a group may do with a resource (`umGroupsSharesPut`): 202, or 200 where nothing was said
    /// and nothing changed.
    Change {
        /// The group.
        group: GroupId,
        /// The resource.
        resource: ResourceId,
        /// What its members may do with it.
        privileges: SharePrivileges,
        /// The share as it was told: what is not said above goes back as it came.
        told: Properties,
    }: ionos::UM_GROUPS_SHARES_PUT [group, resource] json privileges.body(told) => GroupShare;

    /// Stops sharing a resource with a group (`umGroupsSharesDelete`).
    Remove {
        /// The group.
        group: GroupId,
        /// The resource.
        resource: ResourceId,
    }: ionos::UM_GROUPS_SHARES_DELETE [group, resource];
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use super::response_options::ResponseOptions;
    use crate::request::Call;
    let options = ResponseOptions::everything();
    let group = GroupId::new("15f67991-0f51-4efc-a8ad-ef1fb31a480c").unwrap();
    let resource = ResourceId::new("9b1b4c62-1466-11e7-87d3-d7bb7dac0087").unwrap();
    let (group, resource) = (|| group.clone(), || resource.clone());
    let privileges = SharePrivileges { edit: Some(true), share: Some(false) };
    let (nothing, told) = (SharePrivileges::default(), Properties::default());
    vec![
        List { group: group(), options }.request(),
        Read { group: group(), resource: resource(), options }.request(),
        Add { group: group(), resource: resource(), privileges, options }.request(),
        Change { group: group(), resource: resource(), privileges, told: told.clone(), options }.request(),
        Change { group: group(), resource: resource(), privileges: nothing, told, options }.request(),
        Remove { group: group(), resource: resource(), options }.request(),
    ]
}
