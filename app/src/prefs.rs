//! What the console remembers of its own looks, in local storage. The only place that touches it, and no
//! secret ever comes here.

use leptos::prelude::window;

/// What is remembered.
#[derive(Clone, Copy, Debug)]
pub enum Pref {
    /// `light`, `dark` or nothing, for what the system says.
    Theme,
    /// Width of the tree pane in pixels.
    TreeWidth,
    /// `yes` where the rail shows icons only.
    RailSlim,
    /// `yes` where nothing may be changed.
    ReadOnly,
}

impl Pref {
    fn key(self) -> &'static str {
        match self {
            Pref::Theme => "tenantry.theme",
            Pref::TreeWidth => "tenantry.tree-width",
            Pref::RailSlim => "tenantry.rail-slim",
            Pref::ReadOnly => "tenantry.read-only",
        }
    }

    /// What was remembered. A browser that keeps nothing remembers nothing.
    pub fn get(self) -> Option<String> {
        storage()?.get_item(self.key()).ok().flatten()
    }

    /// Remembers, or forgets an empty value.
    pub fn set(self, value: &str) {
        let Some(storage) = storage() else { return };
        // Full or forbidden storage costs the memory, not the session.
        let _ = match value {
            "" => storage.remove_item(self.key()),
            value => storage.set_item(self.key(), value),
        };
    }
}

/// What this tab keeps across a reload, by name; gone with the tab.
pub fn kept(name: &str) -> Option<String> {
    session()?.get_item(&["tenantry.", name].concat()).ok().flatten()
}

/// Keeps something for this tab, or forgets an empty value. Never a secret.
pub fn keep(name: &str, value: &str) {
    let (Some(session), name) = (session(), ["tenantry.", name].concat()) else { return };
    // Full or forbidden storage costs what a reload forgets, not the session.
    let _ = if value.is_empty() { session.remove_item(&name) } else { session.set_item(&name, value) };
}

#[allow(clippy::disallowed_methods)] // this is the one place
fn session() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

#[allow(clippy::disallowed_methods)] // this is the one place
fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
