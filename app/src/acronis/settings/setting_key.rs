//! A setting in a URL: `{application}/{name}`.

use tenantry_core::Uuid;

/// Reads what [`write`] has written.
pub fn read(text: &str) -> Option<(Uuid, String)> {
    let (application, name) = text.split_once('/')?;
    Some((Uuid::parse(application)?, name.to_owned()))
}

/// Writes the application and the name of a setting.
pub fn write((application, name): &(Uuid, String)) -> String {
    format!("{application}/{name}")
}
