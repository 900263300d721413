//! Who is signed in on a connection.

/// Who is signed in on a connection.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionStatus {
    /// Nobody.
    SignedOut,
    /// Nobody yet: the session of another tab, or of before the reload, is being taken up.
    Restoring,
    /// Nobody any more: the sign-in expired while this person worked. The page stays as it is, and so does what was
    /// typed.
    Expired(Person),
    /// Somebody.
    SignedIn(Person),
}

/// Who is signed in, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their login, or the name of an API client; not known where only a token was given.
    pub login: Option<String>,
    /// What they work in, by the vendor's own id: a tenant, a contract. The vendor's screens read it; they are drawn
    /// anew when it changes.
    pub scope: Option<String>,
}

impl SessionStatus {
    /// The person whose page is shown.
    pub fn person(&self) -> Option<&Person> {
        match self {
            SessionStatus::SignedIn(person) | SessionStatus::Expired(person) => Some(person),
            SessionStatus::SignedOut | SessionStatus::Restoring => None,
        }
    }
}
