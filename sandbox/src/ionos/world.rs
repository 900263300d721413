//! One contract as one account sees it: users, groups, resources, and the requests in progress.

use super::accounts::Account;
use super::errors::Refusal;
use super::faults::LATE_S;
use super::ids::{Kind, uuid};
use super::job::Job;
use super::privileges::Privileges;
use super::stamps::{Stamps, Who};
use crate::Moment;

/// A user.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct User {
    pub id: String,
    pub first: String,
    pub last: String,
    pub email: String,
    pub administrator: bool,
    pub force_sec_auth: bool,
    pub sec_auth_active: bool,
    pub active: bool,
    pub s3_id: String,
    pub last_login: Option<Moment>,
    pub stamps: Stamps,
}

/// A group; the contract gives it no metadata.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Group {
    pub id: String,
    pub name: String,
    pub privileges: Privileges,
    /// Ids of users.
    pub members: Vec<String>,
    pub shares: Vec<Share>,
}

/// A resource that a group may use.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Share {
    pub resource: String,
    pub edit: bool,
    pub share: bool,
}

/// A resource other than a backup unit.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Resource {
    pub id: String,
    pub kind: &'static str,
    pub name: String,
    pub sec_auth: bool,
    pub owner: String,
    pub stamps: Stamps,
}

/// A backup unit. Its password can be set but not read, so it is not kept.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Unit {
    pub id: String,
    pub name: String,
    pub email: Option<String>,
    pub owner: String,
    pub stamps: Stamps,
}

/// The contract.
#[derive(Debug, Default)]
#[allow(missing_docs)]
pub struct World {
    pub users: Vec<User>,
    pub groups: Vec<Group>,
    pub resources: Vec<Resource>,
    pub units: Vec<Unit>,
    /// Requests, oldest first.
    pub jobs: Vec<Job>,
    /// Units that are deleted and still listed until then.
    pub ghosts: Vec<(Unit, Moment)>,
    /// Shares and members that cannot be seen before then, by the ids of group and resource or user.
    pub late: Vec<(String, String, Moment)>,
    /// The time of the call that is answered.
    pub now: Moment,
    key: u64,
    made: u64,
}

impl User {
    /// The user as the author of a change.
    pub fn who(&self) -> Who {
        Who { id: self.id.clone(), email: self.email.clone() }
    }
}

impl World {
    /// An empty contract; ids that are made later derive from the key.
    pub fn new(key: u64) -> World {
        World { key, ..World::default() }
    }

    /// A new id.
    pub fn new_id(&mut self, kind: Kind) -> String {
        self.made += 1;
        // Above the numbers of what was generated.
        uuid(self.key, kind, (1 << 32) + self.made)
    }

    /// Whether a resource or a user cannot be seen in a group yet.
    pub fn is_late(&self, group: &str, id: &str) -> bool {
        self.late.iter().any(|(one, what, from)| one == group && what == id && self.now < *from)
    }

    /// Lets a share or a member of a group be seen after a while.
    pub fn delay(&mut self, group: &str, id: &str) {
        self.late.push((group.to_owned(), id.to_owned(), Moment(self.now.0 + LATE_S)));
    }

    /// The user that signs in with this account.
    pub fn caller(&self, account: &Account) -> Who {
        let own = self.users.iter().find(|user| user.email == account.login);
        own.map_or_else(|| Who { id: String::new(), email: account.login.to_owned() }, User::who)
    }

    /// The user of that id.
    pub fn user(&self, id: &str) -> Result<&User, Refusal> {
        self.users.iter().find(|user| user.id == id).ok_or_else(Refusal::missing)
    }

    /// The group of that id.
    pub fn group(&self, id: &str) -> Result<&Group, Refusal> {
        self.groups.iter().find(|group| group.id == id).ok_or_else(Refusal::missing)
    }

    /// The group of that id, to be changed.
    pub fn group_mut(&mut self, id: &str) -> Result<&mut Group, Refusal> {
        self.groups.iter_mut().find(|group| group.id == id).ok_or_else(Refusal::missing)
    }

    /// The unit of that id.
    pub fn unit(&self, id: &str) -> Result<&Unit, Refusal> {
        self.units.iter().find(|unit| unit.id == id).ok_or_else(Refusal::missing)
    }

    /// Whether a resource of any type, backup units among them, has that id.
    pub fn has_resource(&self, id: &str) -> bool {
        self.resources.iter().any(|one| one.id == id) || self.units.iter().any(|one| one.id == id)
    }

    /// Removes a unit, also from the groups that it is shared with.
    pub fn remove_unit(&mut self, id: &str) {
        self.units.retain(|unit| unit.id != id);
        for group in &mut self.groups {
            group.shares.retain(|share| share.resource != id);
        }
    }
}
