//! `/um/users`. Reference: User management. Writes are done when they are answered; they have no `Location`.

use serde_json::json;

use super::collection::Collection;
use super::group::Group;
use super::ids::UserId;
use super::resources::Resource;
use super::response_options::ResponseOptions;
use super::user::{NewUser, User, UserChange};
use crate::catalogue::{Info, ionos};
use crate::connection::Connection;
use crate::error::Error;
use crate::request::{Call, Request, read_json};

/// The users of the contract, page by page (`umUsersGet`).
#[derive(Clone, Copy, Debug, Default)]
pub struct List {
    /// The place of the first; 0 where it is left out.
    pub offset: Option<u32>,
    /// The most that a page has; the vendor says 100 where it is left out.
    pub limit: Option<u32>,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for List {
    const OPERATION: &'static Info = &ionos::UM_USERS_GET.0;
    type Answer = Collection<User>;

    fn request(&self) -> Request {
        self.options
            .on(Request::to(&ionos::UM_USERS_GET, []).maybe("offset", self.offset).maybe("limit", self.limit))
    }

    fn read(bytes: &[u8]) -> Result<Collection<User>, Error> {
        read_json::<Self>(bytes)
    }
}

/// Users of a page.
const PAGE: u32 = 100;
/// More users than this are not read.
const MOST: u32 = 10_000;

/// All users of the contract.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct All {
    /// The users.
    pub users: Vec<User>,
    /// Rows that could not be read.
    pub bad_rows: usize,
    /// There are more than are read.
    pub cut: bool,
}

/// Reads all users, page after page.
pub async fn all(connection: &Connection, options: ResponseOptions) -> Result<All, Error> {
    let (mut all, mut offset) = (All::default(), 0);
    loop {
        let page = connection.call(&List { offset: Some(offset), limit: Some(PAGE), options }).await?;
        let taken = page.items.items.len() + page.items.bad.len();
        let more = page.has_more();
        all.bad_rows += page.items.bad.len();
        all.users.extend(page.items.items);
        // A server may give fewer than are asked for.
        offset += u32::try_from(taken).unwrap_or(MOST);
        if !more || taken == 0 || offset >= MOST {
            all.cut = more;
            return Ok(all);
        }
    }
}

/// One user (`umUsersFindById`).
#[derive(Clone, Debug)]
pub struct Read {
    /// Which.
    pub id: UserId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Read {
    const OPERATION: &'static Info = &ionos::UM_USERS_FIND_BY_ID.0;
    type Answer = User;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_USERS_FIND_BY_ID, [self.id.as_str()]))
    }

    fn read(bytes: &[u8]) -> Result<User, Error> {
        read_json::<Self>(bytes)
    }
}

/// Creates a user (`umUsersPost`).
#[derive(Clone, Debug)]
pub struct Create {
    /// The user.
    pub user: NewUser,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Create {
    const OPERATION: &'static Info = &ionos::UM_USERS_POST.0;
    type Answer = User;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_USERS_POST, []).json(&self.user.body()))
    }

    fn read(bytes: &[u8]) -> Result<User, Error> {
        read_json::<Self>(bytes)
    }
}

/// Replaces a user (`umUsersPut`).
#[derive(Clone, Debug)]
pub struct Replace {
    /// Which.
    pub id: UserId,
    /// The user.
    pub user: UserChange,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Replace {
    const OPERATION: &'static Info = &ionos::UM_USERS_PUT.0;
    type Answer = User;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_USERS_PUT, [self.id.as_str()])
            .json(&json!({ "properties": self.user.properties() })))
    }

    fn read(bytes: &[u8]) -> Result<User, Error> {
        read_json::<Self>(bytes)
    }
}

/// Deletes a user (`umUsersDelete`).
#[derive(Clone, Debug)]
pub struct Delete {
    /// Which.
    pub id: UserId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Delete {
    const OPERATION: &'static Info = &ionos::UM_USERS_DELETE.0;
    type Answer = ();

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_USERS_DELETE, [self.id.as_str()]))
    }

    fn read(_: &[u8]) -> Result<(), Error> {
        Ok(())
    }
}

/// The groups that a user is in (`umUsersGroupsGet`).
#[derive(Clone, Debug)]
pub struct Groups {
    /// Which.
    pub id: UserId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Groups {
    const OPERATION: &'static Info = &ionos::UM_USERS_GROUPS_GET.0;
    type Answer = Collection<Group>;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_USERS_GROUPS_GET, [self.id.as_str()]))
    }

    fn read(bytes: &[u8]) -> Result<Collection<Group>, Error> {
        read_json::<Self>(bytes)
    }
}

/// What a user owns (`umUsersOwnsGet`).
#[derive(Clone, Debug)]
pub struct Owns {
    /// Which.
    pub id: UserId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Owns {
    const OPERATION: &'static Info = &ionos::UM_USERS_OWNS_GET.0;
    type Answer = Collection<Resource>;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::UM_USERS_OWNS_GET, [self.id.as_str()]))
    }

    fn read(bytes: &[u8]) -> Result<Collection<Resource>, Error> {
        read_json::<Self>(bytes)
    }
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<Request> {
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
