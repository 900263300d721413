//! How a write ended, in words.

use tenantry_core::write::{Done, Known, Outcome};

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
        outcome if outcome.differs() => Some(otherwise()),
        Outcome::Done(_) | Outcome::Accepted(_) => None,
        Outcome::NotDone(error) => Some(with(session.fault(error), t("write.lost.not_done"))),
        Outcome::ChangedBefore(_) => Some(changed()),
        Outcome::ChangedAfter(_) => Some(with(changed(), t("write.lost.changed"))),
        // Also where only the look at the object before it was refused.
        Outcome::Refused(error) if error.needs_sign_in() => {
            Some(with(session.fault(error), t("fault.expired.not_sent")))
        }
        Outcome::Refused(error) | Outcome::Unknown(error) => Some(session.fault(error)),
    }
}

/// Somebody else has changed the object before the write was sent.
fn changed() -> Fault {
    Fault {
        title: t("fault.changed").to_owned(),
        said: None,
        outcome: Some(t("fault.outcome.not_sent")),
        next: t("fault.changed.next").to_owned(),
        detail: String::new(),
        absent: false,
    }
}

/// The write was carried out, but not as it was meant.
fn otherwise() -> Fault {
    Fault {
        title: t("write.otherwise").to_owned(),
        outcome: Some(t("fault.outcome.carried_out_otherwise")),
        next: t("write.otherwise.next").to_owned(),
        ..changed()
    }
}
