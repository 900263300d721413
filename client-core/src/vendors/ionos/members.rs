//! `/um/groups/{groupId}/users`: who is in a group. Reference: User management.

use serde_json::json;

use super::collection::Collection;
use super::ids::{GroupId, UserId};
use super::response_options::ResponseOptions;
use super::user::User;
use crate::catalogue::{Info, ionos};
use crate::error::Error;
use crate::request::{Call, Request, read_json};

/// The members of a group (`umGroupsUsersGet`).
#[derive(Clone, Debug)]
pub struct List {
    /// The group.
    pub group: GroupId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for List {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_USERS_GET.0;
    type Answer = Collection<User>;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_GROUPS_USERS_GET, [self.group.as_str()]))
    }

    fn read(bytes: &[u8]) -> Result<Collection<User>, Error> {
        read_json::<Self>(bytes)
    }
}

/// Adds a user to a group (`umGroupsUsersPost`).
#[derive(Clone, Debug)]
pub struct Add {
    /// The group.
    pub group: GroupId,
    /// The user.
    pub user: UserId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Add {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_USERS_POST.0;
    type Answer = User;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_GROUPS_USERS_POST, [self.group.as_str()])
            .json(&json!({ "id": self.user.as_str() })))
    }

    fn read(bytes: &[u8]) -> Result<User, Error> {
        read_json::<Self>(bytes)
    }
}

/// Removes a user from a group (`umGroupsUsersDelete`).
#[derive(Clone, Debug)]
pub struct Remove {
    /// The group.
    pub group: GroupId,
    /// The user.
    pub user: UserId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Remove {
    const OPERATION: &'static Info = &ionos::UM_GROUPS_USERS_DELETE.0;
    type Answer = ();

    fn request(&self) -> Request {
        self.options
            .on(Request::to(&ionos::UM_GROUPS_USERS_DELETE, [self.group.as_str(), self.user.as_str()]))
    }

    fn read(_: &[u8]) -> Result<(), Error> {
        Ok(())
    }
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<Request> {
    let options = ResponseOptions::everything();
    let group = GroupId::new("15f67991-0f51-4efc-a8ad-ef1fb31a480c").unwrap();
    let user = UserId::new("63cef532-26fe-4a64-a4e0-de7c8a506c90").unwrap();
    vec![
        List { group: group.clone(), options }.request(),
        Add { group: group.clone(), user: user.clone(), options }.request(),
        Remove { group, user, options }.request(),
    ]
}
