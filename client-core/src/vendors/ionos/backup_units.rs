//! `/backupunits`. Reference: Backup Service. The four writes answer 202 with a `Location` where the request's
//! status is told ([`super::requests::Location`]).

use serde::Deserialize;
use serde_json::json;

use super::backup_unit::{BackupUnit, BackupUnitChange, BackupUnitSso, NewBackupUnit};
use super::calls::calls;
use super::collection::BackupUnits;
use super::ids::UnitId;
use super::metadata::State;
use super::properties::Properties;
use super::response_options::ResponseOptions;
use crate::catalogue::ionos;
use crate::connection::Connection;
use crate::error::Error;
use crate::request::call;

calls! {
    /// All backup units of the contract (`backupunitsGet`).
    #[derive(Copy, Default)]
    List {}: ionos::BACKUPUNITS_GET [] => BackupUnits;

    /// One backup unit (`backupunitsFindById`).
    Read {
        /// Which.
        id: UnitId,
    }: ionos::BACKUPUNITS_FIND_BY_ID [id] => BackupUnit;

    /// Creates a backup unit (`backupunitsPost`); the answer tells what it will be.
    Create {
        /// The unit.
        unit: NewBackupUnit,
    }: ionos::BACKUPUNITS_POST [] json unit.body() => BackupUnit;

    /// Replaces the properties of a backup unit (`backupunitsPut`). The name is read-only and is not sent.
    Replace {
        /// Which.
        id: UnitId,
        /// The properties.
        change: BackupUnitChange,
        /// The unit as it was told: what is not changed goes back as it came.
        told: Properties,
    }: ionos::BACKUPUNITS_PUT [id] json json!({ "properties": change.replacing(told) }) => BackupUnit;

    /// Changes some properties of a backup unit (`backupunitsPatch`). The properties are sent bare.
    Change {
        /// Which.
        id: UnitId,
        /// The properties.
        change: BackupUnitChange,
    }: ionos::BACKUPUNITS_PATCH [id] json change.properties().into() => BackupUnit;

    /// Deletes a backup unit, and with it its backup plans, all its backups, and the backup user
    /// (`backupunitsDelete`).
    Delete {
        /// Which.
        id: UnitId,
    }: ionos::BACKUPUNITS_DELETE [id];
}

/// One backup unit, wherever the API shows it. A unit that is read alone may be missing, or BUSY for good and without
/// most of its fields, while the list has it whole: so where the reading says no more than that, the list is asked too.
pub async fn find(
    connection: &Connection,
    id: &UnitId,
    options: ResponseOptions,
) -> Result<BackupUnit, Error> {
    look_for(connection, id, options, false).await
}

/// The same, where a unit that is missing is gone: a list may show it for a while after it was deleted.
pub(super) async fn find_unless_gone(
    connection: &Connection,
    id: &UnitId,
    options: ResponseOptions,
) -> Result<BackupUnit, Error> {
    look_for(connection, id, options, true).await
}

async fn look_for(
    connection: &Connection,
    id: &UnitId,
    options: ResponseOptions,
    missing_is_gone: bool,
) -> Result<BackupUnit, Error> {
    let alone = connection.call(&Read { id: id.clone(), options }).await;
    let says_enough = match &alone {
        Ok(unit) => unit.state().is_some_and(|state| *state != State::Busy) && !unit.is_incomplete(),
        Err(error) => missing_is_gone || !error.is_not_found(),
    };
    if says_enough {
        return alone;
    }
    let options = ResponseOptions { depth: Some(1), ..options };
    let listed = connection.call(&List { options }).await.map(|list| list.items.items).unwrap_or_default();
    let listed = listed.into_iter().find(|unit| unit.id == *id);
    match listed {
        Some(listed) if alone.is_err() || listed.state() == Some(&State::Available) => Ok(listed),
        _ => alone,
    }
}

/// Whether the API answers whoever has signed in (`backupunitsGet`). Nothing of the list is read, so that the form to
/// sign in does not bring the code for it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Probe;

/// That there is an answer of the API's own.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Answers {}

call!(Probe: ionos::BACKUPUNITS_GET => Answers);

/// A new single sign-on URL (`backupunitsSsourlGet`). The operation has no `depth`; one is not sent.
#[derive(Clone, Debug)]
pub struct SsoUrl {
    /// Which.
    pub id: UnitId,
    /// What to choose about the answer.
    pub options: ResponseOptions,
}

call!(SsoUrl: ionos::BACKUPUNITS_SSOURL_GET => BackupUnitSso, |call, to| {
    call.options.on_shallow(to([call.id.as_str()]))
});

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    let options = ResponseOptions::everything();
    let id = UnitId::new("15f67991-0f51-4efc-a8ad-ef1fb31a480c").unwrap();
    let (password, email) = (Some(crate::secret::Secret::new("p")), Some("a@b.example".to_owned()));
    let unit = NewBackupUnit { name: "Unit1".to_owned(), password: password.clone(), email: email.clone() };
    let change = BackupUnitChange { password, email };
    vec![
        List { options }.request(),
        Read { id: id.clone(), options }.request(),
        Create { unit, options }.request(),
        Replace { id: id.clone(), change: change.clone(), told: Properties::default(), options }.request(),
        Change { id: id.clone(), change, options }.request(),
        Delete { id: id.clone(), options }.request(),
        SsoUrl { id, options }.request(),
    ]
}
