//! Changes of groups. They are carried out when they are answered.

use crate::told;
use crate::vendors::ionos::group::{Group, GroupWrite};
use crate::vendors::ionos::groups::{Create, Delete, List, Read, Replace};
use crate::vendors::ionos::ids::GroupId;
use crate::vendors::ionos::response_options::ResponseOptions;
use crate::write::{About, Action, Change, Found};

const KIND: &str = "group";

/// Creates a group. `known` are the groups that were there before, so that none of them is taken for the new
/// one: two groups may have the same name.
pub fn create(group: GroupWrite, known: Vec<GroupId>) -> Change<Group> {
    let (about, name) = (About::create(KIND).called(Some(group.name())), group.name().to_owned());
    let (wanted, meant) = (group.clone(), group.clone());
    Change::new(about, Create { group, options: ResponseOptions::default() }, Some)
        .read_with(move |connection| {
            let (name, known) = (name.clone(), known.clone());
            Box::pin(async move {
                let list = connection.call(&List { options: super::NAMED }).await?;
                let is_new = |group: &Group| group.name() == Some(&name) && !known.contains(&group.id);
                Ok(super::only(list.items, is_new))
            })
        })
        .look_up(move |now| Found::of_new(now.map(|now| is(now, &wanted))))
        .verify(move |now| is(now, &meant))
        .inverse(|now| Some(delete(now?)))
}

/// Replaces the name and all privileges: what somebody else has changed since must not come back unseen.
pub fn replace(before: Group, group: GroupWrite) -> Change<Group> {
    let (id, shown) = (before.id.clone(), before.properties.clone());
    let (wanted, meant, own) = (group.clone(), group.clone(), id.clone());
    let call = Replace { id: id.clone(), group, options: ResponseOptions::default() };
    let old = before.properties.clone();
    let old = old.and_then(|old| GroupWrite::new(old.name?, &old.privileges, &old.told).ok());
    let change = Change::new(about(Action::Replace, &before), call, Some)
        .read_by(Read { id, options: ResponseOptions::default() })
        .unless_changed(move |now| now.properties == shown)
        .look_up(move |now| match now {
            Some(now) => Found::by_told(is(now, &wanted), now.properties == before.properties),
            None => Found::SomethingElse,
        })
        .verify(move |now| told::all([Some(now.id == own), is(now, &meant)]));
    match old {
        Some(old) => change.inverse(move |now| Some(replace(now?.clone(), old))),
        None => change,
    }
}

/// Deletes a group. It has no inverse: its members and shares go with it.
pub fn delete(group: &Group) -> Change<Group> {
    let (id, shown) = (group.id.clone(), group.properties.clone());
    let call = Delete { id: id.clone(), options: ResponseOptions::default() };
    Change::new(about(Action::Delete, group), call, |()| None)
        .read_by(Read { id, options: ResponseOptions::default() })
        .unless_changed(move |now| super::agree(now.properties.as_ref(), shown.as_ref(), |one| &one.told))
        .look_up(|now| Found::by(now.is_none(), now.is_some()))
}

fn about(action: Action, group: &Group) -> About {
    About::new(action, KIND, &group.id).called(group.name())
}

/// Whether a group is what was written, as far as it is told.
fn is(now: &Group, wanted: &GroupWrite) -> Option<bool> {
    now.properties.as_ref()?.told.are(wanted.properties())
}
