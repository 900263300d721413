//! Changes of settings. The API has no version for a setting, so it is read again right before the write.

use crate::vendors::acronis::settings::{Delete, Key, Put, Read};
use crate::vendors::acronis::{Own, Setting};
use crate::write::{About, Action, Change, Found, Recorded};

const KIND: &str = "setting";

/// Sets the own value where it still is `shown`, what somebody saw.
pub fn set(key: Key, shown: Option<Own>, own: Own) -> Change<Setting> {
    let (meant, written) = (own.clone(), own.clone());
    let change = Change::new(about(Action::Replace, &key), Put(key.clone(), own.clone()), Some);
    steps(change, key.clone(), shown.clone(), Some(own))
        .verify(move |now| Some(now.own.as_ref() == Some(&meant)))
        .inverse(move |_| Some(set_or_return(key, Some(written), shown)))
}

/// Deletes the own value where it still is `shown`; the setting is inherited again.
pub fn return_to_inherited(key: Key, shown: Option<Own>) -> Change<Setting> {
    let change = Change::new(about(Action::Delete, &key), Delete(key.clone()), |()| None);
    steps(change, key.clone(), shown.clone(), None).inverse(move |_| Some(set(key, None, shown?)))
}

/// Sets the own value, or returns to the inherited one.
pub fn set_or_return(key: Key, shown: Option<Own>, own: Option<Own>) -> Change<Setting> {
    match own {
        Some(own) => set(key, shown, own),
        None => return_to_inherited(key, shown),
    }
}

fn steps(change: Change<Setting>, key: Key, shown: Option<Own>, own: Option<Own>) -> Change<Setting> {
    let before = shown.clone();
    change.read_by(Read(key)).unless_changed(move |now| now.own == before).look_up(move |now| match now {
        Some(now) => Found::by(now.own == own, now.own == shown),
        // A setting that is not found may be out of sight.
        None => Found::CannotTell,
    })
}

fn about(action: Action, key: &Key) -> About {
    let id = format_args!("{}/{}/{}", key.application, key.tenant, key.name);
    About::new(action, KIND, id).called(Some(&key.name))
}

impl Recorded for Setting {
    fn record(&self) -> String {
        let own = |own: &Own| {
            let Own { value, lock, exclusive } = own;
            format!(r#"{{"value":{},"lock":{lock},"exclusive":{exclusive}}}"#, value.to_json())
        };
        self.own.as_ref().map_or_else(|| "null".to_owned(), own)
    }
}
