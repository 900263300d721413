//! The steps of a write in their order. Compiled once: it knows a change by [`Steps`], not by its object's
//! type.

use futures_util::future::LocalBoxFuture;

use super::outcome::{Known, Seen, Verified};
use super::phase::Phase;
use crate::connection::Connection;
use crate::error::{self, Error};

/// What a look at the object says of a write whose answer was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It was carried out.
    Done,
    /// It is being carried out.
    UnderWay,
    /// The object is as it was: the write was not carried out, or it cannot be seen yet.
    NotYet,
    /// The object is neither what it was nor what was sent.
    SomethingElse,
    /// It says nothing, such as where only a password was changed.
    CannotTell,
}

impl Found {
    /// From whether the object now is what was sent, and whether it is what it was.
    pub fn by(is_what_was_sent: bool, is_what_it_was: bool) -> Found {
        match (is_what_was_sent, is_what_it_was) {
            (true, _) => Found::Done,
            (false, true) => Found::NotYet,
            (false, false) => Found::SomethingElse,
        }
    }

    /// The same, where the object may not tell what was sent.
    pub fn by_told(is_what_was_sent: Option<bool>, is_what_it_was: bool) -> Found {
        is_what_was_sent.map_or(Found::CannotTell, |is_sent| Found::by(is_sent, is_what_it_was))
    }

    /// For something that is made. What is not there may still come; what is there may be another's.
    pub fn of_new(is_what_was_sent: Option<Option<bool>>) -> Found {
        match is_what_was_sent {
            None => Found::NotYet,
            Some(Some(false)) => Found::SomethingElse,
            Some(_) => Found::Done,
        }
    }
}

/// How a write ended; the change itself holds the object.
pub(super) enum End {
    Done(Known, Verified),
    Accepted { heard: bool, verified: Verified },
    ChangedBefore,
    ChangedAfter,
    Refused(Error),
    Unknown(Error, Seen),
}

/// What the engine asks of a change. What is read or answered is kept by the change.
pub(super) trait Steps {
    fn checks(&self) -> bool;
    fn looks_up(&self) -> bool;
    /// Whether 202 means that it is carried out later.
    fn is_followed(&self) -> bool;
    fn read<'a>(&'a mut self, connection: &'a Connection) -> LocalBoxFuture<'a, Result<(), Error>>;
    fn is_same(&mut self) -> bool;
    /// Gives the answer's status.
    fn send<'a>(&'a mut self, connection: &'a Connection) -> LocalBoxFuture<'a, Result<u16, Error>>;
    fn found(&mut self) -> Found;
    /// Whether the answer holds what was meant, where both are known.
    fn is_meant(&mut self) -> Option<bool>;
    /// The same of an answer that only promises.
    fn is_foreseen(&mut self) -> Option<bool>;
    fn reads_back(&self) -> bool;
    /// Whether what is read back is what was meant.
    fn read_back<'a>(&'a mut self, connection: &'a Connection) -> LocalBoxFuture<'a, Result<bool, Error>>;
}

pub(super) fn drive<'a>(
    connection: &'a Connection,
    steps: &'a mut dyn Steps,
    tell: &'a dyn Fn(Phase),
) -> LocalBoxFuture<'a, End> {
    Box::pin(async move {
        if steps.checks() {
            tell(Phase::Checking);
            match steps.read(connection).await {
                Ok(()) if steps.is_same() => {}
                Ok(()) => return End::ChangedBefore,
                Err(error) => return End::Refused(error),
            }
        }
        tell(Phase::Sending);
        let known = match steps.send(connection).await {
            Ok(202) if steps.is_followed() => {
                return End::Accepted { heard: true, verified: steps.is_foreseen().into() };
            }
            Ok(_) => Known::Answered,
            Err(error) => match error.outcome() {
                error::Outcome::CarriedOut => Known::Unreadable(error),
                error::Outcome::Unknown => return look_up(connection, steps, tell, error).await,
                error::Outcome::NotSent | error::Outcome::Refused => return End::Refused(error),
            },
        };
        let verified = verify(connection, steps, tell).await;
        End::Done(known, verified)
    })
}

pub(super) async fn look_up(
    connection: &Connection,
    steps: &mut dyn Steps,
    tell: &dyn Fn(Phase),
    lost: Error,
) -> End {
    if !steps.looks_up() {
        return End::Unknown(lost, Seen::Nothing);
    }
    tell(Phase::LookingUp);
    match steps.read(connection).await {
        Err(error) if !error.is_not_found() => return End::Unknown(lost, Seen::Unread(error)),
        _ => {}
    }
    match steps.found() {
        Found::Done => End::Done(Known::LookedUp(lost), read_back(connection, steps, tell).await.into()),
        Found::UnderWay => End::Accepted { heard: false, verified: Verified::NotChecked },
        Found::NotYet => End::Unknown(lost, Seen::NotYet),
        Found::SomethingElse => End::ChangedAfter,
        Found::CannotTell => End::Unknown(lost, Seen::Nothing),
    }
}

/// The answer first: a server may say yes and do something else.
async fn verify(connection: &Connection, steps: &mut dyn Steps, tell: &dyn Fn(Phase)) -> Verified {
    let answer = steps.is_meant();
    let back = read_back(connection, steps, tell).await;
    match (answer, back) {
        (Some(false), _) => Some(false),
        (answer, back) => back.or(answer),
    }
    .into()
}

async fn read_back(connection: &Connection, steps: &mut dyn Steps, tell: &dyn Fn(Phase)) -> Option<bool> {
    if !steps.reads_back() {
        return None;
    }
    tell(Phase::ReadingBack);
    steps.read_back(connection).await.ok()
}

impl From<Option<bool>> for Verified {
    fn from(is_meant: Option<bool>) -> Verified {
        match is_meant {
            Some(true) => Verified::Yes,
            Some(false) => Verified::Differs,
            None => Verified::NotChecked,
        }
    }
}
