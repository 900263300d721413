//! The journal: every write that was sent from here, on every connection. Kept for the tab, and for this browser where
//! somebody has asked for that. The writes hold no secret.

use std::collections::HashMap;

use futures_util::future::LocalBoxFuture;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::write::{Ending, Entry, Outcome, Record};

use crate::mount::{Pref, Storage};

/// Undoes a write.
pub type Undo = Box<dyn FnOnce() -> LocalBoxFuture<'static, Outcome<()>>>;

/// As many writes are kept.
const MOST: usize = 1_000;

const NAME: &str = "journal";

/// A write is kept at once, and those that follow within this time together: all of them are written anew each time.
const REST_MS: u32 = 250;

/// The journal of a mount. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Journal {
    entries: RwSignal<Vec<Entry>>,
    undo: StoredValue<HashMap<u32, Undo>, LocalStorage>,
    /// What was kept has been read.
    is_read: StoredValue<bool>,
    /// It was kept a moment ago; and whether there is more to keep since.
    resting: StoredValue<Option<bool>>,
    /// It is kept for this browser.
    pub is_kept: RwSignal<bool>,
    storage: Storage,
}

impl Journal {
    /// Nothing has been written yet.
    pub(super) fn new(storage: Storage) -> Journal {
        Journal {
            entries: RwSignal::new(Vec::new()),
            undo: StoredValue::new_local(HashMap::new()),
            is_read: StoredValue::new(false),
            resting: StoredValue::new(None),
            is_kept: RwSignal::new(storage.pref(Pref::KeepJournal).is_some()),
            storage,
        }
    }

    /// Looks at all writes, the oldest first. Followed.
    pub fn with<T>(self, look: impl FnOnce(&[Entry]) -> T) -> T {
        self.read();
        self.entries.with(|all| look(all))
    }

    /// A write has ended. Gives its number.
    pub fn note(
        self,
        (connection, who): (String, Option<String>),
        at_ms: i64,
        record: Record,
        undo: Option<Undo>,
    ) -> u32 {
        self.read();
        let number =
            self.entries.with_untracked(|all| all.last().map_or(1, |last| last.number.wrapping_add(1)));
        self.entries.update(|all| {
            all.push(Entry { number, at_ms, connection, who, record });
            all.drain(..all.len().saturating_sub(MOST));
        });
        if let Some(undo) = undo {
            self.undo.update_value(|all| drop(all.insert(number, undo)));
        }
        self.keep_soon();
        number
    }

    /// A further look has told how a write ended of which that was not known.
    pub fn learn(self, number: u32, ending: Ending, differs: bool) {
        self.entries.update(|all| {
            for entry in all.iter_mut().filter(|entry| entry.number == number) {
                (entry.record.ending, entry.record.differs) = (ending, differs);
            }
        });
        self.keep_soon();
    }

    /// Whether a write can be undone from here. Followed.
    pub fn can_undo(self, number: u32) -> bool {
        self.entries.track();
        self.undo.with_value(|all| all.contains_key(&number))
    }

    /// Takes out how a write is undone: it is tried once.
    pub fn take_undo(self, number: u32) -> Option<Undo> {
        let undo = self.undo.try_update_value(|all| all.remove(&number)).flatten();
        self.entries.notify();
        undo
    }

    /// Keeps it for this browser, or no longer.
    pub fn set_kept(self, is_kept: bool) {
        self.storage.set_pref(Pref::KeepJournal, if is_kept { "yes" } else { "" });
        self.is_kept.set(is_kept);
        self.keep();
    }

    /// Forgets all writes.
    pub fn clear(self) {
        self.entries.set(Vec::new());
        self.undo.set_value(HashMap::new());
        self.keep();
    }

    /// Somebody has signed out of a connection: what the tab alone keeps goes.
    pub(super) fn forget(self, connection: &str) {
        // Whoever signs in next may be somebody else, with another token.
        self.entries.with_untracked(|all| {
            let is_other =
                |number: &u32| all.iter().any(|one| one.number == *number && one.connection != connection);
            self.undo.update_value(|undo| undo.retain(|number, _| is_other(number)));
        });
        if !self.is_kept.get_untracked() {
            self.entries.update(|all| all.retain(|entry| entry.connection != connection));
            self.storage.keep(NAME, "");
        }
    }

    fn read(self) {
        if self.is_read.get_value() {
            return;
        }
        self.is_read.set_value(true);
        let kept = match self.is_kept.get_untracked() {
            true => self.storage.pref(Pref::Journal),
            false => self.storage.kept(NAME),
        };
        // What was kept is as hostile as any input: a journal that cannot be read is none.
        let kept: Option<Vec<Entry>> = kept.and_then(|text| serde_json::from_str(&text).ok());
        self.entries.update_untracked(|all| {
            let written = std::mem::replace(all, kept.unwrap_or_default());
            all.extend(written);
        });
    }

    fn keep_soon(self) {
        if self.resting.get_value().is_some() {
            return self.resting.set_value(Some(true));
        }
        self.keep();
        self.resting.set_value(Some(false));
        spawn_local(async move {
            TimeoutFuture::new(REST_MS).await;
            // The mount may have gone.
            if self.resting.try_update_value(Option::take).flatten() == Some(true) {
                self.keep_soon();
            }
        });
    }

    fn keep(self) {
        let text = self.entries.with_untracked(|all| match all.is_empty() {
            true => String::new(),
            false => serde_json::to_string(all).unwrap_or_default(),
        });
        // In one place alone, so that what is cleared is gone.
        let (of_browser, of_tab) =
            if self.is_kept.get_untracked() { (text.as_str(), "") } else { ("", text.as_str()) };
        self.storage.set_pref(Pref::Journal, of_browser);
        self.storage.keep(NAME, of_tab);
    }
}
