//! What is known of a write of a setting, from sending it to verifying what it did.

use std::rc::Rc;

use leptos::prelude::ArcRwSignal;

use crate::ui::Fault;

/// What is told of a write.
#[derive(Clone, Debug, PartialEq)]
pub enum WriteStatus {
    /// Nothing has been sent.
    Nothing,
    /// It is under way.
    Sending,
    /// Its answer was lost; the setting is looked at.
    LookingUp,
    /// It was carried out; what it did is being read, on so many tenants of so many.
    Verifying(usize, usize),
    /// It was carried out.
    Done(Box<Done>),
    /// It was not carried out, or nobody knows.
    Fault {
        /// What is known of it.
        title: &'static str,
        /// Why.
        fault: Fault,
        /// It may have been carried out.
        unknown: bool,
        /// The setting can be looked at once more.
        can_look: bool,
    },
    /// Somebody else changed the setting: what was shown and what is there now.
    Changed {
        /// It was sent, and something else came between.
        after: bool,
        /// What was shown.
        shown: String,
        /// What is there now.
        now: String,
    },
}

/// A write that was carried out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Done {
    /// Its answer was lost; it was looked up.
    pub unheard: bool,
    /// Its answer showed another own value than was sent.
    pub answered: Option<String>,
    /// Tenants that match the preview.
    pub verified: usize,
    /// Tenants that do not: which, what was foreseen, what Acronis reports.
    pub differs: Vec<[String; 3]>,
    /// Tenants that were not foreseen, or could not be read back.
    pub not_verified: usize,
    /// Those of them that can still be read.
    pub unread: usize,
    /// What had not been read before was read after it: no preview foresaw it.
    pub is_rest: bool,
    /// Why they could not be read back.
    pub fault: Option<Fault>,
    /// There may be tenants below that are not loaded.
    pub tree_partial: bool,
}

impl WriteStatus {
    /// Whether there is no more to be sent: it was carried out, or what was shown is old.
    pub fn is_over(&self) -> bool {
        matches!(
            self,
            WriteStatus::Done(_)
                | WriteStatus::Changed { .. }
                | WriteStatus::Fault { unknown: true, .. }
                | WriteStatus::LookingUp
        )
    }

    /// Whether something is on its way that has to be waited for.
    pub fn is_in_flight(&self) -> bool {
        matches!(self, WriteStatus::Sending | WriteStatus::LookingUp)
    }

    /// Whether anything is being done.
    pub fn is_at_work(&self) -> bool {
        self.is_in_flight() || self.is_verifying()
    }

    /// Whether it was carried out, and what it did is being read.
    pub fn is_verifying(&self) -> bool {
        matches!(self, WriteStatus::Verifying(..))
    }

    /// Whether a change may be sent: nothing was, or what was has changed nothing.
    pub fn may_send(&self) -> bool {
        matches!(self, WriteStatus::Nothing | WriteStatus::Fault { unknown: false, .. })
    }

    /// Whether what the tab shows is, or may be, old.
    pub fn has_changed(&self) -> bool {
        self.is_over() || self.is_verifying()
    }
}

/// A saved change that is being verified.
#[derive(Clone)]
pub struct Verification {
    /// Which setting on which tenant.
    pub title: String,
    /// Lives as long as somebody holds it, and so longer than the dialog.
    pub status: ArcRwSignal<WriteStatus>,
    /// Reads what is not verified.
    pub go_on: Rc<dyn Fn()>,
}
