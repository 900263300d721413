//! `/um/resources`: everything that can be owned and shared. Reference: User management.

use serde::Deserialize;

use super::calls::calls;
use super::collection::{Collection, children};
use super::group::Group;
use super::ids::ResourceId;
use super::metadata::Metadata;
use crate::catalogue::ionos;
use crate::decode::lenient;
use crate::open_enum::open_enum;

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
    #[serde(default, rename = "type", deserialize_with = "lenient::option")]
    pub kind: Option<ResourceType>,
    /// Its own URL.
    #[serde(default, deserialize_with = "lenient::option")]
    pub href: Option<String>,
    /// Who, when, state.
    #[serde(default, deserialize_with = "lenient::option")]
    pub metadata: Option<Metadata>,
    /// Its name.
    #[serde(default, deserialize_with = "lenient::option")]
    pub properties: Option<ResourceProperties>,
    /// The groups it is shared with, from depth 1 on.
    #[serde(default, deserialize_with = "children")]
    pub entities: Option<ResourceEntities>,
}

/// What a resource is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ResourceProperties {
    /// Its name; it may be empty.
    #[serde(deserialize_with = "lenient::option")]
    pub name: Option<String>,
    /// Whether only users with two factors may use it.
    #[serde(deserialize_with = "lenient::option")]
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

calls! {
    /// All resources of the contract (`umResourcesGet`).
    #[derive(Copy, Default)]
    List {}: ionos::UM_RESOURCES_GET [] => Collection<Resource>;

    /// The resources of one type (`umResourcesFindByType`).
    OfType {
        /// Which type.
        kind: ResourceType,
    }: ionos::UM_RESOURCES_FIND_BY_TYPE [kind] => Collection<Resource>;

    /// One resource (`umResourcesFindByTypeAndId`).
    Read {
        /// Its type.
        kind: ResourceType,
        /// Which.
        id: ResourceId,
    }: ionos::UM_RESOURCES_FIND_BY_TYPE_AND_ID [kind, id] => Resource;
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use super::response_options::ResponseOptions;
    use crate::request::Call;
    let options = ResponseOptions::everything();
    let id = ResourceId::new("9b1b4c62-1466-11e7-87d3-d7bb7dac0087").unwrap();
    let kind = ResourceType::Backupunit;
    vec![
        List { options }.request(),
        OfType { kind: kind.clone(), options }.request(),
        Read { kind, id, options }.request(),
    ]
}
