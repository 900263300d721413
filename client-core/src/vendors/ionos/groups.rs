//! `/um/groups`. Reference: User management. Writes are done when they are answered.

use super::collection::Collection;
use super::group::{Group, GroupWrite};
use super::ids::GroupId;
use super::resources::Resource;
use super::response_options::ResponseOptions;
use crate::catalogue::{Info, ionos};
use crate::error::Error;
use crate::request::{Call, Request, read_json};

/// All groups of the contract (`umGroupsGet`).
#[derive(Clone, Copy, Debug, Default)]
pub struct List {
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for List {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_GET.0;
    type Answer = Collection<Group>;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_GROUPS_GET, []))
    }

    fn read(bytes: &[u8]) -> Result<Collection<Group>, Error> {
        read_json::<Self>(bytes)
    }
}

/// One group (`umGroupsFindById`).
#[derive(Clone, Debug)]
pub struct Read {
    /// Which.
    pub id: GroupId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Read {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_FIND_BY_ID.0;
    type Answer = Group;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_GROUPS_FIND_BY_ID, [self.id.as_str()]))
    }

    fn read(bytes: &[u8]) -> Result<Group, Error> {
        read_json::<Self>(bytes)
    }
}

/// Creates a group (`umGroupsPost`).
#[derive(Clone, Debug)]
pub struct Create {
    /// The group.
    pub group: GroupWrite,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Create {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_POST.0;
    type Answer = Group;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_GROUPS_POST, []).json(&self.group.body()))
    }

    fn read(bytes: &[u8]) -> Result<Group, Error> {
        read_json::<Self>(bytes)
    }
}

/// Replaces the name and all privileges of a group (`umGroupsPut`).
#[derive(Clone, Debug)]
pub struct Replace {
    /// Which.
    pub id: GroupId,
    /// The group.
    pub group: GroupWrite,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Replace {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_PUT.0;
    type Answer = Group;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_GROUPS_PUT, [self.id.as_str()]).json(&self.group.body()))
    }

    fn read(bytes: &[u8]) -> Result<Group, Error> {
        read_json::<Self>(bytes)
    }
}

/// Deletes a group (`umGroupsDelete`).
#[derive(Clone, Debug)]
pub struct Delete {
    /// Which.
    pub id: GroupId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Delete {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_DELETE.0;
    type Answer = ();

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_GROUPS_DELETE, [self.id.as_str()]))
    }

    fn read(_: &[u8]) -> Result<(), Error> {
        Ok(())
    }
}

/// What is shared with a group (`umGroupsResourcesGet`).
#[derive(Clone, Debug)]
pub struct Resources {
    /// Which.
    pub id: GroupId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Resources {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_RESOURCES_GET.0;
    type Answer = Collection<Resource>;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_GROUPS_RESOURCES_GET, [self.id.as_str()]))
    }

    fn read(bytes: &[u8]) -> Result<Collection<Resource>, Error> {
        read_json::<Self>(bytes)
    }
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<Request> {
    let options = ResponseOptions::everything();
    let id = GroupId::new("15f67991-0f51-4efc-a8ad-ef1fb31a480c").unwrap();
    let privileges = super::privileges::Privilege::ALL.into_iter().collect();
    let group = GroupWrite { name: "G".to_owned(), privileges };
    vec![
        List { options }.request(),
        Read { id: id.clone(), options }.request(),
        Create { group: group.clone(), options }.request(),
        Replace { id: id.clone(), group, options }.request(),
        Delete { id: id.clone(), options }.request(),
        Resources { id, options }.request(),
    ]
}
