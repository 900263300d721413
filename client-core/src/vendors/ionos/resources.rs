//! `/um/resources`: everything that can be owned and shared. Reference: User management.

use serde::Deserialize;

use super::collection::{Collection, children};
use super::group::Group;
use super::ids::ResourceId;
use super::metadata::Metadata;
use super::response_options::ResponseOptions;
use crate::catalogue::{Info, ionos};
use crate::error::Error;
use crate::open_enum::open_enum;
use crate::request::{Call, Request, read_json};

open_enum! {
    /// What a resource is. "Resource types are: {datacenter, snapshot, image, ipblock, pcc, backupunit, k8s}".
    ResourceType {
        /// A virtual data center.
        Datacenter = "datacenter",
        /// A snapshot.
        Snapshot = "snapshot",
        /// An image.
        Image = "image",
        /// A block of IP addresses.
        Ipblock = "ipblock",
        /// A private cross connect.
        Pcc = "pcc",
        /// A backup unit.
        Backupunit = "backupunit",
        /// A Kubernetes cluster.
        K8s = "k8s",
    }
}

impl ResourceType {
    /// Those that can be asked for.
    pub const ALL: [ResourceType; 7] = [
        ResourceType::Datacenter,
        ResourceType::Snapshot,
        ResourceType::Image,
        ResourceType::Ipblock,
        ResourceType::Pcc,
        ResourceType::Backupunit,
        ResourceType::K8s,
    ];
}

/// A resource. `None` means that the answer did not have the field.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Resource {
    /// Unique identifier.
    pub id: ResourceId,
    /// What it is.
    #[serde(default, rename = "type")]
    pub kind: Option<ResourceType>,
    /// Its own URL.
    #[serde(default)]
    pub href: Option<String>,
    /// Who, when, state.
    #[serde(default)]
    pub metadata: Option<Metadata>,
    /// Its name.
    #[serde(default)]
    pub properties: Option<ResourceProperties>,
    /// The groups it is shared with, from depth 1 on.
    #[serde(default)]
    pub entities: Option<ResourceEntities>,
}

/// What a resource is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ResourceProperties {
    /// Its name; it may be empty.
    pub name: Option<String>,
    /// Whether only users with two factors may use it.
    pub sec_auth_protection: Option<bool>,
}

/// What hangs on a resource.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct ResourceEntities {
    /// The groups it is shared with.
    #[serde(deserialize_with = "children")]
    pub groups: Option<Collection<Group>>,
}

/// All resources of the contract (`umResourcesGet`).
#[derive(Clone, Copy, Debug, Default)]
pub struct List {
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for List {
    const OPERATION: &'static Info = &ionos::UM_RESOURCES_GET.0;
    type Answer = Collection<Resource>;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_RESOURCES_GET, []))
    }

    fn read(bytes: &[u8]) -> Result<Collection<Resource>, Error> {
        read_json::<Self>(bytes)
    }
}

/// The resources of one type (`umResourcesFindByType`).
#[derive(Clone, Debug)]
pub struct OfType {
    /// Which type.
    pub kind: ResourceType,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for OfType {
    const OPERATION: &'static Info = &ionos::UM_RESOURCES_FIND_BY_TYPE.0;
    type Answer = Collection<Resource>;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_RESOURCES_FIND_BY_TYPE, [self.kind.as_str()]))
    }

    fn read(bytes: &[u8]) -> Result<Collection<Resource>, Error> {
        read_json::<Self>(bytes)
    }
}

/// One resource (`umResourcesFindByTypeAndId`).
#[derive(Clone, Debug)]
pub struct Read {
    /// Its type.
    pub kind: ResourceType,
    /// Which.
    pub id: ResourceId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Read {
    const OPERATION: &'static Info = &ionos::UM_RESOURCES_FIND_BY_TYPE_AND_ID.0;
    type Answer = Resource;

    fn request(&self) -> Request {
        self.options
            .on(Request::to(&ionos::UM_RESOURCES_FIND_BY_TYPE_AND_ID, [self.kind.as_str(), self.id.as_str()]))
    }

    fn read(bytes: &[u8]) -> Result<Resource, Error> {
        read_json::<Self>(bytes)
    }
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<Request> {
    let options = ResponseOptions::everything();
    let id = ResourceId::new("9b1b4c62-1466-11e7-87d3-d7bb7dac0087").unwrap();
    let kind = ResourceType::Backupunit;
    vec![
        List { options }.request(),
        OfType { kind: kind.clone(), options }.request(),
        Read { kind, id, options }.request(),
    ]
}
