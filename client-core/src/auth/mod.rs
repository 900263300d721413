//! Getting, renewing and giving back tokens. Each way to sign in is one file that implements [`Grant`]: it talks to
//! the server through a [`Channel`] and knows nothing of the session, which decides when each step is due.

mod basic;
mod bearer;
mod client_credentials;
mod credentials;
mod supplied;
#[cfg(test)]
mod tests;
mod token;

use futures_util::future::LocalBoxFuture;

pub use credentials::Credentials;
pub use supplied::{Supplied, Supplier};
pub use token::{Renewal, Token};

use crate::channel::Channel;
use crate::config::SignIn;
use crate::error::Error;
use crate::secret::Secret;

/// One step of a sign-in, under way.
pub type Pending<'a, T> = LocalBoxFuture<'a, Result<T, Error>>;

/// One way to sign in, with what somebody entered for it.
///
/// Most ways have their token at once ([`Begun::Token`]). Where somebody has to do something elsewhere first, such
/// as at the vendor's own page, `begin` says what ([`Begun::Open`]), and `complete` goes on with what came back.
/// What is needed in between (a PKCE verifier, a device code) the grant keeps itself.
pub trait Grant {
    /// Which of the configuration's ways it is.
    fn kind(&self) -> SignIn;

    /// Begins.
    fn begin<'a>(&'a self, channel: &'a Channel) -> Pending<'a, Begun>;

    /// Goes on after [`Begun::Open`]. `came_back` is what the vendor's page handed over (the query of the address
    /// that it led to); it is empty where the server is asked instead, as with a device code.
    fn complete<'a>(&'a self, channel: &'a Channel, came_back: &'a Secret) -> Pending<'a, Token> {
        let _ = (channel, came_back);
        Box::pin(async { Err(Error::CannotSignIn { detail: "no sign-in waits to be completed" }) })
    }

    /// Gets a token in place of this one. Asked only where the token's [`Renewal`] is silent; without a refresh
    /// token that is beginning again.
    fn renew<'a>(&'a self, channel: &'a Channel, token: &'a Token) -> Pending<'a, Token> {
        let _ = token;
        Box::pin(async move {
            match self.begin(channel).await? {
                Begun::Token(token) => Ok(token),
                Begun::Open(_) => Err(Error::CannotSignIn { detail: "somebody has to sign in again" }),
            }
        })
    }

    /// Gives a token back to the server, where that can be done. A token that was obtained elsewhere belongs to
    /// whoever obtained it and is left alone.
    fn revoke<'a>(&'a self, channel: &'a Channel, token: &'a Token) -> Pending<'a, ()> {
        let _ = (channel, token);
        Box::pin(async { Ok(()) })
    }
}

/// How far beginning has led.
#[derive(Clone, Debug)]
pub enum Begun {
    /// To a token.
    Token(Token),
    /// To something that somebody has to do.
    Open(Step),
}

/// What somebody has to do before a sign-in can be completed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The vendor's page to open.
    pub address: String,
    /// What has to be entered there, where anything has.
    pub code: Option<String>,
}

#[cfg(test)]
pub(crate) use client_credentials::samples;
