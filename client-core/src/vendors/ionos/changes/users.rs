//! Changes of users. They are carried out when they are answered.

use serde_json::{Map, Value};

use crate::told;
use crate::vendors::ionos::ids::UserId;
use crate::vendors::ionos::response_options::ResponseOptions;
use crate::vendors::ionos::user::{NewUser, User, UserChange};
use crate::vendors::ionos::users::{self, Create, Delete, Read, Replace};
use crate::write::{About, Action, Change, Found};

const KIND: &str = "user";

/// Creates a user. `known` are the users that were there before, so that none of them is taken for the new one.
pub fn create(user: NewUser, known: Vec<UserId>) -> Change<User> {
    let (wanted, email) = (super::seen(user.user.properties()), user.user.email.clone());
    let about = About::create(KIND).called(Some(&email));
    let meant = wanted.clone();
    Change::new(about, Create { user, options: ResponseOptions::default() }, Some)
        .read_with(move |connection| {
            let (email, known) = (email.clone(), known.clone());
            Box::pin(async move {
                let all = users::all(&connection, super::NAMED).await?;
                let has_email =
                    |user: &User| user.email().is_some_and(|one| one.eq_ignore_ascii_case(&email));
                let is_partial = !all.is_whole();
                let is_new = |user: &User| has_email(user) && !known.contains(&user.id);
                Ok(super::pick(all.users, is_partial, is_new))
            })
        })
        .look_up(move |now| Found::of_new(now.map(|now| is(now, &wanted))))
        .verify(move |now| is(now, &meant))
        .inverse(|now| Some(delete(now?)))
}

/// Replaces a user: every field is sent, so what somebody else has changed since must not come back unseen.
pub fn replace(before: User, user: UserChange) -> Change<User> {
    let (id, has_password) = (before.id.clone(), user.password.is_some());
    let wanted = super::seen(user.properties());
    let (shown, meant, own) = (before.properties.clone(), wanted.clone(), id.clone());
    let call = Replace { id: id.clone(), user, options: ResponseOptions::default() };
    let change = Change::new(about(Action::Replace, &before), call, Some)
        .read_by(Read { id, options: ResponseOptions::default() })
        .unless_changed(move |now| now.properties == shown)
        .verify(move |now| told::all([Some(now.id == own), is(now, &meant)]));
    // The password of before is not known, so what sets one cannot be undone.
    let change = match before.properties.as_ref().and_then(UserChange::of).filter(|_| !has_password) {
        Some(old) => change.inverse(move |now| Some(replace(now?.clone(), old))),
        None => change,
    };
    // A password cannot be seen: where nothing else is seen to change there is nothing to look for.
    if is(&before, &wanted) != Some(false) {
        return change;
    }
    change.look_up(move |now| match now {
        Some(now) => Found::by_told(is(now, &wanted), now.properties == before.properties),
        None => Found::SomethingElse,
    })
}

/// Deletes a user. It has no inverse: one who is created anew has another id and no password.
pub fn delete(user: &User) -> Change<User> {
    let (call, shown) =
        (Delete { id: user.id.clone(), options: ResponseOptions::default() }, user.properties.clone());
    Change::new(about(Action::Delete, user), call, |()| None)
        .read_by(Read { id: user.id.clone(), options: ResponseOptions::default() })
        .unless_changed(move |now| super::agree(now.properties.as_ref(), shown.as_ref(), |one| &one.told))
        .look_up(|now| Found::by(now.is_none(), now.is_some()))
}

fn about(action: Action, user: &User) -> About {
    About::new(action, KIND, &user.id).called(user.email())
}

/// Whether a user is what was written, as far as they are told. A password cannot be seen.
fn is(now: &User, wanted: &Map<String, Value>) -> Option<bool> {
    now.properties.as_ref()?.told.are(wanted)
}
