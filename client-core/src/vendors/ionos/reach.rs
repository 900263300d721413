//! Who can reach a backup unit or another resource, and why. Computed from users, groups and shares: no operation tells it.

use std::collections::BTreeMap;

use super::backup_unit::BackupUnit;
use super::group::Group;
use super::ids::{GroupId, ResourceId, UserId};
use super::resources::{Resource, ResourceType};
use super::response_options::ResponseOptions;
use super::rules::MAY_GIVE_ACCESS;
use super::shares::SharePrivileges;
use super::user::User;
use super::{groups, members, resources, shares, users};
use crate::connection::Connection;
use crate::error::Error;
use crate::paging::Extent;

/// What is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What it is.
    pub kind: ResourceType,
    /// Its id.
    pub id: ResourceId,
    /// The id of who created it, where that is told.
    pub creator: Option<String>,
}

impl From<&BackupUnit> for Target {
    fn from(unit: &BackupUnit) -> Target {
        let creator = unit.metadata.as_ref().and_then(|one| one.created_by_user_id.clone());
        Target { kind: ResourceType::Backupunit, id: ResourceId::from(&unit.id), creator }
    }
}

/// A reason why somebody can reach it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Administrators may do everything in the contract.
    Administrator,
    /// It is theirs. `told` where the API lists it among what they own; else they created it.
    Owner {
        /// Whether the API says so itself.
        told: bool,
    },
    /// It is shared with a group they are in.
    Share {
        /// The group.
        group: GroupId,
        /// The group's name.
        name: Option<String>,
        /// What it may do beyond using it; `None` where that could not be read.
        privileges: Option<SharePrivileges>,
    },
    /// A group they are in may manage users, groups and shares, so they can give themselves access.
    Privilege {
        /// The group.
        group: GroupId,
        /// The group's name.
        name: Option<String>,
    },
}

impl Why {
    /// Whether it opens the unit as things are, without anything being changed first.
    pub fn is_direct(&self) -> bool {
        !matches!(self, Why::Privilege { .. })
    }
}

/// Somebody who can reach it.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Who.
    pub user: User,
    /// All the reasons, strongest first.
    pub why: Vec<Why>,
}

impl Person {
    /// Whether they may change it.
    pub fn can_edit(&self) -> bool {
        self.why.iter().any(|why| match why {
            Why::Administrator | Why::Owner { .. } => true,
            Why::Share { privileges, .. } => privileges.and_then(|one| one.edit) == Some(true),
            Why::Privilege { .. } => false,
        })
    }

    /// Whether they can reach it as things are: not known to be blocked, and for a reason that needs nothing changed
    /// first.
    pub fn can_now(&self) -> bool {
        self.is_blocked() != Some(true) && self.why.iter().any(Why::is_direct)
    }

    /// Whether they are blocked: they cannot sign in, whatever they may do. `None` where that is not told.
    pub fn is_blocked(&self) -> Option<bool> {
        self.user.is_blocked()
    }
}

/// Everybody who can reach it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reach {
    /// In the order of the users.
    pub people: Vec<Person>,
    /// Groups that it is shared with and that have nobody in them.
    pub empty_groups: Vec<GroupId>,
    /// What could not be read, so that people may be missing here.
    pub unread: Vec<Unread>,
}

/// What is missing from an answer to who can reach it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Whether so many users are administrators.
    Administrators(usize),
    /// What so many users own, where it is not told who created it either.
    Owned(usize),
    /// What the members of this group may do.
    Privileges(GroupId),
    /// The members of this group.
    Members(GroupId),
    /// What is shared with this group.
    Shares(GroupId),
    /// Users, or some of them: this member of a group is not among them.
    User(UserId),
    /// Rows of a list that could not be read.
    Rows(usize),
    /// Users: there may be more than were read.
    MoreUsers,
}

/// What the question is answered from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directory {
    /// All users; what they own counts where it is told.
    pub users: Vec<User>,
    /// All groups.
    pub groups: Vec<GroupFacts>,
    /// Rows that could not be read.
    pub bad_rows: usize,
    /// How much of the list of users was read.
    pub users_extent: Extent,
}

/// What is known of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupFacts {
    /// The group.
    pub group: Group,
    /// Who is in it; `None` where that could not be read.
    pub members: Option<Vec<UserId>>,
    /// How the target is shared with it; `Shared::Unread` where that could not be read.
    pub shared: Shared,
}

/// How the target is shared with a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// It is not.
    No,
    /// It is; `None` where the privileges could not be read.
    Yes(Option<SharePrivileges>),
    /// That could not be read.
    Unread,
}

/// Who can reach it, and why.
pub fn who_can_reach(target: &Target, directory: &Directory) -> Reach {
    let mut reach = Reach::default();
    let mut why: BTreeMap<UserId, Vec<Why>> = BTreeMap::new();
    let (mut administrators, mut owned) = (0, 0);
    for user in &directory.users {
        let reasons = why.entry(user.id.clone()).or_default();
        match user.is_administrator() {
            Some(true) => reasons.push(Why::Administrator),
            Some(false) => {}
            None => administrators += 1,
        }
        match ownership(target, user) {
            Some(owner) => reasons.extend(owner),
            None => owned += 1,
        }
    }
    let untold = [(administrators, Unread::Administrators(administrators)), (owned, Unread::Owned(owned))];
    reach.unread.extend(untold.into_iter().filter(|(count, _)| *count > 0).map(|(_, untold)| untold));
    if directory.bad_rows > 0 {
        reach.unread.push(Unread::Rows(directory.bad_rows));
    }
    if directory.users_extent != Extent::Whole {
        reach.unread.push(Unread::MoreUsers);
    }
    for facts in &directory.groups {
        add_group(facts, &mut why, &mut reach);
    }
    for user in &directory.users {
        let why = why.remove(&user.id).unwrap_or_default();
        if !why.is_empty() {
            reach.people.push(Person { user: user.clone(), why });
        }
    }
    // Whoever is left is a member of a group, but not among the users.
    reach.unread.extend(why.into_keys().map(Unread::User));
    reach
}

/// Whether it is theirs, and how that is known; `None` where it is not.
fn ownership(target: &Target, user: &User) -> Option<Option<Why>> {
    let owned = user.entities.as_ref().and_then(|entities| entities.owns.as_ref());
    match owned {
        Some(owned) if owned.items.items.iter().any(|one| one.id == target.id) => {
            return Some(Some(Why::Owner { told: true }));
        }
        // The API lists what they own, and this is not in it.
        Some(owned) if owned.items.bad.is_empty() && !owned.has_more() => return Some(None),
        _ => {}
    }
    let creator = target.creator.as_deref()?;
    Some((creator == user.id.as_str()).then_some(Why::Owner { told: false }))
}

fn add_group(facts: &GroupFacts, why: &mut BTreeMap<UserId, Vec<Why>>, reach: &mut Reach) {
    let group = &facts.group;
    let mut reasons = Vec::new();
    let name = || group.name().map(str::to_owned);
    match facts.shared {
        Shared::Yes(privileges) => {
            reasons.push(Why::Share { group: group.id.clone(), name: name(), privileges });
        }
        Shared::Unread => reach.unread.push(Unread::Shares(group.id.clone())),
        Shared::No => {}
    }
    match group.properties.as_ref().and_then(|one| one.privileges.get(MAY_GIVE_ACCESS)) {
        Some(true) => reasons.push(Why::Privilege { group: group.id.clone(), name: name() }),
        Some(false) => {}
        None => reach.unread.push(Unread::Privileges(group.id.clone())),
    }
    match &facts.members {
        _ if reasons.is_empty() => {}
        None => reach.unread.push(Unread::Members(group.id.clone())),
        Some(members) if members.is_empty() => reach.empty_groups.push(group.id.clone()),
        Some(members) => {
            for member in members {
                why.entry(member.clone()).or_default().extend(reasons.iter().cloned());
            }
        }
    }
}

/// Reads what [`who_can_reach`] needs: all users with what they own, all groups, and of the groups that matter
/// their members and how the target is shared with them. What a group does not let one read is told as unread.
pub async fn gather(connection: &Connection, target: &Target) -> Result<Directory, Error> {
    let mut directory = Directory::default();
    let people = users::all(connection, ResponseOptions::depth(2)).await?;
    (directory.bad_rows, directory.users_extent) = (people.bad_rows, people.extent);
    directory.users = people.users;
    let read = resources::Read {
        kind: target.kind.clone(),
        id: target.id.clone(),
        options: ResponseOptions::depth(1),
    };
    let resource = connection.call(&read).await;
    let with = resource.as_ref().ok().and_then(groups_of);
    let listed = connection.call(&groups::List { options: ResponseOptions::depth(1) }).await?;
    directory.bad_rows += listed.items.bad.len();
    for group in listed.items.items {
        let shared = match &with {
            Some(with) if !with.contains(&group.id) => Shared::No,
            _ => read_share(connection, &group, &target.id).await,
        };
        let may_give = group.properties.as_ref().is_some_and(|one| one.privileges.has(MAY_GIVE_ACCESS));
        let matters = may_give || matches!(shared, Shared::Yes(_));
        let members = if matters { read_members(connection, &group).await } else { Some(Vec::new()) };
        directory.groups.push(GroupFacts { group, members, shared });
    }
    Ok(directory)
}

/// The groups that a resource is shared with, where the answer tells all of them.
fn groups_of(resource: &Resource) -> Option<Vec<GroupId>> {
    let groups = &resource.entities.as_ref()?.groups.as_ref()?.items;
    groups.bad.is_empty().then(|| groups.items.iter().map(|group| group.id.clone()).collect())
}

async fn read_share(connection: &Connection, group: &Group, resource: &ResourceId) -> Shared {
    let (group, resource, options) = (group.id.clone(), resource.clone(), ResponseOptions::default());
    match connection.call(&shares::Read { group, resource, options }).await {
        Ok(share) => Shared::Yes(share.privileges()),
        Err(error) if error.is_not_found() => Shared::No,
        Err(_) => Shared::Unread,
    }
}

async fn read_members(connection: &Connection, group: &Group) -> Option<Vec<UserId>> {
    let list = members::List { group: group.id.clone(), options: ResponseOptions::default() };
    let listed = connection.call(&list).await.ok().filter(|list| list.items.bad.is_empty())?;
    Some(listed.items.items.into_iter().map(|user| user.id).collect())
}
