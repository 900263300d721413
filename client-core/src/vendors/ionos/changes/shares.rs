//! Sharing resources with groups. Carried out when it is answered.

use serde_json::{Map, Value};

use crate::told;
use crate::vendors::ionos::ids::{GroupId, ResourceId};
use crate::vendors::ionos::properties::Properties;
use crate::vendors::ionos::response_options::ResponseOptions;
use crate::vendors::ionos::shares::{self, Add, GroupShare, Read, Remove, SharePrivileges, ShareProperties};
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
    let (wanted, own) = (privileges.properties(&Properties::default()), pair.resource.clone());
    let meant = wanted.clone();
    Change::new(about(Action::Create, &pair), call, Some)
        .read_by(read(&pair))
        .look_up(move |now| Found::of_new(now.map(|now| is(now, &wanted))))
        .verify(move |now| told::all([Some(now.id == own), is(now, &meant)]))
        .inverse(move |now| Some(remove(pair, now.and_then(|now| now.properties.clone()))))
}

/// Changes what a group may do with a resource. `before` is what it was: what `privileges` leave out goes back as it
/// came.
pub fn change(pair: Pair, before: ShareProperties, privileges: SharePrivileges) -> Change<GroupShare> {
    let (group, resource, own) = (pair.group.clone(), pair.resource.clone(), pair.resource.clone());
    let (told, options) = (before.told.clone(), ResponseOptions::default());
    let wanted = privileges.properties(&told);
    let (meant, shown, was) = (wanted.clone(), before.clone(), before.clone());
    let call = shares::Change { group, resource, privileges, told, options };
    let change = Change::new(about(Action::Replace, &pair), call, Some)
        .read_by(read(&pair))
        .unless_changed(move |now| now.properties.as_ref() == Some(&shown))
        .look_up(move |now| match now {
            Some(now) => Found::by_told(is(now, &wanted), now.properties.as_ref() == Some(&was)),
            None => Found::SomethingElse,
        })
        .verify(move |now| told::all([Some(now.id == own), is(now, &meant)]));
    let old = before.privileges;
    let back =
        SharePrivileges { edit: privileges.edit.and(old.edit), share: privileges.share.and(old.share) };
    // What was not told cannot be restored.
    let is_whole = back.edit.is_some() == privileges.edit.is_some()
        && back.share.is_some() == privileges.share.is_some();
    if !is_whole {
        return change;
    }
    change.inverse(move |now| Some(self::change(pair, now?.properties.clone()?, back)))
}

/// Stops sharing a resource with a group. `told` is what the group could do with it, where that is known.
pub fn remove(pair: Pair, told: Option<ShareProperties>) -> Change<GroupShare> {
    let (group, resource) = (pair.group.clone(), pair.resource.clone());
    let call = Remove { group, resource, options: ResponseOptions::default() };
    let change = Change::new(about(Action::Delete, &pair), call, |()| None)
        .read_by(read(&pair))
        .look_up(|now| Found::by(now.is_none(), now.is_some()));
    // A share that could not be read before cannot be read again.
    let Some(told) = told else { return change };
    let shown = told.clone();
    change
        .unless_changed(move |now| super::agree(now.properties.as_ref(), Some(&shown), |one| &one.told))
        .inverse(move |_| Some(add(pair, told.privileges)))
}

fn read(pair: &Pair) -> Read {
    let Pair { group, resource, .. } = pair.clone();
    Read { group, resource, options: ResponseOptions::default() }
}

fn about(action: Action, pair: &Pair) -> About {
    About::new(action, KIND, format_args!("{}/{}", pair.group, pair.resource)).called(pair.name.as_deref())
}

/// Whether a share is what was written, as far as it is told.
fn is(now: &GroupShare, wanted: &Map<String, Value>) -> Option<bool> {
    now.properties.as_ref()?.told.are(wanted)
}
