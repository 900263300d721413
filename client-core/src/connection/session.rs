//! Who is signed in on a connection, and the one refresh that all its requests share.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, Shared};

use super::Connection;
use super::send::completed;
use crate::auth::{Begun, Credentials, Grant, Renewal, Step, Token};
use crate::catalogue::Info;
use crate::config::SignIn;
use crate::error::Error;
use crate::request::Request;
use crate::secret::Secret;

/// How somebody is signed in, for the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedIn {
    /// Nobody is.
    No,
    /// The console renews the token by itself, or there is none that could run out.
    Renewing,
    /// When the token runs out, somebody has to sign in again.
    Once,
}

/// Counts the tokens, so that a request that failed with an old one does not refresh a newer one.
pub(super) type Age = u32;

type Refreshing = Shared<LocalBoxFuture<'static, Result<(), Error>>>;

/// The session's own check: whether it is answered otherwise than with 401.
type Checking = Shared<LocalBoxFuture<'static, bool>>;

/// Hears of each new token.
pub type TokenListener = Rc<dyn Fn(&Token)>;

/// The grant that somebody signed in by, and its token of now.
#[derive(Clone)]
struct Held {
    grant: Rc<dyn Grant>,
    token: Rc<Token>,
    /// When it is to be renewed.
    due_ms: Option<f64>,
}

#[derive(Default)]
pub(super) struct Session {
    held: RefCell<Option<Held>>,
    /// A sign-in that somebody has to complete.
    begun: RefCell<Option<Rc<dyn Grant>>>,
    age: Cell<Age>,
    refreshing: RefCell<Option<Refreshing>>,
    /// A cheap read that everybody may do who is signed in.
    check: RefCell<Option<Request>>,
    checking: RefCell<Option<Checking>>,
    /// Until then the last check's good answer holds.
    alive_until_ms: Cell<f64>,
    listener: RefCell<Option<TokenListener>>,
}

/// A token is renewed before it runs out, by this share of its life, but no longer than this before.
const MARGIN_SHARE: f64 = 0.1;
const MARGIN_MS: f64 = 30_000.0;
/// So long one check serves everything that is refused.
const ALIVE_MS: f64 = 5_000.0;

impl Connection {
    /// Signs in. Where the credentials are refused, whoever was signed in before stays so.
    pub async fn sign_in(&self, credentials: Credentials) -> Result<(), Error> {
        self.begin(credentials.grant(self.config())).await.map(drop)
    }

    /// Signs in by a grant. Where somebody has to do something first, says what; [`Connection::complete`] goes on.
    pub async fn begin(&self, grant: Rc<dyn Grant>) -> Result<Option<Step>, Error> {
        match grant.begin(self.channel()).await? {
            Begun::Token(token) => {
                self.signed_in_by(grant, token);
                Ok(None)
            }
            Begun::Open(step) => {
                self.0.session.begun.replace(Some(grant));
                Ok(Some(step))
            }
        }
    }

    /// Completes the sign-in that was begun last, with what came back. A sign-out or another sign-in meanwhile wins.
    pub async fn complete(&self, came_back: &Secret) -> Result<(), Error> {
        let begun = &self.0.session.begun;
        let nothing = Error::CannotSignIn { detail: "no sign-in waits to be completed" };
        let grant = begun.borrow().clone().ok_or_else(|| nothing.clone())?;
        let token = grant.complete(self.channel(), came_back).await?;
        let still = begun.borrow().as_ref().is_some_and(|one| Rc::ptr_eq(one, &grant));
        if !still {
            return Err(nothing);
        }
        self.signed_in_by(grant, token);
        Ok(())
    }

    fn signed_in_by(&self, grant: Rc<dyn Grant>, token: Token) {
        self.0.session.begun.take();
        self.store(grant, token);
    }

    /// How somebody is signed in.
    pub fn signed_in(&self) -> SignedIn {
        match self.0.session.held.borrow().as_ref().map(|held| &held.token.renewal) {
            None => SignedIn::No,
            Some(Renewal::Lasting | Renewal::Again | Renewal::With(_)) => SignedIn::Renewing,
            Some(Renewal::SignIn) => SignedIn::Once,
        }
    }

    /// With what somebody is signed in.
    pub fn signed_in_with(&self) -> Option<SignIn> {
        self.0.session.held.borrow().as_ref().map(|held| held.grant.kind())
    }

    /// Signs out: drops everything here at once, then revokes what can be revoked.
    pub async fn sign_out(&self) -> Result<(), Error> {
        let session = &self.0.session;
        let held = session.held.take();
        session.begun.take();
        session.refreshing.take();
        session.check.take();
        session.age.set(session.age.get() + 1);
        self.channel().forget_rate_limit();
        self.0.default_headers.replace(self.config().default_headers());
        match held {
            Some(Held { grant, token, .. }) => grant.revoke(self.channel(), &token).await,
            None => Ok(()),
        }
    }

    /// A cheap read that everybody may do who is signed in: where it answers 401 as well, the sign-in has expired.
    /// Without one nobody can say. Signing out forgets it.
    pub fn set_check(&self, check: Request) {
        self.0.session.check.replace(Some(check));
    }

    /// Tells each new token, also those that the session renews by itself.
    pub fn on_token(&self, listener: TokenListener) {
        self.0.session.listener.replace(Some(listener));
    }

    /// The access token, for another tab of the page; `None` where it has run out. A password is none, and neither is
    /// what stands behind a word of the vendor's own.
    pub fn held_token(&self) -> Option<Token> {
        let held = self.0.session.held.borrow();
        let token = held.as_ref().map(|held| &held.token).filter(|token| token.is_access_token())?;
        let is_over = token.runs_out_ms.is_some_and(|at| at <= self.clock().now_ms());
        (!is_over).then(|| Token::clone(token))
    }

    /// The same, renewed where that is due.
    pub async fn access_token(&self) -> Option<Token> {
        // One that cannot be renewed is told as it is.
        let _ = self.renew_if_due().await;
        self.held_token()
    }

    /// A token that is good for a while, with its age.
    pub(super) async fn token(&self, operation: &'static Info) -> Result<(Secret, Age), Error> {
        let session = &self.0.session;
        self.renew_if_due().await.map_err(|error| match error.needs_sign_in() {
            true => Error::Expired { operation: operation.id, effect: operation.effect },
            false => error,
        })?;
        let token = session.held.borrow().as_ref().map(|held| held.token.authorization());
        token.map(|token| (token, session.age.get())).ok_or(Error::NotSignedIn { operation: operation.id })
    }

    /// A token that cannot be renewed is good until it has run out.
    async fn renew_if_due(&self) -> Result<(), Error> {
        let session = &self.0.session;
        let times = |held: &Held| Some((held.due_ms?, held.token.runs_out_ms?));
        let Some((due_ms, runs_out_ms)) = session.held.borrow().as_ref().and_then(times) else {
            return Ok(());
        };
        if self.clock().now_ms() < due_ms {
            return Ok(());
        }
        match self.refresh(session.age.get()).await {
            Err(error) if self.clock().now_ms() >= runs_out_ms => Err(error),
            _ => Ok(()),
        }
    }

    /// Whether the session is alive although this request was refused with 401; `None` where nothing can tell. Asked
    /// once for all who want to know at the same time.
    pub(super) async fn is_alive(&self, refused: &Request) -> Option<bool> {
        let session = &self.0.session;
        let check = completed(self, session.check.borrow().as_ref()?);
        let is_itself = check.operation().id == refused.operation().id && check.path() == refused.path();
        if is_itself {
            return Some(false);
        }
        if self.clock().now_ms() < session.alive_until_ms.get() {
            return Some(true);
        }
        let running = session.checking.borrow().clone();
        Some(running.unwrap_or_else(|| self.start_check(check)).await)
    }

    fn start_check(&self, check: Request) -> Checking {
        let connection = self.clone();
        let work = async move {
            let session = &connection.0.session;
            let token = session.held.borrow().as_ref().map(|held| held.token.authorization());
            let answer = connection.channel().attempt(&check, token).await;
            session.checking.take();
            // Only a clear no is one: a check that gets no answer ends nobody's session.
            let is_alive = !answer.err().is_some_and(|error| error.is_unauthorized());
            if is_alive {
                session.alive_until_ms.set(connection.clock().now_ms() + ALIVE_MS);
            }
            is_alive
        };
        let shared = work.boxed_local().shared();
        self.0.session.checking.replace(Some(shared.clone()));
        shared
    }

    /// Gets a new token, once for all who ask at the same time. `true` when there is a newer one than `age`.
    pub(super) async fn refresh(&self, age: Age) -> Result<bool, Error> {
        let session = &self.0.session;
        if session.age.get() > age {
            return Ok(true);
        }
        let renewable = |held: &Held| held.token.renewal.is_silent();
        let Some(held) = session.held.borrow().clone().filter(renewable) else {
            return Ok(false);
        };
        let running = session.refreshing.borrow().clone();
        let refreshing = running.unwrap_or_else(|| self.start_refresh(held));
        refreshing.await?;
        Ok(session.age.get() > age)
    }

    fn start_refresh(&self, held: Held) -> Refreshing {
        let connection = self.clone();
        let age = self.0.session.age.get();
        let work = async move {
            let Held { grant, token, .. } = held;
            let outcome = grant.renew(connection.channel(), &token).await;
            let session = &connection.0.session;
            session.refreshing.take();
            let token = outcome?;
            // A sign-out or another sign-in that happened meanwhile wins.
            if session.age.get() == age {
                connection.store(grant, token);
            }
            Ok(())
        };
        let shared = work.boxed_local().shared();
        self.0.session.refreshing.replace(Some(shared.clone()));
        shared
    }

    fn store(&self, grant: Rc<dyn Grant>, token: Token) {
        let session = &self.0.session;
        let now_ms = self.clock().now_ms();
        let due_ms = token.runs_out_ms.map(|at| at - ((at - now_ms) * MARGIN_SHARE).clamp(0.0, MARGIN_MS));
        let listener = session.listener.borrow().clone();
        listener.into_iter().for_each(|listener| listener(&token));
        session.held.replace(Some(Held { grant, token: Rc::new(token), due_ms }));
        session.age.set(session.age.get() + 1);
        session.alive_until_ms.take();
    }
}
