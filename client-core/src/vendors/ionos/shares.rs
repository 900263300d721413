//! `/um/groups/{groupId}/shares`: which resources a group may use, and how. Reference: User management.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::calls::calls;
use super::collection::Collection;
use super::ids::{GroupId, ResourceId};
use crate::catalogue::ionos;

/// A resource that is shared with a group.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GroupShare {
    /// The resource's id.
    pub id: ResourceId,
    /// In practice `resource`.
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
    /// The share's own URL.
    #[serde(default)]
    pub href: Option<String>,
    /// What its members may do with it; lists at depth 0 leave it out.
    #[serde(default)]
    pub properties: Option<SharePrivileges>,
}

/// What the members of a group may do with a resource beyond using it. `None`: not told, or not to be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct SharePrivileges {
    /// Change it.
    #[serde(rename = "editPrivilege")]
    pub edit: Option<bool>,
    /// Share it on.
    #[serde(rename = "sharePrivilege")]
    pub share: Option<bool>,
}

impl SharePrivileges {
    /// "With an empty body, no updates are performed": nothing to say is an empty object.
    fn body(self) -> Value {
        let flags = [("editPrivilege", self.edit), ("sharePrivilege", self.share)];
        let said = flags.into_iter().filter_map(|(name, flag)| Some((name.to_owned(), flag?.into())));
        let properties: Map<String, Value> = said.collect();
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
    }: ionos::UM_GROUPS_SHARES_POST [group, resource] json privileges.body() => GroupShare;

    /// Changes what a group may do with a resource (`umGroupsSharesPut`): 202, or 200 where nothing was said
    /// and nothing changed.
    Change {
        /// The group.
        group: GroupId,
        /// The resource.
        resource: ResourceId,
        /// What its members may do with it.
        privileges: SharePrivileges,
    }: ionos::UM_GROUPS_SHARES_PUT [group, resource] json privileges.body() => GroupShare;

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
    let nothing = SharePrivileges::default();
    vec![
        List { group: group(), options }.request(),
        Read { group: group(), resource: resource(), options }.request(),
        Add { group: group(), resource: resource(), privileges, options }.request(),
        Change { group: group(), resource: resource(), privileges, options }.request(),
        Change { group: group(), resource: resource(), privileges: nothing, options }.request(),
        Remove { group: group(), resource: resource(), options }.request(),
    ]
}
