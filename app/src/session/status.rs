//! Who is signed in on a connection.

/// Who is signed in on a connection.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionStatus {
    /// Nobody.
    SignedOut,
    /// Nobody any more: the sign-in expired while somebody worked. What was loaded is still there.
    Expired,
    /// Somebody.
    SignedIn(Person),
}

/// Who is signed in, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their login; not known where only a token was given.
    pub login: Option<String>,
    /// What they work in, by the vendor's own id: a tenant, a contract. The vendor's screens read it; they are drawn
    /// anew when it changes.
    pub scope: Option<String>,
}

impl SessionStatus {
    /// The person, where somebody is signed in.
    pub fn person(&self) -> Option<&Person> {
        match self {
            SessionStatus::SignedIn(person) => Some(person),
            SessionStatus::SignedOut | SessionStatus::Expired => None,
        }
    }
}
