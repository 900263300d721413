//! `/um/groups`. Reference: User management. Writes are done when they are answered.

use super::calls::calls;
use super::collection::Collection;
use super::group::{Group, GroupWrite};
use super::ids::GroupId;
use super::resources::Resource;
use crate::catalogue::ionos;

calls! {
    /// All groups of the contract (`umGroupsGet`).
    #[derive(Copy, Default)]
    List {}: ionos::UM_GROUPS_GET [] => Collection<Group>;

    /// One group (`umGroupsFindById`).
    Read {
        /// Which.
        id: GroupId,
    }: ionos::UM_GROUPS_FIND_BY_ID [id] => Group;

    /// Creates a group (`umGroupsPost`).
    Create {
        /// The group.
        group: GroupWrite,
    }: ionos::UM_GROUPS_POST [] json group.body() => Group;

    /// Replaces the name and all privileges of a group (`umGroupsPut`).
    Replace {
        /// Which.
        id: GroupId,
        /// The group.
        group: GroupWrite,
    }: ionos::UM_GROUPS_PUT [id] json group.body() => Group;

    /// Deletes a group (`umGroupsDelete`).
    Delete {
        /// Which.
        id: GroupId,
    }: ionos::UM_GROUPS_DELETE [id];

    /// What is shared with a group (`umGroupsResourcesGet`).
    Resources {
        /// Which.
        id: GroupId,
    }: ionos::UM_GROUPS_RESOURCES_GET [id] => Collection<Resource>;
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use super::response_options::ResponseOptions;
    use crate::request::Call;
    let options = ResponseOptions::everything();
    let id = GroupId::new("15f67991-0f51-4efc-a8ad-ef1fb31a480c").unwrap();
    let privileges: super::Privileges = super::Privilege::ALL.into_iter().collect();
    let group = GroupWrite::new("G".to_owned(), &privileges, &super::Properties::default()).unwrap();
    vec![
        List { options }.request(),
        Read { id: id.clone(), options }.request(),
        Create { group: group.clone(), options }.request(),
        Replace { id: id.clone(), group, options }.request(),
        Delete { id: id.clone(), options }.request(),
        Resources { id, options }.request(),
    ]
}
