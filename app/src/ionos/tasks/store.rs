//! The tasks of a connection. They hold no secret, so the tab may keep them across a reload.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use futures_util::future::AbortHandle;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use tenantry_core::Secret;
use tenantry_core::ionos::tasks::{self, Action, Pace, Stage, Task};
use tenantry_core::ionos::{BackupUnit, UnitId, contract_number};
use tenantry_core::write::{Accepted, Outcome};

use crate::mount::Storage;
use crate::resource::recent::Entry;
use crate::session::{Session, VendorState};
use crate::ui::task::start;

/// The tasks of a connection. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Tasks {
    list: RwSignal<Vec<Task>>,
    /// Counts the tasks that have ended, unit by unit: what was read of them is old then.
    ended: RwSignal<BTreeMap<UnitId, u32>>,
    storage: Storage,
    name: StoredValue<String>,
    restored: StoredValue<bool>,
    who: StoredValue<Option<String>>,
    /// What asks on behalf of each task.
    driven: StoredValue<Vec<(Task, AbortHandle)>>,
    /// Lets them ask one after the other.
    pace: StoredValue<Pace, LocalStorage>,
    /// What was entered for the units that are being made. It holds passwords, so it is in memory alone, and no longer
    /// than the task is of use.
    drafts: StoredValue<Vec<(UnitId, Draft)>, LocalStorage>,
}

/// What was entered for a unit. Without a password where that is no longer known.
#[derive(Clone, Default)]
pub struct Draft {
    /// Its name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The password.
    pub password: Option<Secret>,
    /// What could not make it, where it is tried again.
    pub failed: Option<Task>,
}

/// What the tab keeps across a reload: the tasks, and who is signed in, where that is known.
#[derive(Serialize, Deserialize)]
struct Kept {
    who: Option<String>,
    tasks: Vec<Task>,
}

/// Ended tasks that are kept for the eye.
const KEPT: usize = 20;

/// The tasks of a connection.
pub fn tasks(session: Session) -> Tasks {
    session.state(Tasks::new)
}

/// How many wait for somebody to sign in. Their number is kept beside them: the first view needs no more.
pub fn waiting(session: Session) -> usize {
    let count = session.storage.kept(&running(&name_of(session)));
    count.and_then(|count| count.parse().ok()).unwrap_or(0)
}

fn name_of(session: Session) -> String {
    ["tasks.", &session.id()].concat()
}

impl VendorState for Tasks {
    /// Nothing of theirs is followed with another's credentials.
    fn clear(&self) {
        self.retain(|_| false);
    }
}

impl Tasks {
    /// Those of a connection. What the tab has kept is read when somebody has signed in.
    fn new(session: Session) -> Tasks {
        Tasks {
            list: RwSignal::new(Vec::new()),
            ended: RwSignal::new(BTreeMap::new()),
            storage: session.storage,
            name: StoredValue::new(name_of(session)),
            restored: StoredValue::new(false),
            who: StoredValue::new(None),
            driven: StoredValue::new(Vec::new()),
            pace: StoredValue::new_local(Pace::default()),
            drafts: StoredValue::new_local(Vec::new()),
        }
    }

    /// Somebody has signed in: what the tab has kept, and what waited for that, goes on.
    pub fn take_up(self, session: Session) {
        let is_first = !self.restored.get_value();
        if is_first {
            self.restored.set_value(true);
            // What was kept is as hostile as any input: a list that cannot be read is no list.
            let kept = self.name.with_value(|name| self.storage.kept(name));
            let kept: Option<Kept> = kept.and_then(|text| serde_json::from_str(&text).ok());
            // Whose credentials cannot read a unit would be told that it is gone.
            let own = kept.filter(|kept| kept.who == session.login());
            self.list.set(own.map(|kept| kept.tasks).unwrap_or_default());
        }
        if self.who.get_value() != session.login() && !is_first {
            self.clear();
        }
        self.who.set_value(session.login());
        let now_ms = session.connection().clock().now_ms();
        let waiting = self.list.with_untracked(|list| {
            // The others are being driven already.
            let waits = |task: &&Task| !task.stage.is_final() && (is_first || task.waits_for_sign_in);
            list.iter().filter(waits).cloned().collect::<Vec<_>>()
        });
        for mut task in waiting {
            task.signed_in(now_ms);
            self.put(&task);
            self.drive(session, task);
        }
    }

    /// All of them, the newest first.
    pub fn all(self) -> Vec<Task> {
        self.list.get()
    }

    /// How many are under way.
    pub fn running(self) -> usize {
        self.list.with(|list| list.iter().filter(|task| !task.stage.is_final()).count())
    }

    /// How many have ended otherwise than wished.
    pub fn failed(self) -> usize {
        self.list.with(|list| list.iter().filter(|task| went_wrong(task)).count())
    }

    /// What became of the last write of a unit, where it is known.
    pub fn last(self, unit: &UnitId) -> Option<Task> {
        self.list.with(|list| list.iter().find(|task| task.unit == *unit).cloned())
    }

    /// Runs something whenever a task has ended, as long as the current view is shown.
    pub fn on_end(self, run: Callback<()>) {
        self.watch(|ended| ended.values().sum(), run);
    }

    /// The same for the tasks of one unit.
    pub fn on_end_of(self, unit: UnitId, run: Callback<()>) {
        self.watch(move |ended| ended.get(&unit).copied().unwrap_or(0), run);
    }

    fn watch(self, count: impl Fn(&BTreeMap<UnitId, u32>) -> u32 + 'static, run: Callback<()>) {
        Effect::new(move |before: Option<u32>| {
            let ended = self.ended.with(&count);
            if before.is_some_and(|before| before != ended) {
                run.run(());
            }
            ended
        });
    }

    /// The task that other writes of a unit should wait for.
    pub fn of(self, unit: &UnitId) -> Option<Task> {
        self.list.with(|list| list.iter().find(|task| task.locks(unit)).cloned())
    }

    /// Follows a write of a unit where the API has accepted it. `before` is what was known of the unit until then.
    pub fn follow(
        self,
        session: Session,
        action: Action,
        outcome: &Outcome<BackupUnit>,
        before: Option<&BackupUnit>,
    ) {
        let Outcome::Accepted(accepted) = outcome else { return };
        let connection = session.connection();
        let Some(mut task) = Task::of(&connection, action, accepted, before) else { return };
        task.contract_number = contract_number::of(&connection);
        self.list.update(|list| list.insert(0, task.clone()));
        self.keep();
        self.drive(session, task);
    }

    /// Keeps what was entered for a unit that is being made, until it is there. What could not make it before is done
    /// with.
    pub fn keep_draft(self, outcome: &Outcome<BackupUnit>, draft: &Draft) {
        if outcome.ending().is_done() {
            draft.failed.iter().for_each(|failed| self.forget(failed));
        }
        if let Outcome::Accepted(Accepted { object: Some(unit), .. }) = outcome {
            let draft = Draft { failed: None, ..draft.clone() };
            self.drafts.update_value(|drafts| drafts.push((unit.id.clone(), draft)));
        }
    }

    /// What was entered for a unit that could not be made.
    pub fn draft(self, task: &Task) -> Draft {
        let kept = self.drafts.with_value(|drafts| {
            drafts.iter().find(|(unit, _)| *unit == task.unit).map(|(_, draft)| draft.clone())
        });
        let kept = kept.unwrap_or_else(|| Draft {
            name: task.name.clone().unwrap_or_default(),
            email: task.email.clone().unwrap_or_default(),
            ..Draft::default()
        });
        Draft { failed: Some(task.clone()), ..kept }
    }

    /// What was made or taken away a short while ago, as far as the tasks know.
    pub fn recent(self) -> Vec<Entry> {
        let entry = |task: &Task| {
            let is_made = match task.action {
                Action::Create if task.stage != Stage::Failed => true,
                Action::Delete if task.stage.is_done() => false,
                _ => return None,
            };
            Some(Entry {
                kind: "backupunit",
                id: task.unit.to_string(),
                name: task.name.clone().unwrap_or_else(|| task.unit.to_string()),
                is_made,
                at_ms: if is_made { task.started_ms } else { task.heard_ms },
            })
        };
        self.list.with(|list| list.iter().filter_map(entry).collect())
    }

    /// Looks again for a task whose waiting was given up.
    pub fn wait_on(self, session: Session, mut task: Task) {
        task.wait_on(session.connection().clock().now_ms());
        self.put(&task);
        self.drive(session, task);
    }

    /// Forgets a task. One that is still running is followed no longer, and its unit is free again.
    pub fn forget(self, task: &Task) {
        self.retain(|one| !is_same(one, task));
    }

    /// Keeps these. Nothing is asked any more for the others.
    fn retain(self, keeps: impl Fn(&Task) -> bool) {
        self.driven.update_value(|driven| {
            driven.iter().filter(|(task, _)| !keeps(task)).for_each(|(_, handle)| handle.abort());
            driven.retain(|(task, _)| keeps(task));
        });
        self.list.update(|list| list.retain(keeps));
        self.keep();
    }

    fn drive(self, session: Session, task: Task) {
        let connection = session.connection();
        let (key, pace) = (task.clone(), self.pace.get_value());
        let handle = start(async move {
            let (task, is_over) = (RefCell::new(task), Cell::new(false));
            let heard = |task: &Task| {
                self.put(task);
                // What follows holds the unit against what was meant.
                if task.stage.is_final() && !is_over.replace(true) {
                    self.ended.update(|ended| *ended.entry(task.unit.clone()).or_default() += 1);
                }
            };
            tasks::run_among(&connection, &task, &pace, heard).await;
            let task = task.into_inner();
            heard(&task);
            if task.waits_for_sign_in {
                session.expire();
            }
            self.driven.update_value(|driven| driven.retain(|(one, _)| !is_same(one, &task)));
        });
        self.driven.update_value(|driven| driven.push((key, handle)));
    }

    fn put(self, task: &Task) {
        self.list.update(|list| {
            if let Some(place) = list.iter_mut().find(|one| is_same(one, task)) {
                *place = task.clone();
            }
            let mut ended = 0;
            list.retain(|one| {
                ended += usize::from(one.stage.is_final());
                !one.stage.is_final() || ended <= KEPT
            });
        });
        self.keep();
    }

    fn keep(self) {
        let tasks = self.list.get_untracked();
        // No password outlives what it may be needed for.
        let is_needed = |unit: &UnitId| tasks.iter().any(|task| task.unit == *unit && !task.stage.is_done());
        self.drafts.update_value(|drafts| drafts.retain(|(unit, _)| is_needed(unit)));
        let count = tasks.iter().filter(|task| !task.stage.is_final()).count();
        let empty = tasks.is_empty();
        let text = serde_json::to_string(&Kept { who: self.who.get_value(), tasks }).unwrap_or_default();
        self.name.with_value(|name| {
            self.storage.keep(name, if empty { "" } else { &text });
            self.storage.keep(&running(name), &if count == 0 { String::new() } else { count.to_string() });
        });
    }
}

fn running(name: &str) -> String {
    [name, ".running"].concat()
}

/// Whether a write has ended otherwise than wished.
pub fn went_wrong(task: &Task) -> bool {
    matches!(task.stage, Stage::Failed | Stage::NotSeen | Stage::GaveUp) || !task.unlike.is_empty()
}

/// Two writes of one unit are not accepted in the same millisecond.
fn is_same(one: &Task, other: &Task) -> bool {
    one.unit == other.unit && one.started_ms == other.started_ms
}
