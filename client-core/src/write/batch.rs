//! The same change for many objects, one after the other, as plain data: which is done, was refused, or waits.
//! It can be kept and taken up again later, and holds no secret.
//!
//! The rate limit stops a batch instead of failing it: a write that was refused with 429 was not carried out,
//! so it waits again, and somebody decides to go on. Nothing is sent again by itself.

use serde::{Deserialize, Serialize};

use super::outcome::{Ending, Outcome};
use crate::error::Error;
use crate::rate_limit::RateLimit;

/// Where one item of a batch stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemStatus {
    /// It has not been sent, or was refused for coming too early.
    Waiting,
    /// It is on its way: re-read, sent, or looked up.
    Sending,
    /// It has ended.
    Ended {
        /// How.
        ending: Ending,
        /// The server's words, where something went wrong.
        said: Option<String>,
        /// It was accepted, but the answer has other values than were sent.
        #[serde(default)]
        differs: bool,
        /// Its answer was lost; its object told that it was carried out.
        #[serde(default)]
        looked_up: bool,
        /// It is not known what became of it, and its object can be looked at once more.
        #[serde(default)]
        can_look: bool,
    },
}

impl ItemStatus {
    /// How it ended, where it has.
    pub fn ending(&self) -> Option<Ending> {
        match self {
            ItemStatus::Ended { ending, .. } => Some(*ending),
            ItemStatus::Waiting | ItemStatus::Sending => None,
        }
    }

    /// Whether its answer was lost, and it was found to be carried out.
    pub fn is_looked_up(&self) -> bool {
        matches!(self, ItemStatus::Ended { looked_up: true, .. })
    }

    /// Whether its object can be looked at once more.
    pub fn can_look(&self) -> bool {
        matches!(self, ItemStatus::Ended { can_look: true, .. })
    }
}

/// What is to be done next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Next {
    /// Send this item.
    Send(usize),
    /// Send nothing before this time.
    Wait {
        /// In milliseconds since 1970.
        until_ms: f64,
    },
    /// Nothing is sent until somebody says so ([`Batch::go_on`]), and not before this time.
    Paused {
        /// Who paused it.
        by: Pause,
        /// In milliseconds since 1970.
        until_ms: f64,
    },
    /// Nothing waits any more.
    Ended,
}

/// Who paused a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pause {
    /// The server had enough: it answered 429.
    Server,
    /// Somebody stopped it.
    Somebody,
    /// Nobody is signed in any more.
    SignIn,
}

/// The pause after a 429 that names none.
const USUAL_PAUSE_MS: f64 = 5_000.0;

/// The longest pause that a server may ask for: if that was too short, it refuses again.
const LONGEST_PAUSE_MS: f64 = 10.0 * 60_000.0;

/// A batch of changes. `K` says what each is about, such as an id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Batch<K> {
    items: Vec<(K, ItemStatus)>,
    not_before_ms: f64,
    paused: Option<Pause>,
}

impl<K> Batch<K> {
    /// A batch of these.
    pub fn new(keys: impl IntoIterator<Item = K>) -> Batch<K> {
        let items = keys.into_iter().map(|key| (key, ItemStatus::Waiting)).collect();
        Batch { items, not_before_ms: 0.0, paused: None }
    }

    /// The items in their order.
    pub fn items(&self) -> &[(K, ItemStatus)] {
        &self.items
    }

    /// What is to be done next. An item that is to be sent counts as on its way from now on.
    pub fn advance(&mut self, now_ms: f64) -> Next {
        let Some(at) = self.items.iter().position(|(_, status)| *status == ItemStatus::Waiting) else {
            return Next::Ended;
        };
        let until_ms = self.not_before_ms;
        if let Some(by) = self.paused {
            return Next::Paused { by, until_ms };
        }
        if now_ms < until_ms {
            return Next::Wait { until_ms };
        }
        self.set(at, ItemStatus::Sending);
        Next::Send(at)
    }

    /// How a sent item ended, and how many requests are left.
    pub fn ended<T>(&mut self, at: usize, now_ms: f64, outcome: &Outcome<T>, left: Option<RateLimit>) {
        let ended = ItemStatus::Ended {
            ending: outcome.ending(),
            said: outcome.error().filter(|_| !outcome.ending().is_done()).map(words),
            differs: outcome.differs(),
            looked_up: outcome.is_looked_up(),
            can_look: outcome.can_look(),
        };
        self.end(at, now_ms, ended, (outcome.ending(), outcome.error()), left);
    }

    fn end(
        &mut self,
        at: usize,
        now_ms: f64,
        ended: ItemStatus,
        (ending, error): (Ending, Option<&Error>),
        left: Option<RateLimit>,
    ) {
        let pause = left.map_or(0.0, |left| left.pause_ms());
        self.not_before_ms = self.not_before_ms.max(now_ms + pause);
        let status = match (ending, error) {
            (Ending::Refused, Some(Error::Http { status: 429, retry_after_s, .. })) => {
                let asked = retry_after_s.map_or(USUAL_PAUSE_MS, |seconds| seconds * 1000.0);
                let asked =
                    if asked.is_finite() { asked.clamp(0.0, LONGEST_PAUSE_MS) } else { USUAL_PAUSE_MS };
                (self.paused, self.not_before_ms) = (Some(Pause::Server), now_ms + asked);
                ItemStatus::Waiting
            }
            // Not carried out, and nothing else would be: what is left waits for somebody to sign in.
            (Ending::Refused, Some(error)) if error.needs_sign_in() => {
                self.paused = Some(Pause::SignIn);
                ItemStatus::Waiting
            }
            _ => ended,
        };
        self.set(at, status);
    }

    /// Who paused it, where somebody did.
    pub fn paused(&self) -> Option<Pause> {
        self.paused
    }

    /// Whether nothing may be sent yet.
    pub fn has_to_wait(&self, now_ms: f64) -> bool {
        now_ms < self.not_before_ms
    }

    /// How many items have such a status.
    pub fn count(&self, is: impl Fn(&ItemStatus) -> bool) -> usize {
        self.items.iter().filter(|(_, status)| is(status)).count()
    }

    /// Sends nothing more for now.
    pub fn stop(&mut self) {
        self.paused = self.paused.or(Some(Pause::Somebody));
    }

    /// Ends a pause. What the server asked to wait is waited all the same.
    pub fn go_on(&mut self) {
        self.paused = None;
    }

    /// Puts in line again what certainly changed nothing. What may have been carried out is not sent twice.
    pub fn retry(&mut self) {
        for (_, status) in &mut self.items {
            if status.ending().is_some_and(Ending::is_unchanged) {
                *status = ItemStatus::Waiting;
            }
        }
    }

    /// Puts in line what can be looked at once more: that is done in place of sending.
    pub fn look_again(&mut self) {
        for (_, status) in self.items.iter_mut().filter(|(_, status)| status.can_look()) {
            *status = ItemStatus::Waiting;
        }
    }

    /// For a batch that was kept while an item was on its way: nobody heard how that ended.
    pub fn take_up(&mut self) {
        let said = || Some("the page was closed before the answer came".to_owned());
        for (_, status) in self.items.iter_mut().filter(|(_, status)| *status == ItemStatus::Sending) {
            let (differs, looked_up, can_look) = (false, false, false);
            *status =
                ItemStatus::Ended { ending: Ending::Unknown, said: said(), differs, looked_up, can_look };
        }
    }

    fn set(&mut self, at: usize, status: ItemStatus) {
        if let Some((_, present)) = self.items.get_mut(at) {
            *present = status;
        }
    }
}

fn words(error: &Error) -> String {
    match error {
        Error::Http { vendor: Some(vendor), .. } => match &vendor.info {
            Some(info) => [&vendor.message, " – ", info].concat(),
            None => vendor.message.clone(),
        },
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Effect;
    use crate::error::TransportFailure;
    use crate::write::{Again, Done, Known, Seen, Unknown, Verified};

    #[test]
    fn only_what_certainly_changed_nothing_is_sent_again() {
        let lost = || Error::NoAnswer {
            operation: "x",
            effect: Effect::Write,
            failure: TransportFailure::Unreachable,
        };
        let unseen = |again| Outcome::Unknown(Unknown { lost: lost(), seen: Seen::NotYet, again });
        let look = Again::new(|_, _| Box::pin(async { Outcome::from(Ok(())) }));
        let outcomes: [(Outcome<()>, bool); 7] = [
            (Outcome::from(Ok(())), false),
            (unseen(None), false),
            (unseen(Some(look)), false),
            (Outcome::ChangedBefore(None), true),
            (Outcome::ChangedAfter(None), false),
            (Outcome::from(Err(lost())), false),
            (Outcome::Refused(lost()), true),
        ];
        let mut batch = Batch::new(0..outcomes.len());
        for (at, (outcome, _)) in outcomes.iter().enumerate() {
            assert_eq!(batch.advance(0.0), Next::Send(at));
            assert_eq!(batch.items()[at].1, ItemStatus::Sending);
            batch.ended(at, 0.0, outcome, None);
            assert_eq!(batch.items()[at].1.ending(), Some(outcome.ending()));
        }
        batch.retry();
        for (at, (_, again)) in outcomes.iter().enumerate() {
            assert_eq!(batch.items()[at].1 == ItemStatus::Waiting, *again, "{at}");
        }
        // What can be looked for is looked for; what cannot stays as it is.
        let mut batch = Batch::new(0..outcomes.len());
        for (at, (outcome, _)) in outcomes.iter().enumerate() {
            batch.advance(0.0);
            batch.ended(at, 0.0, outcome, None);
        }
        batch.look_again();
        assert_eq!((batch.advance(0.0), batch.advance(0.0)), (Next::Send(2), Next::Ended));
    }

    #[test]
    fn what_was_done_otherwise_is_told() {
        for verified in [Verified::Yes, Verified::Differs] {
            let outcome = Outcome::Done(Done { object: Some(()), known: Known::Answered, verified });
            let mut batch = Batch::new([0]);
            batch.advance(0.0);
            batch.ended(0, 0.0, &outcome, None);
            let differs = verified == Verified::Differs;
            let (looked_up, can_look) = (false, false);
            let status = ItemStatus::Ended { ending: Ending::Done, said: None, differs, looked_up, can_look };
            assert_eq!(batch.items()[0].1, status);
        }
    }
}
