//! A series of writes, one after the other, as plain data: what is done, what was refused, what waits. It can
//! be kept and taken up again later; it holds no secret.
//!
//! The rate limit stops a series instead of failing it: a write that was refused with 429 was not carried out,
//! so it waits again, and somebody decides to go on. Nothing is ever sent again by itself.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Outcome};
use crate::rate_limit::RateLimit;

/// Where one item of a series stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemStatus {
    /// It has not been sent, or was refused for coming too early.
    Waiting,
    /// It has been sent; no answer yet.
    Sent,
    /// The server has accepted it.
    Done,
    /// The server has refused it, in these words.
    Refused(String),
    /// Nobody knows whether it was carried out: the object has to be looked up.
    Unknown(String),
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

/// Who paused a series.
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

/// A server that refuses without saying for how long is left alone this long.
const USUAL_PAUSE_MS: f64 = 5_000.0;

/// No server is obeyed for longer; it can refuse again.
const LONGEST_PAUSE_MS: f64 = 10.0 * 60_000.0;

/// A series of writes. `K` says what each is about, such as an id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Batch<K> {
    items: Vec<(K, ItemStatus)>,
    not_before_ms: f64,
    paused: Option<Pause>,
}

impl<K> Batch<K> {
    /// A series of these.
    pub fn new(keys: impl IntoIterator<Item = K>) -> Batch<K> {
        let items = keys.into_iter().map(|key| (key, ItemStatus::Waiting)).collect();
        Batch { items, not_before_ms: 0.0, paused: None }
    }

    /// The items in their order.
    pub fn items(&self) -> &[(K, ItemStatus)] {
        &self.items
    }

    /// What is to be done next; an item that is to be sent counts as sent from now on.
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
        self.stand(at, ItemStatus::Sent);
        Next::Send(at)
    }

    /// What came of a sent item, and how many requests are left.
    pub fn heard<T>(&mut self, at: usize, now_ms: f64, outcome: Result<T, &Error>, left: Option<RateLimit>) {
        let pause = left.map_or(0.0, |left| left.pause_ms());
        self.not_before_ms = self.not_before_ms.max(now_ms + pause);
        let status = match outcome {
            Ok(_) => ItemStatus::Done,
            Err(Error::Http { status: 429, retry_after_s, .. }) => {
                let asked = retry_after_s.map_or(USUAL_PAUSE_MS, |seconds| seconds * 1000.0);
                let asked =
                    if asked.is_finite() { asked.clamp(0.0, LONGEST_PAUSE_MS) } else { USUAL_PAUSE_MS };
                (self.paused, self.not_before_ms) = (Some(Pause::Server), now_ms + asked);
                ItemStatus::Waiting
            }
            // Not carried out, and nothing else would be: what is left waits for somebody to sign in.
            Err(error) if error.needs_sign_in() => {
                self.paused = Some(Pause::SignIn);
                ItemStatus::Waiting
            }
            Err(error) if error.outcome() == Outcome::CarriedOut => ItemStatus::Done,
            Err(error) if error.outcome() == Outcome::Unknown => ItemStatus::Unknown(words(error)),
            Err(error) => ItemStatus::Refused(words(error)),
        };
        self.stand(at, status);
    }

    /// A sent item was not carried out after all, in these words.
    pub fn refused(&mut self, at: usize, words: String) {
        self.stand(at, ItemStatus::Refused(words));
    }

    /// Who paused it, where somebody did.
    pub fn paused(&self) -> Option<Pause> {
        self.paused
    }

    /// Whether nothing may be sent yet.
    pub fn has_to_wait(&self, now_ms: f64) -> bool {
        now_ms < self.not_before_ms
    }

    /// How many items stand like this.
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

    /// Puts what was refused in line again. What nobody knows of is not sent twice.
    pub fn retry(&mut self) {
        for (_, status) in self.items.iter_mut().filter(|(_, one)| matches!(one, ItemStatus::Refused(_))) {
            *status = ItemStatus::Waiting;
        }
    }

    /// For a series that was kept while an item was on its way: nobody heard what came of it.
    pub fn take_up(&mut self) {
        for (_, status) in self.items.iter_mut().filter(|(_, status)| *status == ItemStatus::Sent) {
            *status = ItemStatus::Unknown("the page was closed before the answer came".to_owned());
        }
    }

    fn stand(&mut self, at: usize, status: ItemStatus) {
        if let Some((_, present)) = self.items.get_mut(at) {
            *present = status;
        }
    }
}

fn words(error: &Error) -> String {
    match error {
        Error::Http { vendor: Some(vendor), .. } => vendor.message.clone(),
        other => other.to_string(),
    }
}
