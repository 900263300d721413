//! What was made or taken away here a short while ago: a server may need minutes until it shows that.

use leptos::prelude::*;
use tenantry_core::write::{About, Action};

/// What was done to an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The kind of object, as changes name it.
    pub kind: &'static str,
    /// The object's id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// It was made; else it was taken away.
    pub is_made: bool,
    /// When, in milliseconds since 1970.
    pub at_ms: f64,
}

/// What was made or taken away on a page. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Recent(RwSignal<Vec<Entry>>);

/// So many are remembered.
const KEPT: usize = 100;

/// Nothing was done yet.
impl Default for Recent {
    fn default() -> Recent {
        Recent(RwSignal::new(Vec::new()))
    }
}

impl Recent {
    /// A change was carried out.
    pub fn note(self, about: &About) {
        let Some(id) = &about.id else { return };
        let name = about.name.as_ref().unwrap_or(id);
        match about.action {
            Action::Create => self.add(about.kind, id, name, true),
            Action::Delete => self.add(about.kind, id, name, false),
            Action::Replace | Action::Change | Action::Restore => {}
        }
    }

    /// Something was made.
    pub fn made(self, kind: &'static str, id: &str, name: &str) {
        self.add(kind, id, name, true);
    }

    fn add(self, kind: &'static str, id: &str, name: &str, is_made: bool) {
        let entry =
            Entry { kind, id: id.to_owned(), name: name.to_owned(), is_made, at_ms: js_sys::Date::now() };
        // Who has sent a change may be gone by the time it is answered.
        self.0.try_update(|all| {
            all.retain(|one| one.id != entry.id);
            all.insert(0, entry);
            all.truncate(KEPT);
        });
    }

    /// Those of a kind, the newest first.
    pub fn of(self, kind: &'static str) -> Vec<Entry> {
        self.0.with(|all| all.iter().filter(|one| one.kind == kind).cloned().collect())
    }

    /// Something that was made here, by its id.
    pub fn find_made(self, id: &str) -> Option<Entry> {
        self.0.with(|all| all.iter().find(|one| one.is_made && one.id == id).cloned())
    }
}

/// Those that are not shown as they should be: made and not there, or taken away and still there.
pub fn awaited(recent: Vec<Entry>, is_there: impl Fn(&str) -> bool) -> Vec<Entry> {
    recent.into_iter().filter(|one| is_there(&one.id) != one.is_made).collect()
}
