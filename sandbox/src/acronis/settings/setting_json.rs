//! A setting as the vendor writes it.

use super::catalogue::{Oddity, Setting};
use super::rule::{Effective, Own, Owner};
use super::view::State;
use crate::acronis::members::push_uuid;
use crate::acronis::store::Store;
use crate::json::Object;

/// When the answer has `effective.hidden`: the reference's examples differ by operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// In lists.
    Always,
    /// On a single setting.
    WhenTrue,
    /// After a write.
    Never,
}

/// Appends one setting.
pub fn push_setting(out: &mut String, store: &Store, setting: &Setting, state: &State, hidden: Hidden) {
    let mut object = Object::begin(out);
    object.text("name", setting.name).text("application_id", setting.application);
    match &state.own {
        Some(own) => push_own(&mut object, own),
        None => {
            object.raw("own", "null");
        }
    }
    match &state.effective {
        Some(effective) => push_effective(&mut object, store, setting, effective, hidden),
        None => {
            object.raw("effective", "null");
        }
    }
    object.end();
}

fn push_own(object: &mut Object<'_>, own: &Own) {
    let mut member = Object::begin(object.key("own"));
    member.raw("value", &own.value).flag("lock", own.lock).flag("exclusive", own.exclusive);
    member.end();
}

fn push_effective(
    object: &mut Object<'_>,
    store: &Store,
    setting: &Setting,
    effective: &Effective,
    hidden: Hidden,
) {
    let is_hidden = setting.oddity == Oddity::Hidden;
    let (kind, id) = match effective.owner {
        Owner::Tenant(number) => ("tenant", store.uuid(number)),
        Owner::User(id) => ("user", id),
    };
    let mut member = Object::begin(object.key("effective"));
    let mut owner = Object::begin(member.key("owner"));
    owner.text("type", kind);
    push_uuid(&mut owner, "id", id);
    owner.end();
    match hidden {
        Hidden::Always => {
            member.flag("hidden", is_hidden);
        }
        Hidden::WhenTrue if is_hidden => {
            member.flag("hidden", true);
        }
        _ => {}
    }
    member.raw("value", &effective.value).flag("lock", effective.lock);
    member.end();
}
