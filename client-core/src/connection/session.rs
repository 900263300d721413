//! Who is signed in on a connection, and the one refresh that all its requests share.

use std::cell::{Cell, RefCell};

use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, Shared};

use super::Connection;
use crate::auth::{self, Token};
use crate::config::SignIn;
use crate::error::Error;
use crate::secret::Secret;

/// What somebody signs in with.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Credentials {
    /// OAuth 2 client credentials.
    Client {
        /// The client's id.
        id: String,
        /// The client's secret.
        secret: Secret,
    },
    /// An access token that was obtained elsewhere. It cannot be refreshed.
    Bearer(Secret),
    /// User name and password with every request (IONOS).
    Basic {
        /// The user's login, an e-mail address.
        username: String,
        /// The user's password.
        password: Secret,
    },
    /// A token behind a word other than `Bearer`, or behind none.
    Prefixed {
        /// The word; empty for the token alone.
        prefix: String,
        /// The token.
        token: Secret,
    },
}

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

#[derive(Default)]
pub(super) struct Session {
    credentials: RefCell<Option<Credentials>>,
    token: RefCell<Option<Token>>,
    age: Cell<Age>,
    refreshing: RefCell<Option<Refreshing>>,
}

/// A token is renewed this long before it runs out.
const MARGIN_MS: f64 = 30_000.0;

impl Connection {
    /// Signs in. Where the credentials are refused, whoever was signed in before stays so.
    pub async fn sign_in(&self, credentials: Credentials) -> Result<(), Error> {
        let token = auth::obtain(self, &credentials).await?;
        let session = &self.0.session;
        session.credentials.replace(Some(credentials));
        self.store(token);
        Ok(())
    }

    /// How somebody is signed in.
    pub fn signed_in(&self) -> SignedIn {
        match &*self.0.session.credentials.borrow() {
            None => SignedIn::No,
            Some(Credentials::Client { .. } | Credentials::Basic { .. }) => SignedIn::Renewing,
            Some(Credentials::Bearer(_) | Credentials::Prefixed { .. }) => SignedIn::Once,
        }
    }

    /// With what somebody is signed in.
    pub fn signed_in_with(&self) -> Option<SignIn> {
        self.0.session.credentials.borrow().as_ref().map(|credentials| match credentials {
            Credentials::Client { .. } => SignIn::ClientCredentials,
            Credentials::Basic { .. } => SignIn::Basic,
            Credentials::Bearer(_) | Credentials::Prefixed { .. } => SignIn::Bearer,
        })
    }

    /// Signs out: drops everything here at once, then revokes what can be revoked.
    pub async fn sign_out(&self) -> Result<(), Error> {
        let session = &self.0.session;
        let (credentials, token) = (session.credentials.take(), session.token.take());
        session.refreshing.take();
        session.age.set(session.age.get() + 1);
        self.0.rate_limit.take();
        self.choose_contract(self.config().options.contract_number);
        match (credentials, token) {
            (Some(credentials), Some(token)) => auth::revoke(self, &credentials, &token).await,
            _ => Ok(()),
        }
    }

    /// A token that is good for a while, with its age.
    pub(super) async fn token(&self, operation: &'static str) -> Result<(Secret, Age), Error> {
        let session = &self.0.session;
        let runs_out = session.token.borrow().as_ref().and_then(|token| token.runs_out_ms);
        if runs_out.is_some_and(|at| at - MARGIN_MS < self.clock().now_ms()) {
            self.refresh(session.age.get()).await?;
        }
        let token = session.token.borrow().as_ref().map(|token| token.authorization());
        token.map(|token| (token, session.age.get())).ok_or(Error::NotSignedIn { operation })
    }

    /// Gets a new token, once for all who ask at the same time. `true` when there is a newer one than `age`.
    pub(super) async fn refresh(&self, age: Age) -> Result<bool, Error> {
        let session = &self.0.session;
        if session.age.get() > age {
            return Ok(true);
        }
        let Some(credentials) = session.credentials.borrow().clone().filter(auth::can_renew) else {
            return Ok(false);
        };
        let running = session.refreshing.borrow().clone();
        let refreshing = running.unwrap_or_else(|| self.start_refresh(credentials));
        refreshing.await?;
        Ok(session.age.get() > age)
    }

    fn start_refresh(&self, credentials: Credentials) -> Refreshing {
        let connection = self.clone();
        let age = self.0.session.age.get();
        let work = async move {
            let outcome = auth::obtain(&connection, &credentials).await;
            let session = &connection.0.session;
            session.refreshing.take();
            let token = outcome?;
            // A sign-out or another sign-in that happened meanwhile wins.
            if session.age.get() == age {
                connection.store(token);
            }
            Ok(())
        };
        let shared = work.boxed_local().shared();
        self.0.session.refreshing.replace(Some(shared.clone()));
        shared
    }

    fn store(&self, token: Token) {
        let session = &self.0.session;
        session.token.replace(Some(token));
        session.age.set(session.age.get() + 1);
    }
}
