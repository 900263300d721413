//! `/um/groups/{groupId}/users`: who is in a group. Reference: User management.

use serde_json::json;

use super::calls::calls;
use super::collection::Collection;
use super::ids::{GroupId, UserId};
use super::user::User;
use crate::catalogue::ionos;

calls! {
    /// The members of a group (`umGroupsUsersGet`).
    List {
        /// The group.
        group: GroupId,
    }: ionos::UM_GROUPS_USERS_GET [group] => Collection<User>;

    /// Adds a user to a group (`umGroupsUsersPost`).
    Add {
        /// The group.
        group: GroupId,
        /// The user.
        user: UserId,
    }: ionos::UM_GROUPS_USERS_POST [group] json json!({ "id": user.as_str() }) => User;

    /// Removes a user from a group (`umGroupsUsersDelete`).
    Remove {
        /// The group.
        group: GroupId,
        /// The user.
        user: UserId,
    }: ionos::UM_GROUPS_USERS_DELETE [group, user];
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use super::response_options::ResponseOptions;
    use crate::request::Call;
    let options = ResponseOptions::everything();
    let group = GroupId::new("15f67991-0f51-4efc-a8ad-ef1fb31a480c").unwrap();
    let user = UserId::new("63cef532-26fe-4a64-a4e0-de7c8a506c90").unwrap();
    vec![
        List { group: group.clone(), options }.request(),
        Add { group: group.clone(), user: user.clone(), options }.request(),
        Remove { group, user, options }.request(),
    ]
}
