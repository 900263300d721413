//! What is known of a sign-in without asking the API.

use serde::{Deserialize, Serialize};
use tenantry_core::config::SignIn;
use tenantry_core::connection::Credentials;

/// How somebody signed in, and what they named. No secret: the form is filled with it the next time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInHint {
    /// The way.
    pub kind: SignIn,
    /// The user name or the client's id.
    pub name: Option<String>,
    /// What they work in, where that was named: the API may not tell it.
    pub scope: Option<String>,
}

impl SignInHint {
    /// That of credentials.
    pub fn of(credentials: &Credentials) -> SignInHint {
        let (kind, name) = match credentials {
            Credentials::Client { id, .. } => (SignIn::ClientCredentials, Some(id)),
            Credentials::Basic { username, .. } => (SignIn::Basic, Some(username)),
            _ => (SignIn::Bearer, None),
        };
        SignInHint { kind, name: name.map(|name| name.trim().to_owned()), scope: None }
    }

    /// The name, where it belongs to that way.
    pub fn name_for(&self, kind: SignIn) -> Option<String> {
        self.name.clone().filter(|_| self.kind == kind)
    }
}
