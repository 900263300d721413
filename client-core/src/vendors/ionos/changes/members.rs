//! Adding users to groups, and removing them. Carried out when it is answered.

use crate::vendors::ionos::ids::{GroupId, UserId};
use crate::vendors::ionos::members::{Add, List, Remove};
use crate::vendors::ionos::response_options::ResponseOptions;
use crate::vendors::ionos::user::User;
use crate::write::{About, Action, Change, Found};

const KIND: &str = "member";

/// Adds a user to a group. `name` is what people call the user.
pub fn add(group: GroupId, user: UserId, name: Option<String>) -> Change<User> {
    let call = Add { group: group.clone(), user: user.clone(), options: ResponseOptions::default() };
    let added = user.clone();
    let change = Change::new(about(Action::Create, &group, &user, &name), call, Some)
        .look_up(|now| Found::of_new(now.map(|_| Some(true))))
        .verify(move |now| Some(now.id == added));
    read_in_group(change, &group, &user).inverse(move |_| Some(remove(group, user, name)))
}

/// Removes a user from a group.
pub fn remove(group: GroupId, user: UserId, name: Option<String>) -> Change<User> {
    let call = Remove { group: group.clone(), user: user.clone(), options: ResponseOptions::default() };
    let change = Change::new(about(Action::Delete, &group, &user, &name), call, |()| None)
        .unless_changed(|_| true)
        .look_up(|now| Found::by(now.is_none(), now.is_some()));
    read_in_group(change, &group, &user).inverse(move |_| Some(add(group, user, name)))
}

fn read_in_group(change: Change<User>, group: &GroupId, user: &UserId) -> Change<User> {
    let (list, user) = (List { group: group.clone(), options: ResponseOptions::default() }, user.clone());
    change.read_with(move |connection| {
        let (list, user) = (list.clone(), user.clone());
        Box::pin(async move {
            let members = connection.call(&list).await?;
            Ok(super::only(members.items, |member| member.id == user))
        })
    })
}

fn about(action: Action, group: &GroupId, user: &UserId, name: &Option<String>) -> About {
    About::new(action, KIND, format_args!("{group}/{user}")).called(name.as_deref())
}
