//! Who is signed in on a connection, and the one refresh that all its requests share.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, Shared};

use super::Connection;
use crate::auth::{Begun, Credentials, Grant, Renewal, Step, Token};
use crate::config::SignIn;
use crate::error::Error;
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

/// The grant that somebody signed in by, and its token of now.
#[derive(Clone)]
struct Held {
    grant: Rc<dyn Grant>,
    token: Rc<Token>,
}

#[derive(Default)]
pub(super) struct Session {
    held: RefCell<Option<Held>>,
    /// A sign-in that somebody has to complete.
    begun: RefCell<Option<Rc<dyn Grant>>>,
    age: Cell<Age>,
    refreshing: RefCell<Option<Refreshing>>,
}

/// A token is renewed this long before it runs out.
const MARGIN_MS: f64 = 30_000.0;

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
        session.age.set(session.age.get() + 1);
        self.channel().forget_rate_limit();
        self.0.default_headers.replace(self.config().default_headers());
        match held {
            Some(Held { grant, token }) => grant.revoke(self.channel(), &token).await,
            None => Ok(()),
        }
    }

    /// A token that is good for a while, with its age.
    pub(super) async fn token(&self, operation: &'static str) -> Result<(Secret, Age), Error> {
        let session = &self.0.session;
        let runs_out = session.held.borrow().as_ref().and_then(|held| held.token.runs_out_ms);
        if runs_out.is_some_and(|at| at - MARGIN_MS < self.clock().now_ms()) {
            self.refresh(session.age.get()).await?;
        }
        let token = session.held.borrow().as_ref().map(|held| held.token.authorization());
        token.map(|token| (token, session.age.get())).ok_or(Error::NotSignedIn { operation })
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
            let Held { grant, token } = held;
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
        session.held.replace(Some(Held { grant, token: Rc::new(token) }));
        session.age.set(session.age.get() + 1);
    }
}
