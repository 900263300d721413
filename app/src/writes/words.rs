//! How a write ended, in words.

use tenantry_core::Error;
use tenantry_core::write::{Action, Done, Known, Outcome, Seen, Unknown};

use crate::i18n::t;
use crate::session::Session;
use crate::ui::Fault;

/// What has to be said of a write; nothing where it went as it was meant.
pub fn fault_of<T>(session: Session, action: Action, outcome: &Outcome<T>) -> Option<Fault> {
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
        Outcome::ChangedBefore(_) => Some(changed()),
        Outcome::ChangedAfter(_) => Some(with(changed(), t("write.lost.changed"))),
        Outcome::Refused(error) => Some(refused(session, error)),
        Outcome::Unknown(unknown) => Some(lost(session, action, unknown)),
    }
}

/// What was entered and not carried out. Also where only the look at the object before it was refused.
pub fn refused(session: Session, error: &Error) -> Fault {
    let fault = session.fault(error);
    Fault { outcome: not_sent(error).or(fault.outcome), ..fault }
}

/// That nothing was sent because nobody is signed in any more; nothing where that is not why.
pub fn not_sent(error: &Error) -> Option<&'static str> {
    error.needs_sign_in().then(|| t("fault.expired.not_sent"))
}

/// A write whose answer was lost, and of which a look at the object does not tell what became of it.
fn lost<T>(session: Session, action: Action, unknown: &Unknown<T>) -> Fault {
    let fault = session.fault(&unknown.lost);
    let is_signed_out = matches!(&unknown.seen, Seen::Unread(error) if error.needs_sign_in());
    let words = match (&unknown.seen, action) {
        (Seen::NotYet, Action::Create) => Some(t("write.lost.not_seen.made")),
        (Seen::NotYet, Action::Delete) => Some(t("write.lost.not_seen.deleted")),
        (Seen::NotYet, Action::Replace | Action::Change | Action::Restore) => Some(t("write.lost.not_seen")),
        (Seen::Unread(_), _) if is_signed_out => Some(t("write.lost.signed_out")),
        (Seen::Unread(_), _) => Some(t("write.lost.unread")),
        (Seen::Nothing, _) => fault.outcome,
    };
    let next = match unknown.again.is_some() {
        true if is_signed_out => t("write.lost.signed_out.next").to_owned(),
        true => t("write.lost.next").to_owned(),
        false => fault.next,
    };
    Fault { outcome: words, next, ..fault }
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
