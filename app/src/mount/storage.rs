//! What the console keeps in the browser: its looks in local storage, unfinished work in the tab's. The only place
//! that touches either. No secret ever comes here; an access token does, for the tab, where somebody has asked for it.

use leptos::prelude::{GetValue, StoredValue, window};

/// What is remembered from visit to visit.
#[derive(Clone, Copy, Debug)]
pub enum Pref {
    /// `light`, `dark` or nothing, for what the system says.
    Theme,
    /// The language of the screens, where it was chosen.
    Language,
    /// Width of the tree pane in pixels.
    TreeWidth,
    /// `yes` where the rail shows icons only, `no` where it shows names; nothing for what the width allows.
    RailSlim,
    /// `yes` where nothing may be changed.
    ReadOnly,
    /// `no` where single letters are no shortcuts.
    LetterKeys,
    /// `yes` where the journal is kept from visit to visit.
    KeepJournal,
    /// The journal itself, where it is.
    Journal,
}

impl Pref {
    fn name(self) -> &'static str {
        match self {
            Pref::Theme => "theme",
            Pref::Language => "language",
            Pref::TreeWidth => "tree-width",
            Pref::RailSlim => "rail-slim",
            Pref::ReadOnly => "read-only",
            Pref::LetterKeys => "letter-keys",
            Pref::KeepJournal => "keep-journal",
            Pref::Journal => "journal",
        }
    }
}

/// The browser's storage, under names of the mount's own. Copied freely.
#[derive(Clone, Copy)]
pub struct Storage {
    prefix: StoredValue<String>,
}

impl Storage {
    /// With a mount's prefix after the console's own.
    pub fn new(mount: &str) -> Storage {
        Storage { prefix: StoredValue::new(["tenantry.", mount].concat()) }
    }

    /// What was remembered. A browser that keeps nothing remembers nothing.
    pub fn pref(self, pref: Pref) -> Option<String> {
        local()?.get_item(&self.key(pref.name())).ok().flatten()
    }

    /// Remembers, or forgets an empty value.
    pub fn set_pref(self, pref: Pref, value: &str) {
        write(local(), &self.key(pref.name()), value);
    }

    /// What is remembered from visit to visit of one thing among many, by name.
    pub fn remembered(self, name: &str) -> Option<String> {
        local()?.get_item(&self.key(name)).ok().flatten()
    }

    /// Remembers that. Never a secret.
    pub fn remember(self, name: &str, value: &str) {
        write(local(), &self.key(name), value);
    }

    /// What this tab keeps across a reload, by name; gone with the tab.
    pub fn kept(self, name: &str) -> Option<String> {
        of_tab()?.get_item(&self.key(name)).ok().flatten()
    }

    /// Keeps something for this tab, or forgets an empty value. Never a secret or a password.
    pub fn keep(self, name: &str, value: &str) {
        write(of_tab(), &self.key(name), value);
    }

    fn key(self, name: &str) -> String {
        [&self.prefix.get_value(), name].concat()
    }
}

fn write(storage: Option<web_sys::Storage>, key: &str, value: &str) {
    let Some(storage) = storage else { return };
    // Full or forbidden storage costs what the next visit forgets, not the session.
    let _ = if value.is_empty() { storage.remove_item(key) } else { storage.set_item(key, value) };
}

#[allow(clippy::disallowed_methods)] // this is the one place
fn of_tab() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

#[allow(clippy::disallowed_methods)] // this is the one place
fn local() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
