//! What somebody enters to sign in, and the grant that it means.

use std::rc::Rc;

use super::Grant;
use super::basic::Basic;
use super::bearer::Pasted;
use super::client_credentials::ClientCredentials;
use crate::config::{ConnectionConfig, SignIn};
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

impl Credentials {
    /// The grant that they are for, with what the configuration says of that way to sign in.
    pub fn grant(self, config: &ConnectionConfig) -> Rc<dyn Grant> {
        match self {
            Credentials::Client { id, secret } => {
                // Copied ids and secrets come with blanks and line ends, which neither has.
                let (id, secret) = (id.trim().to_owned(), Secret::new(secret.expose().trim()));
                let kind = SignIn::ClientCredentials;
                let option = config.sign_in_option(kind).cloned().unwrap_or_else(|| kind.into());
                Rc::new(ClientCredentials { id, secret, option })
            }
            Credentials::Bearer(token) => Rc::new(Pasted { prefix: "Bearer".to_owned(), token }),
            Credentials::Prefixed { prefix, token } => Rc::new(Pasted { prefix, token }),
            Credentials::Basic { username, password } => Rc::new(Basic { username, password }),
        }
    }
}
