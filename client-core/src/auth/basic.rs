//! User name and password with every request (`Basic`, RFC 7617). Asks no server.

use base64::Engine;

use super::{Begun, Grant, Pending, Renewal, Token};
use crate::channel::Channel;
use crate::config::SignIn;
use crate::error::Error;
use crate::secret::Secret;

pub(super) struct Basic {
    pub username: String,
    pub password: Secret,
}

impl Grant for Basic {
    fn kind(&self) -> SignIn {
        SignIn::Basic
    }

    fn begin<'a>(&'a self, _: &'a Channel) -> Pending<'a, Begun> {
        Box::pin(async { self.token().map(Begun::Token) })
    }
}

impl Basic {
    fn token(&self) -> Result<Token, Error> {
        // RFC 7617: what stands before the first colon is the name.
        if self.username.contains(':') {
            return Err(Error::CannotSignIn { detail: "a user name holds no colon" });
        }
        if self.username.is_empty() || self.password.is_empty() {
            return Err(Error::CannotSignIn { detail: "user name or password is empty" });
        }
        Ok(Token::new("Basic", encoded(&self.username, &self.password), Renewal::Lasting))
    }
}

/// The header's whole value for a pair, as an OAuth client sends it too.
pub(super) fn header(id: &str, secret: &Secret) -> Secret {
    Secret::new(format!("Basic {}", encoded(id, secret).expose()))
}

fn encoded(id: &str, secret: &Secret) -> Secret {
    let pair = Secret::new(format!("{id}:{}", secret.expose()));
    Secret::new(base64::engine::general_purpose::STANDARD.encode(pair.expose()))
}
