//! What tabs share of a session, and what they say to each other.

use std::cell::{Cell, RefCell};

use futures_util::future::AbortHandle;
use serde::{Deserialize, Serialize};
use tenantry_core::config::SessionMode;

use super::hint::SignInHint;
use crate::mount::Siblings;

/// What a session shares with other tabs and keeps for a reload.
pub struct Tabs {
    /// How far it may go.
    pub mode: SessionMode,
    /// The way to the other tabs, where they are asked at all.
    pub siblings: Option<Siblings>,
    /// The question that waits for an answer, and what ends the waiting.
    pub asked: RefCell<Option<(String, AbortHandle)>>,
    /// What has been answered.
    pub answer: RefCell<Option<Handed>>,
    /// The sign-in that the session comes from: the tabs that share it sign out together.
    pub origin: RefCell<String>,
    /// Somebody has ticked that the session is to outlive a reload.
    pub stays: Cell<bool>,
    /// Somebody has signed in here: the secret, where there is one, is in this tab.
    pub is_own: Cell<bool>,
}

/// A session as it is handed on. It holds a token: neither printed nor kept anywhere but in the tab's storage.
#[derive(Clone, Serialize, Deserialize)]
pub struct Handed {
    /// The access token.
    pub token: String,
    /// When it runs out, in milliseconds since 1970.
    pub runs_out_ms: Option<f64>,
    /// How somebody signed in.
    pub hint: SignInHint,
    /// The sign-in that it comes from.
    pub origin: String,
}

/// What tabs say to each other: one field of it.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Message {
    /// Has anybody a session? Answer to this name.
    pub ask: Option<String>,
    /// The answer to a question.
    pub to: Option<(String, Handed)>,
    /// Who has the session of this sign-in signs out.
    pub out: Option<String>,
}

impl Message {
    /// As it is sent.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
