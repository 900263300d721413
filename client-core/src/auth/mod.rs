//! Getting and giving back tokens. One file a grant; the session decides when.

mod basic;
mod client_credentials;

use crate::connection::{Connection, Credentials};
use crate::error::Error;
use crate::secret::Secret;

/// An access token.
#[derive(Debug)]
pub struct Token {
    prefix: String,
    access: Secret,
    /// When it runs out, by the connection's clock; `None` where nobody said.
    pub runs_out_ms: Option<f64>,
}

impl Token {
    fn new(prefix: &str, access: Secret, runs_out_ms: Option<f64>) -> Token {
        Token { prefix: prefix.to_owned(), access, runs_out_ms }
    }

    /// The value of the `Authorization` header.
    pub fn authorization(&self) -> Secret {
        match self.prefix.as_str() {
            "" => self.access.clone(),
            prefix => Secret::new(format!("{prefix} {}", self.access.expose())),
        }
    }
}

/// Whether a new token can be had without asking anybody.
pub(crate) fn can_renew(credentials: &Credentials) -> bool {
    matches!(credentials, Credentials::Client { .. })
}

/// A token for the credentials.
pub(crate) async fn obtain(connection: &Connection, credentials: &Credentials) -> Result<Token, Error> {
    match credentials {
        Credentials::Client { id, secret } => client_credentials::obtain(connection, id, secret).await,
        Credentials::Bearer(token) => basic::by_token("Bearer", token),
        Credentials::Prefixed { prefix, token } => basic::by_token(prefix, token),
        Credentials::Basic { username, password } => basic::by_password(username, password),
    }
}

/// Revokes a token, where that can be done. A pasted token belongs to whoever obtained it and is left alone.
pub(crate) async fn revoke(
    connection: &Connection,
    credentials: &Credentials,
    token: &Token,
) -> Result<(), Error> {
    match credentials {
        Credentials::Client { id, secret } => {
            client_credentials::revoke(connection, id, secret, &token.access).await
        }
        Credentials::Bearer(_) | Credentials::Prefixed { .. } | Credentials::Basic { .. } => Ok(()),
    }
}

#[cfg(test)]
pub(crate) use client_credentials::samples;
