//! Authorization headers that are made from what somebody typed, without asking a server.

use base64::Engine;

use super::Token;
use crate::error::Error;
use crate::secret::Secret;

/// `Basic` with the pair, encoded.
pub(super) fn basic(id: &str, secret: &Secret) -> Secret {
    Secret::new(format!("Basic {}", encoded(id, secret).expose()))
}

fn encoded(id: &str, secret: &Secret) -> Secret {
    let pair = Secret::new(format!("{id}:{}", secret.expose()));
    Secret::new(base64::engine::general_purpose::STANDARD.encode(pair.expose()))
}

/// User name and password as a token that does not run out.
pub(super) fn by_password(username: &str, password: &Secret) -> Result<Token, Error> {
    // RFC 7617: what stands before the first colon is the name.
    if username.contains(':') {
        return Err(Error::CannotSignIn { detail: "a user name holds no colon" });
    }
    if username.is_empty() || password.is_empty() {
        return Err(Error::CannotSignIn { detail: "user name or password is empty" });
    }
    Ok(Token::new("Basic", encoded(username, password), None))
}

/// A token as it is. A header cannot hold line ends or letters of other scripts: the browser would refuse the
/// request without a word that anybody could understand.
pub(super) fn by_token(prefix: &str, token: &Secret) -> Result<Token, Error> {
    let fits = |text: &str| text.bytes().all(|one| (0x20..0x7f).contains(&one));
    if token.is_empty() {
        return Err(Error::CannotSignIn { detail: "the token is empty" });
    }
    if !fits(prefix) || !fits(token.expose()) {
        return Err(Error::CannotSignIn { detail: "the token holds characters that no header can hold" });
    }
    Ok(Token::new(prefix, token.clone(), None))
}
