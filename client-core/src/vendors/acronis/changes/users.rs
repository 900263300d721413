//! Changes of users. A write names the version that it is meant for; the user is read again right before all the same, so
//! that what somebody else has changed is said before anything is sent.

use serde_json::{Map, Value, json};

use crate::told;
use crate::vendors::acronis::contact_field::ContactField;
use crate::vendors::acronis::ids::UserId;
use crate::vendors::acronis::user::User;
use crate::vendors::acronis::user_lists::of_tenant;
use crate::vendors::acronis::user_write::{NewUser, UserEdit};
use crate::vendors::acronis::users::{Create, Delete, Read, ResetTotp, Restore, SendActivation, Update};
use crate::write::{About, Action, Change, Found, Now, Recorded};

const KIND: &str = "user";

/// Creates a user. `known` are the users of the tenant that were there before, so that none of them is taken for the new
/// one.
pub fn create(new: NewUser, known: Vec<UserId>) -> Change<User> {
    let about = About::create(KIND).called(Some(new.login()));
    let (wanted, meant) = (new.clone(), new.clone());
    Change::new(about, Create(new.clone()), Some)
        .read_with(move |connection| {
            let (new, known) = (new.clone(), known.clone());
            Box::pin(async move {
                let all = of_tenant(&connection, new.tenant()).await?;
                let is_whole = all.is_whole();
                let has_login = |user: &User| {
                    user.login.as_deref().is_some_and(|login| login.eq_ignore_ascii_case(new.login()))
                };
                let is_new = |(id, user): &(UserId, User)| has_login(user) && !known.contains(id);
                Ok(match all.users.into_iter().find(is_new) {
                    Some((_, user)) => Now::There(user),
                    // One that could not be read may be the new one.
                    None if !is_whole => Now::Unclear,
                    None => Now::NotThere,
                })
            })
        })
        .look_up(move |now| Found::of_new(now.map(|now| wanted.is(now))))
        .verify(move |now| meant.is(now))
        .inverse(|now| Some(delete(now?.id?, now?.version?, now?)))
}

/// Changes what was edited of a user, and leaves the rest. `version` is that of the user who was shown.
pub fn update(id: UserId, version: i64, before: User, edit: UserEdit) -> Change<User> {
    let back = edit.back(&before);
    let (after, sent, shown, written) =
        (edit.applied_to(&before), edit.clone(), before.clone(), edit.clone());
    let change = Change::new(about(Action::Change, KIND, id, &before), Update { id, version, edit }, Some)
            .read_by(Read { id, allow_deleted: false })
            .unless_changed(move |now| now.agrees(&shown))
            .look_up(move |now| match now {
                Some(now) => Found::by_told(sent.is_in(now), now.has_same_content(&before)),
                None => Found::SomethingElse,
            })
            // What was not sent has to be what it was.
            .verify(move |now| told::all([Some(now.has_same_content(&after)), written.is_in(now)]));
    match back {
        Some(back) => change.inverse(move |now| Some(update(id, now?.version?, now?.clone(), back))),
        None => change,
    }
}

/// Deletes a user, softly. A deleted user can be restored.
pub fn delete(id: UserId, version: i64, user: &User) -> Change<User> {
    let (shown, back, was_enabled) = (user.clone(), user.clone(), user.enabled == Some(true));
    Change::new(about(Action::Delete, KIND, id, user), Delete { id, version }, |()| None)
        .read_by(Read { id, allow_deleted: false })
        .unless_changed(move |now| now.agrees(&shown))
        .look_up(|now| match now {
            Some(now) if !now.is_deleted() => Found::NotYet,
            _ => Found::Done,
        })
        .inverse(move |_| Some(restore(id, &back, was_enabled)))
}

/// Brings a deleted user back; `enable` also lets them sign in again.
pub fn restore(id: UserId, user: &User, enable: bool) -> Change<User> {
    let call = Restore { id, force: false, enable };
    Change::new(about(Action::Change, KIND, id, user), call, |()| None)
        .read_by(Read { id, allow_deleted: true })
        .unless_changed(User::is_deleted)
        .look_up(|now| match now {
            Some(now) if !now.is_deleted() => Found::Done,
            Some(_) => Found::NotYet,
            None => Found::CannotTell,
        })
        .read_back(move |connection| {
            Box::pin(async move {
                let now = connection.call(&Read { id, allow_deleted: true }).await?;
                Ok(!now.is_deleted())
            })
        })
}

/// Sends the activation e-mail. Nothing of a user tells whether one was sent, so a lost answer stays unknown; and it has no
/// inverse.
pub fn send_activation(id: UserId, user: &User) -> Change<User> {
    let shown = user.clone();
    let about = about(Action::Create, "activation_email", id, user);
    Change::new(about, SendActivation { id }, |()| None)
        .read_by(Read { id, allow_deleted: false })
        // To the address that was shown, and to nobody who needs none any more.
        .unless_changed(move |now| {
            let is_same_address = now.email().zip(shown.email()).is_none_or(|(now, shown)| now == shown);
            is_same_address && now.activated == shown.activated
        })
}

/// Takes away the second factor that a user has set up. What they have set up is not told, so a lost answer stays unknown;
/// only they can set it up anew.
pub fn reset_totp(id: UserId, user: &User) -> Change<User> {
    let login = user.login.clone();
    Change::new(about(Action::Delete, "totp", id, user), ResetTotp { id }, |()| None)
        .read_by(Read { id, allow_deleted: false })
        .unless_changed(move |now| now.login.is_none() || now.login == login)
}

fn about(action: Action, kind: &'static str, id: UserId, user: &User) -> About {
    About::new(action, kind, id).called(user.login.as_deref())
}

impl Recorded for User {
    fn record(&self) -> String {
        let contact = self.contact.clone().unwrap_or_default();
        let text = |field: ContactField| Some((field.name().to_owned(), json!(contact.text(field)?)));
        let contact: Map<String, Value> = ContactField::ALL.into_iter().filter_map(text).collect();
        let record = json!({
            "login": self.login,
            "enabled": self.enabled,
            "language": self.language,
            "notifications": self.notifications,
            "contact": contact,
            "version": self.version,
        });
        record.to_string()
    }
}
