//! How a write ended: the one vocabulary of screens, batches and tasks.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::again::Again;
use crate::connection::Full;
use crate::error::{self, Error};

/// How a write ended. `T` is the object as the server has it; `None` in its place: it is not there.
#[derive(Debug)]
pub enum Outcome<T> {
    /// It was carried out.
    Done(Done<T>),
    /// It is being carried out; what becomes of it is a task's to follow.
    Accepted(Accepted<T>),
    /// The object is not what was shown: somebody else has changed it, and nothing was sent.
    ChangedBefore(Option<T>),
    /// Its answer was lost, and the object now is neither what it was nor what was sent.
    ChangedAfter(Option<T>),
    /// Nothing was changed: it was refused, or not sent.
    Refused(Error),
    /// Its answer was lost, and what became of it is not known.
    Unknown(Unknown<T>),
}

/// A write that was carried out.
#[derive(Clone, Debug, PartialEq)]
pub struct Done<T> {
    /// The object after it, where anything was heard of that.
    pub object: Option<T>,
    /// How that is known.
    pub known: Known,
    /// Whether the object is what was meant.
    pub verified: Verified,
}

/// A write that is being carried out.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted<T> {
    /// The object as the answer tells it.
    pub object: Option<T>,
    /// The answer's head; `None` where the answer was lost and the object was found at work.
    pub head: Option<Full<()>>,
    /// Whether the answer promises what was meant.
    pub verified: Verified,
    /// What the object then has, by the vendor's names, as far as that can be seen.
    pub meant: Map<String, Value>,
}

/// A write whose answer was lost.
#[derive(Debug)]
pub struct Unknown<T> {
    /// Why there is no answer.
    pub lost: Error,
    /// What a look at the object said.
    pub seen: Seen,
    /// Looks once more; `None` where there is nothing to look for.
    pub again: Option<Again<Outcome<T>>>,
}

/// What a look at an object says of a write whose answer was lost.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// Nothing: there is nothing to look for, or nothing can be told from it.
    Nothing,
    /// The object is as it was. A server may show that for a while, so the write may still come to be seen.
    NotYet,
    /// It could not be read, for this reason.
    Unread(Error),
}

/// How it is known that a write was carried out.
#[derive(Clone, Debug, PartialEq)]
pub enum Known {
    /// The server answered so.
    Answered,
    /// The server answered so, but the body of its answer could not be read.
    Unreadable(Error),
    /// The answer was lost, for this reason; the object was looked up.
    LookedUp(Error),
}

/// Whether an object is what was meant by a write that was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// It is.
    Yes,
    /// The server did something else: the object says what.
    Differs,
    /// It was not asked, or could not be read.
    NotChecked,
}

/// How a write ended, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// [`Outcome::Done`].
    Done,
    /// [`Outcome::Accepted`].
    Accepted,
    /// It was accepted, and failed.
    NotDone,
    /// [`Outcome::ChangedBefore`].
    ChangedBefore,
    /// [`Outcome::ChangedAfter`].
    ChangedAfter,
    /// [`Outcome::Refused`].
    Refused,
    /// [`Outcome::Unknown`]: the object is as it was, and may change yet.
    NotSeen,
    /// [`Outcome::Unknown`] otherwise.
    Unknown,
}

impl Ending {
    /// The server has done it, or has taken it on.
    pub fn is_done(self) -> bool {
        matches!(self, Ending::Done | Ending::Accepted)
    }

    /// It is certain that nothing was changed, so it may be sent again.
    pub fn is_unchanged(self) -> bool {
        matches!(self, Ending::NotDone | Ending::ChangedBefore | Ending::Refused)
    }
}

impl<T> Outcome<T> {
    /// In one word.
    pub fn ending(&self) -> Ending {
        match self {
            Outcome::Done(_) => Ending::Done,
            Outcome::Accepted(_) => Ending::Accepted,
            Outcome::ChangedBefore(_) => Ending::ChangedBefore,
            Outcome::ChangedAfter(_) => Ending::ChangedAfter,
            Outcome::Refused(_) => Ending::Refused,
            Outcome::Unknown(Unknown { seen: Seen::NotYet, .. }) => Ending::NotSeen,
            Outcome::Unknown(_) => Ending::Unknown,
        }
    }

    /// Whether its answer was lost, and the object told that it was carried out.
    pub fn is_looked_up(&self) -> bool {
        matches!(self, Outcome::Done(Done { known: Known::LookedUp(_), .. }))
    }

    /// Whether the object can be looked at once more, because it is not known what became of it.
    pub fn can_look(&self) -> bool {
        matches!(self, Outcome::Unknown(Unknown { again: Some(_), .. }))
    }

    /// The way to do that, taken out.
    pub fn take_again(&mut self) -> Option<Again<Outcome<T>>> {
        match self {
            Outcome::Unknown(unknown) => unknown.again.take(),
            _ => None,
        }
    }

    /// Whether the server has done, or promises, something else than was meant.
    pub fn differs(&self) -> bool {
        let (Outcome::Done(Done { verified, .. }) | Outcome::Accepted(Accepted { verified, .. })) = self
        else {
            return false;
        };
        *verified == Verified::Differs
    }

    /// The object as it was heard of last.
    pub fn object(&self) -> Option<&T> {
        match self {
            Outcome::Done(done) => done.object.as_ref(),
            Outcome::Accepted(accepted) => accepted.object.as_ref(),
            Outcome::ChangedBefore(now) | Outcome::ChangedAfter(now) => now.as_ref(),
            _ => None,
        }
    }

    /// The object as it was heard of last, taken out.
    pub fn into_object(self) -> Option<T> {
        match self {
            Outcome::Done(done) => done.object,
            Outcome::Accepted(accepted) => accepted.object,
            Outcome::ChangedBefore(now) | Outcome::ChangedAfter(now) => now,
            _ => None,
        }
    }

    /// What went wrong with the call, also where the write was carried out all the same.
    pub fn error(&self) -> Option<&Error> {
        match self {
            Outcome::Refused(error) | Outcome::Unknown(Unknown { lost: error, .. }) => Some(error),
            Outcome::Done(Done { known: Known::Unreadable(error) | Known::LookedUp(error), .. }) => {
                Some(error)
            }
            _ => None,
        }
    }

    /// That nobody is signed in any more, where that kept the write or the look at its object from going on.
    pub fn signed_out(&self) -> Option<&Error> {
        let error = match self {
            Outcome::Unknown(Unknown { seen: Seen::Unread(error), .. }) => Some(error),
            _ => self.error(),
        };
        error.filter(|error| error.needs_sign_in())
    }

    /// With another object in place of this one: screens that need none drop it. There is no way to look again then.
    pub fn map<U>(self, object: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Outcome::Done(Done { object: now, known, verified }) => {
                Outcome::Done(Done { object: now.map(object), known, verified })
            }
            Outcome::Accepted(Accepted { object: now, head, verified, meant }) => {
                Outcome::Accepted(Accepted { object: now.map(object), head, verified, meant })
            }
            Outcome::ChangedBefore(now) => Outcome::ChangedBefore(now.map(object)),
            Outcome::ChangedAfter(now) => Outcome::ChangedAfter(now.map(object)),
            Outcome::Refused(error) => Outcome::Refused(error),
            Outcome::Unknown(Unknown { lost, seen, .. }) => {
                Outcome::Unknown(Unknown { lost, seen, again: None })
            }
        }
    }
}

/// How a call ended that nothing more is known of than its answer.
impl<T> From<Result<T, Error>> for Outcome<T> {
    fn from(answer: Result<T, Error>) -> Outcome<T> {
        let done = |object, known| Outcome::Done(Done { object, known, verified: Verified::NotChecked });
        match answer {
            Ok(object) => done(Some(object), Known::Answered),
            Err(error) => match error.outcome() {
                error::Outcome::CarriedOut => done(None, Known::Unreadable(error)),
                error::Outcome::Unknown => {
                    Outcome::Unknown(Unknown { lost: error, seen: Seen::Nothing, again: None })
                }
                error::Outcome::NotSent | error::Outcome::Refused => Outcome::Refused(error),
            },
        }
    }
}
