//! What a change of a setting does on each of several tenants.

use tenantry_core::acronis::{Own, Value};

/// What is done on each of them.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// This becomes the own value.
    Set(Own),
    /// What each has is locked: its own value, or what applies becomes its own.
    Lock,
    /// The own value is no longer locked.
    Unlock,
    /// The own value goes.
    Reset,
}

/// What is known of a tenant's setting.
#[derive(Clone, Debug, PartialEq)]
pub enum Known {
    /// It has not been read.
    NotRead,
    /// It may not be read.
    NotVisible,
    /// This.
    Read {
        /// The own value.
        own: Option<Own>,
        /// The value that applies.
        effective: Option<Value>,
    },
}

/// What is sent for a tenant.
#[derive(Clone, Debug, PartialEq)]
pub enum Planned {
    /// The own value that was shown, and the one it becomes.
    Send {
        /// What was shown.
        shown: Option<Own>,
        /// What it becomes; `None` resets it.
        own: Option<Own>,
    },
    /// Nothing is sent.
    Skip(Skip),
}

/// Why nothing is sent for a tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skip {
    /// It is so already.
    Same,
    /// It has no own value.
    NothingSet,
    /// No value applies that could be locked.
    NothingApplies,
    /// The setting has not been read on it.
    NotRead,
    /// The setting may not be read on it.
    NotVisible,
}

/// What is sent for a tenant. A write is held against what was shown, so nothing is sent where that is not known.
pub fn planned(task: &Task, known: &Known) -> Planned {
    let (shown, effective) = match known {
        Known::NotRead => return Planned::Skip(Skip::NotRead),
        Known::NotVisible => return Planned::Skip(Skip::NotVisible),
        Known::Read { own, effective } => (own.clone(), effective.clone()),
    };
    let own = match (task, &shown) {
        (Task::Set(own), _) => Some(own.clone()),
        (Task::Lock, Some(own)) => Some(Own { lock: true, ..own.clone() }),
        (Task::Lock, None) => match effective {
            Some(value) => Some(Own { value, lock: true, exclusive: false }),
            None => return Planned::Skip(Skip::NothingApplies),
        },
        (Task::Unlock, Some(own)) => Some(Own { lock: false, ..own.clone() }),
        (Task::Reset, Some(_)) => None,
        (Task::Unlock | Task::Reset, None) => return Planned::Skip(Skip::NothingSet),
    };
    if own == shown { Planned::Skip(Skip::Same) } else { Planned::Send { shown, own } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(json: &str, lock: bool) -> Own {
        Own { value: Value::parse(json).unwrap(), lock, exclusive: false }
    }

    #[test]
    fn what_is_sent() {
        let has = |own: Option<Own>, effective: Option<&str>| Known::Read {
            own,
            effective: effective.map(|json| Value::parse(json).unwrap()),
        };
        let send = |shown, own| Planned::Send { shown, own };
        let (open, locked) = (own("7", false), own("7", true));
        let cases = [
            (Task::Set(open.clone()), has(None, Some("30")), send(None, Some(open.clone()))),
            (Task::Set(open.clone()), has(Some(open.clone()), None), Planned::Skip(Skip::Same)),
            (
                Task::Set(locked.clone()),
                has(Some(open.clone()), None),
                send(Some(open.clone()), Some(locked.clone())),
            ),
            (Task::Lock, has(Some(open.clone()), Some("30")), send(Some(open.clone()), Some(locked.clone()))),
            (Task::Lock, has(None, Some("30")), send(None, Some(own("30", true)))),
            (Task::Lock, has(None, None), Planned::Skip(Skip::NothingApplies)),
            (Task::Lock, has(Some(locked.clone()), None), Planned::Skip(Skip::Same)),
            (Task::Unlock, has(Some(locked.clone()), None), send(Some(locked), Some(open.clone()))),
            (Task::Unlock, has(None, Some("30")), Planned::Skip(Skip::NothingSet)),
            (Task::Reset, has(Some(open.clone()), None), send(Some(open), None)),
            (Task::Reset, has(None, None), Planned::Skip(Skip::NothingSet)),
            (Task::Reset, Known::NotRead, Planned::Skip(Skip::NotRead)),
            (Task::Lock, Known::NotVisible, Planned::Skip(Skip::NotVisible)),
        ];
        for (task, known, sent) in cases {
            assert_eq!(planned(&task, &known), sent, "{task:?} {known:?}");
        }
    }
}
