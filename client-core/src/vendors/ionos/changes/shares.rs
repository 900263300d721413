//! Sharing resources with groups. Carried out when it is answered.

use crate::vendors::ionos::ids::{GroupId, ResourceId};
use crate::vendors::ionos::response_options::ResponseOptions;
use crate::vendors::ionos::shares::{self, Add, GroupShare, Read, Remove, SharePrivileges};
use crate::write::{About, Action, Change, Found};

const KIND: &str = "share";

/// What is shared with whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The group.
    pub group: GroupId,
    /// The resource.
    pub resource: ResourceId,
    /// What people call it.
    pub name: Option<String>,
}

/// Shares a resource with a group.
pub fn add(pair: Pair, privileges: SharePrivileges) -> Change<GroupShare> {
    let (group, resource) = (pair.group.clone(), pair.resource.clone());
    let call = Add { group, resource, privileges, options: ResponseOptions::default() };
    Change::new(about(Action::Create, &pair), call, Some)
        .read_by(read(&pair))
        .look_up(move |now| match now {
            Some(now) => Found::by(is(now, privileges), false),
            None => Found::NotDone,
        })
        .verify(move |now| now.properties.is_none() || is(now, privileges))
        .inverse(move |_| Some(remove(pair, Some(privileges))))
}

/// Changes what a group may do with a resource. `told` is what it was; only what differs should be said.
pub fn change(pair: Pair, told: SharePrivileges, privileges: SharePrivileges) -> Change<GroupShare> {
    let (group, resource) = (pair.group.clone(), pair.resource.clone());
    let call = shares::Change { group, resource, privileges, options: ResponseOptions::default() };
    let change = Change::new(about(Action::Replace, &pair), call, Some)
        .read_by(read(&pair))
        .look_up(move |now| match now {
            Some(now) => Found::by(is(now, privileges), now.properties == Some(told)),
            None => Found::SomethingElse,
        })
        .verify(move |now| now.properties.is_none() || is(now, privileges));
    let back =
        SharePrivileges { edit: privileges.edit.and(told.edit), share: privileges.share.and(told.share) };
    // What was not told cannot be restored.
    let is_whole = back.edit.is_some() == privileges.edit.is_some()
        && back.share.is_some() == privileges.share.is_some();
    if is_whole { change.inverse(move |_| Some(self::change(pair, privileges, back))) } else { change }
}

/// Stops sharing a resource with a group. `told` is what the group could do with it, where that is known.
pub fn remove(pair: Pair, told: Option<SharePrivileges>) -> Change<GroupShare> {
    let (group, resource) = (pair.group.clone(), pair.resource.clone());
    let call = Remove { group, resource, options: ResponseOptions::default() };
    let change = Change::new(about(Action::Delete, &pair), call, |()| None)
        .read_by(read(&pair))
        .look_up(|now| Found::by(now.is_none(), now.is_some()));
    match told {
        Some(told) => change.inverse(move |_| Some(add(pair, told))),
        None => change,
    }
}

fn read(pair: &Pair) -> Read {
    let Pair { group, resource, .. } = pair.clone();
    Read { group, resource, options: ResponseOptions::default() }
}

fn about(action: Action, pair: &Pair) -> About {
    About::new(action, KIND, format_args!("{}/{}", pair.group, pair.resource)).called(pair.name.as_deref())
}

/// Whether a share is what was written. What either side leaves out may be anything.
fn is(now: &GroupShare, wanted: SharePrivileges) -> bool {
    let Some(told) = now.properties else { return false };
    let same =
        |wanted: Option<bool>, told: Option<bool>| wanted.is_none() || told.is_none() || wanted == told;
    same(wanted.edit, told.edit) && same(wanted.share, told.share)
}
