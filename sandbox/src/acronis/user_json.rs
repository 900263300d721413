//! A user as JSON.

use super::call::Call;
use super::members::{push_date, push_person, push_uuid};
use super::policies;
use super::store::Store;
use crate::estate::ids::Space;
use crate::estate::people::User;
use crate::json::{Object, push_string};

/// How much a list says about each user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lod {
    /// Id, tenant, version and dates.
    Stamps,
    /// And login, personal tenant, enabled.
    Basic,
    /// Everything.
    Full,
}

/// Under which login a user is told: who is signed in has the account's.
pub fn login_of(call: &Call<'_>, store: &Store, user: &User) -> String {
    let is_me = user.tenant == call.top
        && call.account.has_user()
        && store.users(call.top).first().is_some_and(|first| first.id == user.id);
    if is_me { call.account.login().to_owned() } else { user.login.clone() }
}

/// Writes the user.
pub fn push(
    call: &Call<'_>,
    store: &Store,
    user: &User,
    lod: Lod,
    with_access_policies: bool,
    out: &mut String,
) {
    let (person, no_texts) = (&user.person, <[&str; 0]>::default());
    let mut object = Object::begin(out);
    push_uuid(&mut object, "id", user.id);
    object.number("version", user.version);
    push_uuid(&mut object, "tenant_id", store.uuid(user.tenant));
    push_date(&mut object, "created_at", Some(person.created), person.zone);
    push_date(&mut object, "updated_at", Some(person.updated), person.zone);
    push_date(&mut object, "deleted_at", user.deleted, person.zone);
    if lod != Lod::Stamps {
        object.text("login", &login_of(call, store, user));
        object.raw("personal_tenant_id", "null").flag("enabled", user.enabled);
    }
    if lod == Lod::Full {
        let mut contact = Object::begin(object.key("contact"));
        push_uuid(&mut contact, "id", user.contact_id);
        push_date(&mut contact, "created_at", Some(person.created), person.zone);
        push_date(&mut contact, "updated_at", Some(person.updated), person.zone);
        contact.list("types", no_texts, push_string);
        push_person(&mut contact, person);
        contact.end();
        object.flag("activated", user.activated).text("language", &user.language);
        push_uuid(&mut object, "idp_id", store.estate().ids().uuid(Space::Singleton, 2));
        object
            .list("business_types", no_texts, push_string)
            .list("notifications", &user.notifications, |out, one| push_string(out, one))
            .text("mfa_status", &user.mfa_status)
            .text("session_mfa_status", "passed_or_not_required");
    }
    if with_access_policies {
        let granted = policies::policies_of_user(store, user);
        object.list("access_policies", granted, |out, policy| policies::push(store, &policy, out));
    }
    object.end();
}
