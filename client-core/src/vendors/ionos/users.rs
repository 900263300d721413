//! `/um/users`. Reference: User management. Writes are done when they are answered; they have no `Location`.

use serde_json::json;

use super::calls::calls;
use super::collection::Collection;
use super::group::Group;
use super::ids::UserId;
use super::resources::Resource;
use super::response_options::ResponseOptions;
use super::user::{NewUser, User, UserChange};
use crate::catalogue::ionos;
use crate::connection::Connection;
use crate::decode::Rows;
use crate::error::Error;
use crate::paging::{Extent, Pages};
use crate::request::call;

/// The users of the contract, page by page (`umUsersGet`).
#[derive(Clone, Copy, Debug, Default)]
pub struct List {
    /// The place of the first; 0 where it is left out.
    pub offset: Option<u32>,
    /// The most that a page has; the vendor says 100 where it is left out.
    pub limit: Option<u32>,
    /// What to choose about the answer.
    pub options: ResponseOptions,
}

call!(List: ionos::UM_USERS_GET => Collection<User>, |call, to| {
    call.options.on(to([]).maybe("offset", call.offset).maybe("limit", call.limit))
});

/// Users of a page.
const PAGE: u32 = 100;
/// More users than this are not read.
const MOST: u32 = 10_000;

/// The users of the contract, as far as they have been read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct All {
    /// The users.
    pub users: Vec<User>,
    /// Rows that could not be read.
    pub bad_rows: usize,
    /// How much of the list that is.
    pub extent: Extent,
}

impl All {
    /// Whether every user is here.
    pub fn is_whole(&self) -> bool {
        self.extent == Extent::Whole && self.bad_rows == 0
    }
}

/// Reads all users, page after page.
pub async fn all(connection: &Connection, options: ResponseOptions) -> Result<All, Error> {
    by_pages(connection, options, |_| ()).await
}

/// The same; `tell` hears of what has come so far.
pub async fn by_pages(
    connection: &Connection,
    options: ResponseOptions,
    tell: impl Fn(&All),
) -> Result<All, Error> {
    let (mut all, mut pages) = (All::default(), Pages::default());
    loop {
        // A server may give fewer than are asked for: the next page begins behind what has come.
        let offset = u32::try_from(pages.taken()).unwrap_or(MOST);
        let page = connection.call(&List { offset: Some(offset), limit: Some(PAGE), options }).await?;
        let (has_more, Rows { mut items, bad }) = (page.has_more(), page.items);
        all.extent = pages.take(&mut items, bad.len(), |user| user.id.as_str(), (has_more, MOST as usize));
        all.users.append(&mut items);
        all.bad_rows += bad.len();
        if all.extent != Extent::SoFar {
            return Ok(all);
        }
        tell(&all);
        connection.pause().await;
    }
}

calls! {
    /// One user (`umUsersFindById`).
    Read {
        /// Which.
        id: UserId,
    }: ionos::UM_USERS_FIND_BY_ID [id] => User;

    /// Creates a user (`umUsersPost`).
    Create {
        /// The user.
        user: NewUser,
    }: ionos::UM_USERS_POST [] json user.body() => User;

    /// Replaces a user (`umUsersPut`).
    Replace {
        /// Which.
        id: UserId,
        /// The user.
        user: UserChange,
    }: ionos::UM_USERS_PUT [id] json json!({ "properties": user.properties() }) => User;

    /// Deletes a user (`umUsersDelete`).
    Delete {
        /// Which.
        id: UserId,
    }: ionos::UM_USERS_DELETE [id];

    /// The groups that a user is in (`umUsersGroupsGet`).
    Groups {
        /// Which.
        id: UserId,
    }: ionos::UM_USERS_GROUPS_GET [id] => Collection<Group>;

    /// What a user owns (`umUsersOwnsGet`).
    Owns {
        /// Which.
        id: UserId,
    }: ionos::UM_USERS_OWNS_GET [id] => Collection<Resource>;
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    let options = ResponseOptions::everything();
    let id = UserId::new("15f67991-0f51-4efc-a8ad-ef1fb31a480c").unwrap();
    let password = crate::secret::Secret::new("p");
    let user = UserChange {
        email: "a@b.example".to_owned(),
        sec_auth_active: Some(true),
        active: Some(true),
        password: Some(password.clone()),
        ..UserChange::default()
    };
    vec![
        List { offset: Some(100), limit: Some(1000), options }.request(),
        Read { id: id.clone(), options }.request(),
        Create { user: NewUser { password, user: user.clone() }, options }.request(),
        Replace { id: id.clone(), user, options }.request(),
        Delete { id: id.clone(), options }.request(),
        Groups { id: id.clone(), options }.request(),
        Owns { id, options }.request(),
    ]
}
