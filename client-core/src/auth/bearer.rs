//! An access token that was obtained elsewhere and pasted, behind `Bearer`, another word, or none.

use super::{Begun, Grant, Pending, Renewal, Token};
use crate::channel::Channel;
use crate::config::SignIn;
use crate::error::Error;
use crate::secret::Secret;

pub(super) struct Pasted {
    pub prefix: String,
    pub token: Secret,
}

impl Grant for Pasted {
    fn kind(&self) -> SignIn {
        SignIn::Bearer
    }

    fn begin<'a>(&'a self, _: &'a Channel) -> Pending<'a, Begun> {
        Box::pin(async {
            check(&self.prefix, &self.token)?;
            Ok(Begun::Token(Token::new(&self.prefix, self.token.clone(), Renewal::SignIn)))
        })
    }
}

/// A header cannot hold line ends or letters of other scripts: the browser would refuse the request without a word
/// that anybody could understand.
pub(super) fn check(prefix: &str, token: &Secret) -> Result<(), Error> {
    let fits = |text: &str| text.bytes().all(|one| (0x20..0x7f).contains(&one));
    if token.is_empty() {
        return Err(Error::CannotSignIn { detail: "the token is empty" });
    }
    if !fits(prefix) || !fits(token.expose()) {
        return Err(Error::CannotSignIn { detail: "the token holds characters that no header can hold" });
    }
    Ok(())
}
