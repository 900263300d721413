//! A change that is being prepared: what it would do, how far that is known, and whether it may be sent.

use leptos::prelude::*;
use tenantry_core::acronis::Own;
use tenantry_core::acronis::inheritance::Preview;

use super::inspector::{Inspector, Reading};
use super::write_status::WriteStatus;
use crate::i18n::t;
use crate::session::Session;

/// A change of more tenants than this asks for their number.
pub const ASKS_ABOVE: usize = 100;

/// How many tenants a change touches, the tenant itself included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// So many.
    Known(usize),
    /// At most so many: what is below has not all been read.
    AtMost(usize),
}

impl Reach {
    /// Of changes whose preview this is; `is_complete`: all tenants are loaded. `changed` tenants are changed themselves.
    pub fn of(preview: &Preview, is_complete: bool, changed: usize) -> Reach {
        let counts = &preview.counts;
        match counts.is_whole() && is_complete {
            true => Reach::Known(preview.here.len() + counts.changed + counts.cannot_tell),
            false => Reach::AtMost(counts.below + changed),
        }
    }

    /// Whether a number that was typed is this one.
    pub fn is_typed(self, typed: &str) -> bool {
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        digits == self.count().to_string()
    }

    /// The number.
    pub fn count(self) -> usize {
        match self {
            Reach::Known(count) | Reach::AtMost(count) => count,
        }
    }
}

/// A change that is being prepared. Copied freely.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The setting on the tenant.
    pub inspector: Inspector,
    /// The tenant returns to the inherited value.
    pub is_return: bool,
    /// The own value that was entered, or what is wrong with it.
    pub change: Memo<Result<Option<Own>, &'static str>>,
    /// What somebody saw, not what has been read since: a change in between must stop the write.
    pub shown: StoredValue<Option<Own>>,
    /// What it would do, once that can be told.
    pub preview: Memo<Option<Preview>>,
    /// What became of it.
    pub status: RwSignal<WriteStatus>,
    /// The number that was typed to be sure.
    pub typed: RwSignal<String>,
}

impl Draft {
    /// A change from what somebody saw.
    pub fn new(
        inspector: Inspector,
        is_return: bool,
        change: Memo<Result<Option<Own>, &'static str>>,
        shown: Option<Own>,
        status: RwSignal<WriteStatus>,
    ) -> Draft {
        let preview = Memo::new(move |_| {
            let change = change.get().ok()?;
            let is_read = matches!(inspector.way.get(), Reading::Done { .. });
            is_read.then(|| inspector.preview(change.as_ref()))
        });
        let (shown, typed) = (StoredValue::new(shown), RwSignal::new(String::new()));
        Draft { inspector, is_return, change, shown, preview, status, typed }
    }

    /// Whether there is nothing to be saved.
    pub fn is_same(self) -> bool {
        !self.is_return && self.change.get().is_ok_and(|change| change == self.shown.get_value())
    }

    /// How many tenants it touches; `None` where nothing can be sent yet.
    pub fn reach(self) -> Option<Reach> {
        let is_complete = self.inspector.acronis.tenants.is_complete();
        self.preview.with(|preview| Some(Reach::of(preview.as_ref()?, is_complete, 1)))
    }

    /// The number that has to be typed before it is sent.
    pub fn asked_number(self) -> Option<Reach> {
        self.reach().filter(|reach| reach.count() > ASKS_ABOVE && !self.is_same())
    }

    /// Why it cannot be sent, not even without a preview.
    pub fn barred(self, session: Session) -> Option<&'static str> {
        let frozen = session.read_only.get().then(|| t("frame.read_only.frozen"));
        let is_sure = self.asked_number().is_none_or(|reach| reach.is_typed(&self.typed.get()));
        match (self.reach(), self.is_same(), is_sure) {
            _ if frozen.is_some() => frozen,
            (None, ..) => Some(t("edit.not_ready")),
            (_, true, _) => Some(t("edit.same")),
            (.., false) => Some(t("edit.type_number")),
            _ => None,
        }
    }
}
