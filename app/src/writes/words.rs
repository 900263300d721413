//! How a write ended, in words.

use tenantry_core::write::{Done, Known, Outcome, Verified};

use crate::i18n::t;
use crate::session::Session;
use crate::ui::Fault;

/// What has to be said of a write; nothing where it went as it was meant.
pub fn fault_of<T>(session: Session, outcome: &Outcome<T>) -> Option<Fault> {
    let with = |mut fault: Fault, words: &'static str| {
        fault.outcome = Some(words);
        fault
    };
    match outcome {
        Outcome::Done(Done { known: Known::Unreadable(error), .. }) => {
            Some(with(session.fault(error), t("fault.outcome.carried_out")))
        }
        Outcome::Done(Done { verified: Verified::Differs, .. }) => Some(Fault::written_otherwise()),
        Outcome::Done(_) | Outcome::Accepted(_) => None,
        Outcome::NotDone(error) => Some(with(session.fault(error), t("write.not_done"))),
        Outcome::ChangedBefore(_) => Some(Fault::changed_meanwhile()),
        Outcome::ChangedAfter(_) => Some(with(Fault::changed_meanwhile(), t("write.changed_after"))),
        Outcome::Refused(error) | Outcome::Unknown(error) => Some(session.fault(error)),
    }
}
