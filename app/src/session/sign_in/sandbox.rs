//! The accounts of a sandbox, where the configuration names one. They are fetched when the form is shown;
//! nothing of them stands in the configuration or in a URL.

use serde::Deserialize;
use tenantry_core::Secret;
use tenantry_core::connection::Credentials;

use crate::mount::platform;
use crate::session::Session;

/// An account of the sandbox.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SandboxAccount {
    /// What it is for.
    pub label: String,
    /// Whose API it is for.
    vendor: tenantry_core::config::Vendor,
    client_id: String,
    client_secret: Secret,
    /// What a user signs in with, where there is one.
    #[serde(default)]
    login: Option<String>,
    #[serde(default)]
    password: Option<Secret>,
}

impl SandboxAccount {
    /// What to sign in with.
    pub fn credentials(&self) -> Credentials {
        match (&self.login, &self.password) {
            (Some(username), Some(password)) => {
                Credentials::Basic { username: username.clone(), password: password.clone() }
            }
            _ => Credentials::Client { id: self.client_id.clone(), secret: self.client_secret.clone() },
        }
    }
}

#[derive(Deserialize)]
struct Answer {
    accounts: Vec<SandboxAccount>,
}

/// The accounts for a connection; none where the configuration names no sandbox, or it does not answer.
pub async fn accounts(session: Session) -> Vec<SandboxAccount> {
    let Some(path) = session.config().options.sandbox_accounts else { return Vec::new() };
    // On the page's own origin only: an absolute URL would send people's trust elsewhere.
    if !path.starts_with('/') || path.starts_with("//") {
        return Vec::new();
    }
    let file = platform::fetch_file(&path).await.filter(|(status, _)| *status == 200);
    let found: Option<Answer> = file.and_then(|(_, bytes)| serde_json::from_slice(&bytes).ok());
    let vendor = session.vendor();
    found.map_or_else(Vec::new, |found| {
        found.accounts.into_iter().filter(|one| one.vendor == vendor).collect()
    })
}
