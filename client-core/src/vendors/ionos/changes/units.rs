//! Changes of backup units. Each is accepted with 202 and carried out later, so a task follows it.

use serde_json::{Map, Value};

use crate::error::Error;
use crate::told;
use crate::vendors::ionos::backup_unit::{BackupUnit, BackupUnitChange, NewBackupUnit};
use crate::vendors::ionos::backup_units::{self, Create, Delete, List, Replace, find, find_unless_gone};
use crate::vendors::ionos::ids::UnitId;
use crate::vendors::ionos::metadata::State;
use crate::vendors::ionos::response_options::ResponseOptions;
use crate::write::{About, Action, Change, Found, Now};

const KIND: &str = "backupunit";

/// Creates a unit. `known` are the units that were there before, so that none of them is taken for the new one.
///
/// It has no inverse: deleting the unit would delete what has been backed up since.
pub fn create(unit: NewBackupUnit, known: Vec<UnitId>) -> Change<BackupUnit> {
    let (about, name) = (About::create(KIND).called(Some(&unit.name)), unit.name.clone());
    let wanted = super::seen(unit.properties());
    let meant = wanted.clone();
    Change::new(about, Create { unit, options: ResponseOptions::default() }, Some)
        .followed(wanted.clone())
        // The answer tells what the unit will be.
        .foresee(move |now| is(now, &wanted))
        .verify(move |now| is(now, &meant))
        .read_with(move |connection| {
            let (name, known) = (name.clone(), known.clone());
            Box::pin(async move {
                let list = connection.call(&List { options: super::NAMED }).await?;
                // The API compares names without regard to case.
                let has_name =
                    |unit: &BackupUnit| unit.name().is_some_and(|one| one.eq_ignore_ascii_case(&name));
                Ok::<_, Error>(super::only(list.items, |unit| has_name(unit) && !known.contains(&unit.id)))
            })
        })
        .look_up(|now| match now {
            Some(unit) if is_busy(unit) => Found::UnderWay,
            // What it is is told by its task or its panel: a unit that has just been made may not tell all.
            now => Found::of_new(now.map(|_| Some(true))),
        })
}

/// Changes what of a unit is said, and leaves the rest.
pub fn change(before: BackupUnit, change: BackupUnitChange) -> Change<BackupUnit> {
    let call = backup_units::Change { id: before.id.clone(), change: change.clone(), options: default() };
    let sent = super::seen(change.properties());
    let (email, has_password) = (change.email, change.password.is_some());
    let to_write = Change::new(about(Action::Change, &before), call, Some);
    let to_write = written(to_write, before.clone(), email.clone(), sent);
    // The password of before is not known; an address cannot be taken away.
    match (email, before.email().map(str::to_owned)) {
        (Some(_), Some(old)) if !has_password => to_write.inverse(move |now| {
            let back = BackupUnitChange { password: None, email: Some(old) };
            Some(self::change(now?.clone(), back))
        }),
        _ => to_write,
    }
}

/// Replaces everything of a unit that can be written; what this version does not know goes back as it came. It has
/// no inverse: the password of before is not known.
pub fn replace(before: BackupUnit, change: BackupUnitChange) -> Change<BackupUnit> {
    let email = change.email.clone();
    let told = before.properties.as_ref().map(|one| one.told.clone()).unwrap_or_default();
    let sent = super::seen(change.replacing(&told));
    let call = Replace { id: before.id.clone(), change, told, options: default() };
    written(Change::new(about(Action::Replace, &before), call, Some), before, email, sent)
}

/// Deletes a unit, and with it all its backups.
pub fn delete(before: BackupUnit) -> Change<BackupUnit> {
    let id = before.id.clone();
    let call = Delete { id: id.clone(), options: default() };
    let (shown, was_busy) = (before.clone(), is_busy(&before));
    Change::new(about(Action::Delete, &before), call, |()| None)
        .followed(Map::new())
        .read_with(move |connection| {
            let id = id.clone();
            Box::pin(async move { find_unless_gone(&connection, &id, default()).await.map(Now::There) })
        })
        .unless_changed(move |now| is_same(now, &before))
        .look_up(move |now| match now {
            None => Found::Done,
            Some(now) if is_busy(now) && !was_busy => Found::UnderWay,
            Some(now) if is_busy(now) => Found::CannotTell,
            Some(now) => Found::by(false, is_same(now, &shown)),
        })
}

/// What a change and a replacement have in common.
fn written(
    change: Change<BackupUnit>,
    before: BackupUnit,
    email: Option<String>,
    sent: Map<String, Value>,
) -> Change<BackupUnit> {
    let (shown, old, own, meant) = (before.clone(), before.clone(), before.id.clone(), sent.clone());
    let id = before.id.clone();
    let change = change
        .followed(sent.clone())
        .read_with(move |connection| {
            let id = id.clone();
            Box::pin(async move { find(&connection, &id, default()).await.map(Now::There) })
        })
        .unless_changed(move |now| is_same(now, &shown))
        // Until it is carried out, the answer may tell the unit as it was.
        .foresee(move |now| match told::all([Some(now.id == old.id), is(now, &sent)]) {
            Some(false) if now.id == old.id && now.properties == old.properties => None,
            is_foreseen => is_foreseen,
        })
        .verify(move |now| told::all([Some(now.id == own), is(now, &meant)]));
    // A password cannot be seen: without another address there is nothing to look for.
    match email.filter(|email| before.email() != Some(email)) {
        None => change,
        Some(email) => change.look_up(move |now| {
            let Some(now) = now else { return Found::SomethingElse };
            match (now.email() == Some(&email), is_busy(now)) {
                (true, true) => Found::UnderWay,
                (false, true) => Found::CannotTell,
                (is_what_was_sent, false) => Found::by(is_what_was_sent, is_same(now, &before)),
            }
        }),
    }
}

fn default() -> ResponseOptions {
    ResponseOptions::default()
}

fn about(action: Action, unit: &BackupUnit) -> About {
    About::new(action, KIND, &unit.id).called(unit.name())
}

/// Whether a unit is what was written, as far as it is told. A password cannot be seen.
fn is(now: &BackupUnit, wanted: &Map<String, Value>) -> Option<bool> {
    now.properties.as_ref()?.told.are(wanted)
}

fn is_busy(unit: &BackupUnit) -> bool {
    unit.state() == Some(&State::Busy)
}

/// Whether a unit is still what was shown.
fn is_same(now: &BackupUnit, shown: &BackupUnit) -> bool {
    now.properties == shown.properties && now.etag() == shown.etag()
}
