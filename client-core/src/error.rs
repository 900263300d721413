//! The one error of a call: what happened, and whether the request was carried out.

use std::fmt;
use std::sync::Arc;

use crate::catalogue::Effect;
use crate::route::LinkRefused;

/// What became of a request that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It never left the console.
    NotSent,
    /// The server got it and said no, or it was a read: nothing has changed.
    Refused,
    /// It may have been carried out; the object has to be looked up.
    Unknown,
    /// The server carried it out; only its answer could not be understood.
    CarriedOut,
}

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportFailure {
    /// The browser got no answer that it would show: no network, a refused connection, or missing CORS headers.
    Unreachable,
    /// The time-out ran out.
    TimedOut,
    /// The answer broke off in the middle.
    CutOff,
    /// The answer was a redirect, which is not followed: most often to the sign-in page of a portal in front.
    Redirected,
    /// The console itself gave up the request, because nobody waits for it any more.
    Aborted,
}

/// What a vendor's error body says, read from any of the vendors' envelopes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VendorError {
    /// The vendor's own code, as said.
    pub code: String,
    /// The vendor's own message, as said.
    pub message: String,
    /// Further words, where there are any.
    pub info: Option<String>,
}

/// What an error answer's body was, where it was not the vendor's envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// The vendor's envelope, read.
    Vendor,
    /// Nothing.
    Empty,
    /// A web page: most often from a proxy or a load balancer, not from the vendor's API.
    Html,
    /// Anything else.
    Other,
}

/// The answer behind an error, as it came: for who reads more of it than the console does.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct RawAnswer {
    /// The headers that may be seen, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body; its end is missing where it is large.
    pub body: Vec<u8>,
}

/// A server may repeat in an error what it was sent, so only its length is printed.
impl fmt::Debug for RawAnswer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} bytes", self.body.len())
    }
}

/// A failed call.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Nobody is signed in on the connection.
    #[error("{operation}: not signed in")]
    NotSignedIn {
        /// The contract's operation id.
        operation: &'static str,
    },
    /// The connection is read-only, and the operation writes.
    #[error("{operation}: not sent, the connection is read-only")]
    ReadOnly {
        /// The contract's operation id.
        operation: &'static str,
    },
    /// The sign-in has expired: the server refused the request with 401, and the session's own check too.
    #[error("{operation}: the sign-in has expired")]
    Expired {
        /// The contract's operation id.
        operation: &'static str,
        /// What the operation would have done.
        effect: Effect,
    },
    /// The credentials cannot be sent as they are.
    #[error("sign-in not sent: {detail}")]
    CannotSignIn {
        /// What is wrong with them.
        detail: &'static str,
    },
    /// The server refused the sign-in.
    #[error("sign-in refused with {status}: {}", vendor.as_ref().map_or("no words", |words| &words.message))]
    SignInRefused {
        /// HTTP status.
        status: u16,
        /// What the server said.
        vendor: Option<VendorError>,
    },
    /// No answer, or not a whole one.
    #[error("{operation}: {failure:?}")]
    NoAnswer {
        /// The contract's operation id.
        operation: &'static str,
        /// What the operation does.
        effect: Effect,
        /// Why.
        failure: TransportFailure,
    },
    /// The server answered with an error.
    #[error("{operation}: HTTP {status}")]
    Http {
        /// The contract's operation id.
        operation: &'static str,
        /// What the operation does.
        effect: Effect,
        /// HTTP status.
        status: u16,
        /// What the vendor's envelope says.
        vendor: Option<VendorError>,
        /// What the body was.
        body: BodyKind,
        /// Seconds that the server asks to wait.
        retry_after_s: Option<f64>,
        /// The answer itself.
        answer: Arc<RawAnswer>,
    },
    /// A web page came with a status that says success: the login page of something in front, not the API.
    #[error("{operation}: a web page with HTTP {status}")]
    WebPage {
        /// The contract's operation id.
        operation: &'static str,
        /// What the operation does.
        effect: Effect,
        /// HTTP status.
        status: u16,
    },
    /// The answer is not what the contract describes.
    #[error("{operation}: {path}: {detail}")]
    Decode {
        /// The contract's operation id.
        operation: &'static str,
        /// JSON path of the fault.
        path: String,
        /// What is wrong there.
        detail: String,
    },
    /// The answer is larger than the console takes in.
    #[error("{operation}: the answer is larger than {limit} bytes")]
    TooLarge {
        /// The contract's operation id.
        operation: &'static str,
        /// The bound.
        limit: usize,
    },
    /// A paged list gave the same cursor again, so it would never end.
    #[error("{operation}: the cursor repeats")]
    RepeatedCursor {
        /// The contract's operation id.
        operation: &'static str,
    },
    /// A link in an answer leads somewhere else.
    #[error(transparent)]
    Link(#[from] LinkRefused),
}

impl Error {
    /// Whether the request was carried out.
    pub fn outcome(&self) -> Outcome {
        match self {
            // Expired is as good as not sent: what is refused with 401 is never carried out.
            Error::NotSignedIn { .. }
            | Error::Expired { .. }
            | Error::CannotSignIn { .. }
            | Error::ReadOnly { .. }
            | Error::Link(_) => Outcome::NotSent,
            Error::SignInRefused { .. } => Outcome::Refused,
            Error::NoAnswer { effect, .. } if effect.is_write() => Outcome::Unknown,
            Error::NoAnswer { .. } => Outcome::Refused,
            // Whether the page took the place of the request or of its answer, nobody knows.
            Error::WebPage { effect, .. } if effect.is_write() => Outcome::Unknown,
            Error::WebPage { .. } => Outcome::Refused,
            // A gateway that gave up waiting does not know what became of the write behind it.
            Error::Http { effect, status: 500..=599, .. } if effect.is_write() => Outcome::Unknown,
            Error::Http { .. } => Outcome::Refused,
            Error::Decode { .. } | Error::TooLarge { .. } | Error::RepeatedCursor { .. } => {
                Outcome::CarriedOut
            }
        }
    }

    /// The HTTP status, where an answer came.
    pub fn status(&self) -> Option<u16> {
        match self {
            Error::Http { status, .. }
            | Error::SignInRefused { status, .. }
            | Error::WebPage { status, .. } => Some(*status),
            Error::Expired { .. } => Some(401),
            _ => None,
        }
    }

    /// The answer as it came, where it was an error of the server's.
    pub fn answer(&self) -> Option<&RawAnswer> {
        match self {
            Error::Http { answer, .. } => Some(answer),
            _ => None,
        }
    }

    /// The object does not exist (or the caller may not know that it does).
    pub fn is_not_found(&self) -> bool {
        self.status() == Some(404) && !self.is_web_page()
    }

    /// The caller may not do this.
    pub fn is_forbidden(&self) -> bool {
        self.status() == Some(403) && !self.is_web_page()
    }

    /// The API refused the token. A portal's page with 401 says nothing of it.
    pub fn is_unauthorized(&self) -> bool {
        self.status() == Some(401) && !self.is_web_page()
    }

    /// A web page came in place of the API's answer. Its status is the firewall's or the proxy's own and says nothing
    /// of the object or of the account.
    pub fn is_web_page(&self) -> bool {
        matches!(self, Error::WebPage { .. } | Error::Http { body: BodyKind::Html, .. })
    }

    /// The sign-in is no longer valid, or never was. A mere 401 is not enough: one operation may refuse a token that
    /// all others take.
    pub fn needs_sign_in(&self) -> bool {
        matches!(
            self,
            Error::NotSignedIn { .. }
                | Error::Expired { .. }
                | Error::CannotSignIn { .. }
                | Error::SignInRefused { .. }
        )
    }

    /// Whether a read may be sent again by itself: connect failure, 429, 502 to 504.
    pub fn is_passing(&self) -> bool {
        match self {
            Error::NoAnswer { failure, .. } => {
                matches!(failure, TransportFailure::Unreachable | TransportFailure::TimedOut)
            }
            Error::Http { status, .. } => matches!(status, 429 | 502..=504),
            _ => false,
        }
    }
}
