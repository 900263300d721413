//! What a write is about: told on the screen and in the journal.

use serde::{Deserialize, Serialize};

/// What is done to an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// `POST`.
    Create,
    /// `PUT`.
    Replace,
    /// `PATCH`.
    Change,
    /// `DELETE`.
    Delete,
    /// What was deleted is there again.
    Restore,
}

/// What a write is about. It holds no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What is done.
    pub action: Action,
    /// The kind of object: `user`, `setting`.
    pub kind: &'static str,
    /// The object's id; nothing has one before it is created.
    pub id: Option<String>,
    /// What people call it.
    pub name: Option<String>,
}

impl About {
    /// About an object that is there.
    pub fn new(action: Action, kind: &'static str, id: impl ToString) -> About {
        About { action, kind, id: Some(id.to_string()), name: None }
    }

    /// About an object that is created.
    pub fn create(kind: &'static str) -> About {
        About { action: Action::Create, kind, id: None, name: None }
    }

    /// With what people call it, where that is known.
    #[must_use]
    pub fn called(mut self, name: Option<&str>) -> About {
        self.name = name.map(str::to_owned);
        self
    }
}
