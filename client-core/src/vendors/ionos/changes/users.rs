//! Changes of users. They are carried out when they are answered.

use crate::vendors::ionos::ids::UserId;
use crate::vendors::ionos::response_options::ResponseOptions;
use crate::vendors::ionos::user::{NewUser, User, UserChange};
use crate::vendors::ionos::users::{self, Create, Delete, Read, Replace};
use crate::write::{About, Action, Change, Found};

const KIND: &str = "user";

/// Creates a user. `known` are the users that were there before, so that none of them is taken for the new one.
pub fn create(user: NewUser, known: Vec<UserId>) -> Change<User> {
    let wanted = without_password(&user.user);
    let (about, email) = (About::create(KIND).called(Some(&wanted.email)), wanted.email.clone());
    let meant = wanted.clone();
    Change::new(about, Create { user, options: ResponseOptions::default() }, Some)
        .read_with(move |connection| {
            let (email, known) = (email.clone(), known.clone());
            Box::pin(async move {
                let all = users::all(&connection, super::NAMED).await?;
                let has_email =
                    |user: &User| user.email().is_some_and(|one| one.eq_ignore_ascii_case(&email));
                let is_partial = all.cut || all.bad_rows > 0;
                let is_new = |user: &User| has_email(user) && !known.contains(&user.id);
                Ok(super::pick(all.users, is_partial, is_new))
            })
        })
        .look_up(move |now| match now {
            Some(now) => Found::by(is(now, &wanted), false),
            None => Found::NotDone,
        })
        .verify(move |now| now.properties.is_none() || is(now, &meant))
        .inverse(|now| Some(delete(now?)))
}

/// Replaces a user: every field is sent, so what somebody else has changed since must not come back unseen.
pub fn replace(before: User, user: UserChange) -> Change<User> {
    let (id, wanted, has_password) = (before.id.clone(), without_password(&user), user.password.is_some());
    let (shown, meant) = (before.properties.clone(), wanted.clone());
    let call = Replace { id: id.clone(), user, options: ResponseOptions::default() };
    let change = Change::new(about(Action::Replace, &before), call, Some)
        .read_by(Read { id, options: ResponseOptions::default() })
        .unless_changed(move |now| now.properties == shown)
        .verify(move |now| now.properties.is_none() || is(now, &meant));
    // The password of before is not known, so what sets one cannot be undone.
    let change = match before.properties.as_ref().map(UserChange::from).filter(|_| !has_password) {
        Some(old) => change.inverse(move |now| Some(replace(now?.clone(), old))),
        None => change,
    };
    // A password cannot be seen: where nothing else changes there is nothing to look for.
    if is(&before, &wanted) {
        return change;
    }
    change.look_up(move |now| match now {
        Some(now) => Found::by(is(now, &wanted), now.properties == before.properties),
        None => Found::SomethingElse,
    })
}

/// Deletes a user. It has no inverse: one who is created anew has another id and no password.
pub fn delete(user: &User) -> Change<User> {
    let call = Delete { id: user.id.clone(), options: ResponseOptions::default() };
    Change::new(about(Action::Delete, user), call, |()| None)
        .read_by(Read { id: user.id.clone(), options: ResponseOptions::default() })
        .look_up(|now| Found::by(now.is_none(), now.is_some()))
}

fn about(action: Action, user: &User) -> About {
    About::new(action, KIND, &user.id).called(user.email())
}

fn without_password(user: &UserChange) -> UserChange {
    UserChange { password: None, ..user.clone() }
}

/// Whether a user is what was written. A flag that either side leaves out may be anything.
fn is(now: &User, wanted: &UserChange) -> bool {
    let Some(told) = &now.properties else { return false };
    let now = UserChange::from(told);
    let told = |wanted: Option<bool>, now: Option<bool>| wanted.and(now.or(wanted));
    let sec_auth_active = told(wanted.sec_auth_active, now.sec_auth_active);
    let active = told(wanted.active, now.active);
    UserChange { sec_auth_active, active, ..now } == *wanted
}
