//! A write as a value: what it is about, and what each step of its way is.

use std::fmt;

use futures_util::future::LocalBoxFuture;
use serde_json::{Map, Value};

use super::about::About;
use super::again::Again;
use super::engine::{End, Found, Steps, drive, look_up};
use super::journal::{self, Draft, Record, Recorded};
use super::outcome::{Accepted, Done, Outcome, Unknown};
use super::phase::Phase;
use crate::connection::{Connection, Full};
use crate::error::Error;
use crate::request::{Call, Request};

/// What a reading says of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Now<T> {
    /// It is this.
    There(T),
    /// It is not there.
    NotThere,
    /// It was not found, but not everything could be read.
    Unclear,
}

type Step<R> = Box<dyn FnOnce(Connection) -> LocalBoxFuture<'static, Result<R, Error>>>;
type Reader<T> = Box<dyn Fn(Connection) -> LocalBoxFuture<'static, Result<Now<T>, Error>>>;
type Answer<T> = Box<dyn FnOnce(&[u8]) -> Result<Option<T>, Error>>;
type Test<T> = Box<dyn FnOnce(&T) -> bool>;
type ToldTest<T> = Box<dyn FnOnce(&T) -> Option<bool>>;
type Undo<T> = Box<dyn FnOnce(Option<&T>) -> Option<Change<T>>>;
type Judge<T> = Box<dyn Fn(Option<&T>) -> Found>;

/// A write of an object of type `T` that has not been sent.
///
/// A password that is written is held by the request alone, which is dropped as soon as it is answered.
pub struct Change<T> {
    about: About,
    send: Option<Step<Full<Option<T>>>>,
    followed: Option<Map<String, Value>>,
    reader: Option<Reader<T>>,
    is_same: Option<Test<T>>,
    judge: Option<Judge<T>>,
    is_meant: Option<ToldTest<T>>,
    is_foreseen: Option<ToldTest<T>>,
    read_back: Option<Step<bool>>,
    inverse: Option<Inverse<T>>,
    now: Now<T>,
    head: Option<Full<()>>,
    draft: Draft,
    record: fn(&T) -> String,
}

/// How to undo a change, once its outcome is known.
pub struct Inverse<T>(Undo<T>);

impl<T> Inverse<T> {
    /// The change that undoes it; `None` where nothing was done, or nothing can be undone.
    pub fn of(self, outcome: &Outcome<T>) -> Option<Change<T>> {
        outcome.ending().is_done().then(|| (self.0)(outcome.object()))?
    }
}

impl<T: Recorded + 'static> Change<T> {
    /// A change that is made by a call. `object` takes the object from the answer, where it has one.
    pub fn new<C: Call + 'static>(about: About, call: C, object: fn(C::Answer) -> Option<T>) -> Change<T> {
        Change::sent(about, call.request(), Box::new(move |body| C::read(body).map(object)))
    }

    /// Compiled for each object and not for each call.
    fn sent(about: About, request: Request, read: Answer<T>) -> Change<T> {
        let draft = Draft::of(&request);
        let send = move |connection: Connection| -> LocalBoxFuture<'static, _> {
            Box::pin(async move {
                let Full { value, status, headers } = connection.whole(request).await?;
                Ok(Full { value: read(&value)?, status, headers })
            })
        };
        Change {
            about,
            send: Some(Box::new(send)),
            followed: None,
            reader: None,
            is_same: None,
            judge: None,
            is_meant: None,
            is_foreseen: None,
            read_back: None,
            inverse: None,
            now: Now::Unclear,
            head: None,
            draft,
            record: T::record,
        }
    }
}

impl<T: 'static> Change<T> {
    /// With what people call the object, where the screen knows that better.
    #[must_use]
    pub fn called(mut self, name: &str) -> Change<T> {
        self.about.name = Some(name.to_owned());
        self
    }

    /// What it is about.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The server answers 202 and carries it out later. `meant` is what the object then has, by the vendor's names, as
    /// far as that can be seen: no secret.
    #[must_use]
    pub fn followed(mut self, meant: Map<String, Value>) -> Change<T> {
        self.followed = Some(meant);
        self
    }

    /// How the object is read.
    #[must_use]
    pub fn read_by<C: Call<Answer = T> + Clone + 'static>(self, call: C) -> Change<T> {
        self.read_with(move |connection| {
            let call = call.clone();
            Box::pin(async move { connection.call(&call).await.map(Now::There) })
        })
    }

    /// How the object is read where no one call does it, such as in a list by its name.
    #[must_use]
    pub fn read_with(
        mut self,
        read: impl Fn(Connection) -> LocalBoxFuture<'static, Result<Now<T>, Error>> + 'static,
    ) -> Change<T> {
        self.reader = Some(Box::new(read));
        self
    }

    /// Reads the object right before the write, and stops where it is no longer what was shown.
    #[must_use]
    pub fn unless_changed(mut self, is_same: impl FnOnce(&T) -> bool + 'static) -> Change<T> {
        self.is_same = Some(Box::new(is_same));
        self
    }

    /// Looks at the object where the answer was lost; `None`: it is not there. Without this, a lost answer
    /// leaves the outcome unknown.
    #[must_use]
    pub fn look_up(mut self, judge: impl Fn(Option<&T>) -> Found + 'static) -> Change<T> {
        self.judge = Some(Box::new(judge));
        self
    }

    /// Holds the object in the answer against what was meant; `None`: the answer does not tell.
    #[must_use]
    pub fn verify(mut self, is_meant: impl FnOnce(&T) -> Option<bool> + 'static) -> Change<T> {
        self.is_meant = Some(Box::new(is_meant));
        self
    }

    /// The same where the answer only promises (202, [`Change::followed`]): what it tells may still be what was there
    /// before.
    #[must_use]
    pub fn foresee(mut self, is_foreseen: impl FnOnce(&T) -> Option<bool> + 'static) -> Change<T> {
        self.is_foreseen = Some(Box::new(is_foreseen));
        self
    }

    /// Reads what the write did, and says whether that is what was meant.
    #[must_use]
    pub fn read_back(
        mut self,
        read: impl FnOnce(Connection) -> LocalBoxFuture<'static, Result<bool, Error>> + 'static,
    ) -> Change<T> {
        self.read_back = Some(Box::new(read));
        self
    }

    /// How it is undone, from the object as the write left it.
    #[must_use]
    pub fn inverse(mut self, inverse: impl FnOnce(Option<&T>) -> Option<Change<T>> + 'static) -> Change<T> {
        self.inverse = Some(Inverse(Box::new(inverse)));
        self
    }

    /// Takes out how it is undone, to be kept until the outcome is known.
    pub fn take_inverse(&mut self) -> Option<Inverse<T>> {
        self.inverse.take()
    }

    /// Goes the whole way. `tell` hears of each step before it is taken.
    pub async fn run(self, connection: &Connection, tell: &dyn Fn(Phase)) -> Outcome<T> {
        self.run_recorded(connection, tell).await.0
    }

    /// The same, with what a journal keeps of it.
    pub async fn run_recorded(
        mut self,
        connection: &Connection,
        tell: &dyn Fn(Phase),
    ) -> (Outcome<T>, Record) {
        let end = drive(connection, &mut self, tell).await;
        let headers = self.head.as_ref().map(|head| head.headers.clone()).unwrap_or_default();
        let (draft, about, record) = (std::mem::take(&mut self.draft), self.about.clone(), self.record);
        let outcome = self.ended(end);
        let record = draft.ended(journal::End {
            about,
            after: outcome.object().map(record),
            ending: outcome.ending(),
            differs: outcome.differs(),
            error: outcome.error(),
            headers: &headers,
        });
        (outcome, record)
    }

    fn ended(mut self, end: End) -> Outcome<T> {
        let now = match std::mem::replace(&mut self.now, Now::Unclear) {
            Now::There(object) => Some(object),
            Now::NotThere | Now::Unclear => None,
        };
        match end {
            End::Done(known, verified) => Outcome::Done(Done { object: now, known, verified }),
            End::Accepted { heard, verified } => Outcome::Accepted(Accepted {
                object: now,
                head: self.head.filter(|_| heard),
                verified,
                meant: self.followed.unwrap_or_default(),
            }),
            End::ChangedBefore => Outcome::ChangedBefore(now),
            End::ChangedAfter => Outcome::ChangedAfter(now),
            End::Refused(error) => Outcome::Refused(error),
            End::Unknown(lost, seen) => {
                let again = self.looks_up().then(|| self.again(lost.clone()));
                Outcome::Unknown(Unknown { lost, seen, again })
            }
        }
    }

    /// Looks at the object once more; nothing is sent.
    fn again(mut self, lost: Error) -> Again<Outcome<T>> {
        Again::new(move |connection, tell| {
            Box::pin(async move {
                let end = look_up(&connection, &mut self, tell, lost).await;
                self.ended(end)
            })
        })
    }
}

impl<T: 'static> Steps for Change<T> {
    fn checks(&self) -> bool {
        self.is_same.is_some() && self.reader.is_some()
    }

    fn looks_up(&self) -> bool {
        self.judge.is_some() && self.reader.is_some()
    }

    fn is_followed(&self) -> bool {
        self.followed.is_some()
    }

    fn read<'a>(&'a mut self, connection: &'a Connection) -> LocalBoxFuture<'a, Result<(), Error>> {
        self.now = Now::NotThere;
        let reading = self.reader.as_ref().map(|read| read(connection.clone()));
        Box::pin(async move {
            if let Some(reading) = reading {
                self.now = reading.await?;
            }
            Ok(())
        })
    }

    fn is_same(&mut self) -> bool {
        match (&self.now, self.is_same.take()) {
            (Now::There(now), Some(is_same)) => is_same(now),
            // Not everything could be read: that says nothing of a change.
            (Now::Unclear, _) => true,
            _ => false,
        }
    }

    fn send<'a>(&'a mut self, connection: &'a Connection) -> LocalBoxFuture<'a, Result<u16, Error>> {
        // What was read before says nothing of the object after the write.
        if let Now::There(before) = std::mem::replace(&mut self.now, Now::Unclear) {
            self.draft.saw((self.record)(&before));
        }
        let sending = self.send.take().map(|send| send(connection.clone()));
        Box::pin(async move {
            let Some(sending) = sending else { return Ok(0) };
            let Full { value, status, headers } = sending.await?;
            self.now = value.map_or(Now::Unclear, Now::There);
            self.head = Some(Full { value: (), status, headers });
            Ok(status)
        })
    }

    fn found(&mut self) -> Found {
        match (&self.now, &self.judge) {
            (Now::There(now), Some(judge)) => judge(Some(now)),
            (Now::NotThere, Some(judge)) => judge(None),
            _ => Found::CannotTell,
        }
    }

    fn is_meant(&mut self) -> Option<bool> {
        match (&self.now, self.is_meant.take()) {
            (Now::There(now), Some(is_meant)) => is_meant(now),
            _ => None,
        }
    }

    fn is_foreseen(&mut self) -> Option<bool> {
        match (&self.now, self.is_foreseen.take()) {
            (Now::There(now), Some(is_foreseen)) => is_foreseen(now),
            _ => None,
        }
    }

    fn reads_back(&self) -> bool {
        self.read_back.is_some()
    }

    fn read_back<'a>(&'a mut self, connection: &'a Connection) -> LocalBoxFuture<'a, Result<bool, Error>> {
        match self.read_back.take() {
            Some(read) => read(connection.clone()),
            None => Box::pin(std::future::ready(Ok(true))),
        }
    }
}

/// What it is about and nothing of what it sends.
impl<T> fmt::Debug for Change<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Change").field("about", &self.about).finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Inverse<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Inverse")
    }
}
