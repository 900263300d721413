//! All connections of the configuration.

use leptos::prelude::*;
use tenantry_core::config::{Config, ConnectionConfig};

use super::connection::Session;
use super::journal::Journal;
use crate::mount::{Pref, Storage};

/// All connections of the configuration.
pub type Sessions = StoredValue<Vec<Session>>;

/// The connections of a configuration. They belong to the current owner.
pub fn sessions(config: &Config, storage: Storage) -> Sessions {
    let read_only = RwSignal::new(storage.pref(Pref::ReadOnly).is_some());
    let journal = Journal::new(storage);
    let session = |config: &ConnectionConfig| Session::new(config.clone(), read_only, journal, storage);
    StoredValue::new(config.connections.iter().map(session).collect())
}

/// The connection with this id.
pub fn find(sessions: Sessions, id: &str) -> Option<Session> {
    sessions.with_value(|sessions| sessions.iter().copied().find(|session| session.id() == id))
}
