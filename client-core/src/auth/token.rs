//! An access token, and how a new one can be had when it runs out.

use crate::secret::Secret;

/// An access token.
#[derive(Clone, Debug)]
pub struct Token {
    prefix: String,
    /// The token itself.
    pub access: Secret,
    /// When it runs out, by the connection's clock; `None` where nobody said.
    pub runs_out_ms: Option<f64>,
    /// How a new one can be had.
    pub renewal: Renewal,
}

/// How a new token can be had in place of one that has run out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// It does not run out, as a password does not: one that is refused is wrong.
    Lasting,
    /// Somebody has to sign in again.
    SignIn,
    /// The grant can get another one by itself: it keeps the credentials, or it knows whom to ask.
    Again,
    /// With this refresh token, which the answer may replace.
    With(Secret),
}

impl Renewal {
    /// Whether a new token can be had without asking anybody.
    pub fn is_silent(&self) -> bool {
        matches!(self, Renewal::Again | Renewal::With(_))
    }
}

impl Token {
    /// A token with the word before it in the `Authorization` header; no word where that is empty.
    pub fn new(prefix: &str, access: Secret, renewal: Renewal) -> Token {
        Token { prefix: prefix.to_owned(), access, runs_out_ms: None, renewal }
    }

    /// The same, with the time at which it runs out.
    #[must_use]
    pub fn until(self, runs_out_ms: Option<f64>) -> Token {
        Token { runs_out_ms, ..self }
    }

    /// Whether it is an access token, which another tab may have: no password, and nothing behind a word of the
    /// vendor's own.
    pub(crate) fn is_access_token(&self) -> bool {
        self.prefix == "Bearer" && self.renewal != Renewal::Lasting
    }

    /// The value of the `Authorization` header.
    pub fn authorization(&self) -> Secret {
        match self.prefix.as_str() {
            "" => self.access.clone(),
            prefix => Secret::new(format!("{prefix} {}", self.access.expose())),
        }
    }
}
