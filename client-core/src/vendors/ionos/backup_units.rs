//! `/backupunits`. Reference: Backup Service. The four writes answer 202 with a `Location` where the request's
//! status is told ([`super::requests::Location`]).

use serde_json::json;

use super::backup_unit::{BackupUnit, BackupUnitChange, BackupUnitSso, NewBackupUnit};
use super::collection::BackupUnits;
use super::ids::UnitId;
use super::response_options::ResponseOptions;
use crate::catalogue::{Info, ionos};
use crate::error::Error;
use crate::request::{Call, Request, read_json};

/// All backup units of the contract (`backupunitsGet`).
#[derive(Clone, Copy, Debug, Default)]
pub struct List {
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for List {
    const OPERATION: &'static Info = &ionos::BACKUPUNITS_GET.0;
    type Answer = BackupUnits;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::BACKUPUNITS_GET, []))
    }

    fn read(bytes: &[u8]) -> Result<BackupUnits, Error> {
        read_json::<Self>(bytes)
    }
}

/// One backup unit (`backupunitsFindById`).
#[derive(Clone, Debug)]
pub struct Read {
    /// Which.
    pub id: UnitId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Read {
    const OPERATION: &'static Info = &ionos::BACKUPUNITS_FIND_BY_ID.0;
    type Answer = BackupUnit;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::BACKUPUNITS_FIND_BY_ID, [self.id.as_str()]))
    }

    fn read(bytes: &[u8]) -> Result<BackupUnit, Error> {
        read_json::<Self>(bytes)
    }
}

/// Creates a backup unit (`backupunitsPost`); the answer tells what it will be.
#[derive(Clone, Debug)]
pub struct Create {
    /// The unit.
    pub unit: NewBackupUnit,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Create {
    const OPERATION: &'static Info = &ionos::BACKUPUNITS_POST.0;
    type Answer = BackupUnit;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::BACKUPUNITS_POST, []).json(&self.unit.body()))
    }

    fn read(bytes: &[u8]) -> Result<BackupUnit, Error> {
        read_json::<Self>(bytes)
    }
}

/// Replaces the properties of a backup unit (`backupunitsPut`). The name is read-only and is not sent.
#[derive(Clone, Debug)]
pub struct Replace {
    /// Which.
    pub id: UnitId,
    /// The properties.
    pub change: BackupUnitChange,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Replace {
    const OPERATION: &'static Info = &ionos::BACKUPUNITS_PUT.0;
    type Answer = BackupUnit;

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::BACKUPUNITS_PUT, [self.id.as_str()])
            .json(&json!({ "properties": self.change.properties() })))
    }

    fn read(bytes: &[u8]) -> Result<BackupUnit, Error> {
        read_json::<Self>(bytes)
    }
}

/// Changes some properties of a backup unit (`backupunitsPatch`). The properties are sent bare.
#[derive(Clone, Debug)]
pub struct Change {
    /// Which.
    pub id: UnitId,
    /// The properties.
    pub change: BackupUnitChange,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Change {
    const OPERATION: &'static Info = &ionos::BACKUPUNITS_PATCH.0;
    type Answer = BackupUnit;

    fn request(&self) -> Request {
        self.options
            .on(Request::to(&ionos::BACKUPUNITS_PATCH, [self.id.as_str()]).json(&self.change.properties()))
    }

    fn read(bytes: &[u8]) -> Result<BackupUnit, Error> {
        read_json::<Self>(bytes)
    }
}

/// Deletes a backup unit, and with it its backup plans, all its backups, and the backup user
/// (`backupunitsDelete`).
#[derive(Clone, Debug)]
pub struct Delete {
    /// Which.
    pub id: UnitId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for Delete {
    const OPERATION: &'static Info = &ionos::BACKUPUNITS_DELETE.0;
    type Answer = ();

    fn request(&self) -> Request {
        self.options.on(Request::to(&ionos::BACKUPUNITS_DELETE, [self.id.as_str()]))
    }

    fn read(_: &[u8]) -> Result<(), Error> {
        Ok(())
    }
}

/// A new single sign-on URL (`backupunitsSsourlGet`). The operation has no `depth`; one is not sent.
#[derive(Clone, Debug)]
pub struct SsoUrl {
    /// Which.
    pub id: UnitId,
    /// How the answer is options.
    pub options: ResponseOptions,
}

impl Call for SsoUrl {
    const OPERATION: &'static Info = &ionos::BACKUPUNITS_SSOURL_GET.0;
    type Answer = BackupUnitSso;

    fn request(&self) -> Request {
        self.options.on_shallow(Request::to(&ionos::BACKUPUNITS_SSOURL_GET, [self.id.as_str()]))
    }

    fn read(bytes: &[u8]) -> Result<BackupUnitSso, Error> {
        read_json::<Self>(bytes)
    }
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<Request> {
    let options = ResponseOptions::everything();
    let id = UnitId::new("15f67991-0f51-4efc-a8ad-ef1fb31a480c").unwrap();
    let (password, email) = (Some(crate::secret::Secret::new("p")), Some("a@b.example".to_owned()));
    let unit = NewBackupUnit { name: "Unit1".to_owned(), password: password.clone(), email: email.clone() };
    let change = BackupUnitChange { password, email };
    vec![
        List { options }.request(),
        Read { id: id.clone(), options }.request(),
        Create { unit, options }.request(),
        Replace { id: id.clone(), change: change.clone(), options }.request(),
        Change { id: id.clone(), change, options }.request(),
        Delete { id: id.clone(), options }.request(),
        SsoUrl { id, options }.request(),
    ]
}
