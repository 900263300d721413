//! Who did something and when.

use serde_json::{Value, json};

use super::ids::{Kind, digits};
use crate::Moment;
use crate::moment::Zone;

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Who {
    pub id: String,
    pub email: String,
}

/// When and by whom something was made and last changed.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Stamps {
    pub created: Moment,
    pub created_by: Who,
    pub modified: Moment,
    pub modified_by: Who,
    pub version: u64,
}

impl Stamps {
    /// Made at that time, and not changed since.
    pub fn new(by: &Who, at: Moment) -> Stamps {
        Stamps { created: at, created_by: by.clone(), modified: at, modified_by: by.clone(), version: 1 }
    }

    /// Changed at that time.
    pub fn touch(&mut self, by: &Who, at: Moment) {
        self.modified = at;
        self.modified_by = by.clone();
        self.version += 1;
    }

    /// The metadata of the object with that id.
    pub fn metadata(&self, id: &str) -> Value {
        json!({
            "etag": digits(crate::random::hash_text(id), Kind::Tag, self.version),
            "createdDate": date(self.created),
            "createdBy": self.created_by.email,
            "createdByUserId": self.created_by.id,
            "lastModifiedDate": date(self.modified),
            "lastModifiedBy": self.modified_by.email,
            "lastModifiedByUserId": self.modified_by.id,
        })
    }
}

/// A date as this vendor writes it.
pub fn date(moment: Moment) -> String {
    let mut text = String::with_capacity(20);
    moment.write(Zone::Utc, &mut text);
    text
}
