//! What a journal keeps of the objects that are written: their properties as they were told.

use super::backup_unit::BackupUnit;
use super::group::Group;
use super::properties::Properties;
use super::shares::GroupShare;
use super::user::User;
use crate::write::Recorded;

fn told(properties: Option<&Properties>) -> String {
    properties.map_or_else(|| "null".to_owned(), Properties::to_json)
}

impl Recorded for BackupUnit {
    fn record(&self) -> String {
        told(self.properties.as_ref().map(|properties| &properties.told))
    }
}

impl Recorded for User {
    fn record(&self) -> String {
        told(self.properties.as_ref().map(|properties| &properties.told))
    }
}

impl Recorded for Group {
    fn record(&self) -> String {
        told(self.properties.as_ref().map(|properties| &properties.told))
    }
}

impl Recorded for GroupShare {
    fn record(&self) -> String {
        told(self.properties.as_ref().map(|properties| &properties.told))
    }
}
