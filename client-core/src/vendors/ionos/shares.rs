//! `/um/groups/{groupId}/shares`: which resources a group may use, and how. Reference: User management.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::collection::Collection;
use super::ids::{GroupId, ResourceId};
use super::response_options::ResponseOptions;
use crate::catalogue::{Info, ionos};
use crate::error::Error;
use crate::request::{Call, Request, read_json};

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

/// Everything that is shared with a group (`umGroupsSharesGet`).
#[derive(Clone, Debug)]
pub struct List {
    /// The group.
    pub group: GroupId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for List {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_SHARES_GET.0;
    type Answer = Collection<GroupShare>;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_GROUPS_SHARES_GET, [self.group.as_str()]))
    }

    fn read(bytes: &[u8]) -> Result<Collection<GroupShare>, Error> {
        read_json::<Self>(bytes)
    }
}

/// One share (`umGroupsSharesFindById`).
#[derive(Clone, Debug)]
pub struct Read {
    /// The group.
    pub group: GroupId,
    /// The resource.
    pub resource: ResourceId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Read {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_SHARES_FIND_BY_ID.0;
    type Answer = GroupShare;

    fn request(&self) -> Request {
        self.options.on(Request::to(
            &ionos::UM_GROUPS_SHARES_FIND_BY_ID,
            [self.group.as_str(), self.resource.as_str()],
        ))
    }

    fn read(bytes: &[u8]) -> Result<GroupShare, Error> {
        read_json::<Self>(bytes)
    }
}

/// Shares a resource with a group (`umGroupsSharesPost`).
#[derive(Clone, Debug)]
pub struct Add {
    /// The group.
    pub group: GroupId,
    /// The resource.
    pub resource: ResourceId,
    /// What its members may do with it.
    pub privileges: SharePrivileges,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Add {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_SHARES_POST.0;
    type Answer = GroupShare;

    fn request(&self) -> Request {
        self.options.on(Request::to(
            &ionos::UM_GROUPS_SHARES_POST,
            [self.group.as_str(), self.resource.as_str()],
        )
        .json(&self.privileges.body()))
    }

    fn read(bytes: &[u8]) -> Result<GroupShare, Error> {
        read_json::<Self>(bytes)
    }
}

/// Changes what a group may do with a resource (`umGroupsSharesPut`): 202, or 200 where nothing was said
/// and nothing changed.
#[derive(Clone, Debug)]
pub struct Change {
    /// The group.
    pub group: GroupId,
    /// The resource.
    pub resource: ResourceId,
    /// What its members may do with it.
    pub privileges: SharePrivileges,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Change {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_SHARES_PUT.0;
    type Answer = GroupShare;

    fn request(&self) -> Request {
        self.options.on(Request::to(
            &ionos::UM_GROUPS_SHARES_PUT,
            [self.group.as_str(), self.resource.as_str()],
        )
        .json(&self.privileges.body()))
    }

    fn read(bytes: &[u8]) -> Result<GroupShare, Error> {
        read_json::<Self>(bytes)
    }
}

/// Stops sharing a resource with a group (`umGroupsSharesDelete`).
#[derive(Clone, Debug)]
pub struct Remove {
    /// The group.
    pub group: GroupId,
    /// The resource.
    pub resource: ResourceId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Remove {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_SHARES_DELETE.0;
    type Answer = ();

    fn request(&self) -> Request {
        self.options
            .on(Request::to(&ionos::UM_GROUPS_SHARES_DELETE, [self.group.as_str(), self.resource.as_str()]))
    }

    fn read(_: &[u8]) -> Result<(), Error> {
        Ok(())
    }
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<Request> {
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
