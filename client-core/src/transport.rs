//! The way out: one trait with one send method. In a browser it is fetch; in tests it is a script.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt;
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;

use crate::catalogue::Method;
use crate::error::TransportFailure;
use crate::secret::Secret;

/// A request as it goes out.
#[derive(Clone, Debug)]
pub struct HttpRequest {
    /// The request method.
    pub method: Method,
    /// The URL to fetch: absolute, or a path on the page's own origin.
    pub url: String,
    /// Headers other than `Authorization`.
    pub headers: Vec<(&'static str, String)>,
    /// The `Authorization` header.
    pub authorization: Option<Secret>,
    /// The body.
    pub body: Option<Payload>,
    /// How long to wait for the answer's head, and then for each further part of its body.
    pub timeout_ms: f64,
}

/// A request body. It may hold a secret, so it prints its length only.
#[derive(Clone, PartialEq, Eq)]
pub struct Payload(pub Vec<u8>);

impl fmt::Debug for Payload {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} bytes", self.0.len())
    }
}

/// The head of an answer, and its body still to be read.
pub struct HttpAnswer {
    /// HTTP status.
    pub status: u16,
    /// The headers that may be seen, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Box<dyn Body>,
}

impl HttpAnswer {
    /// The value of a header, by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
    }
}

/// A body that arrives in parts. Dropping it gives up the rest.
pub trait Body {
    /// Appends the next part; `false` at the end.
    fn read<'a>(&'a mut self, into: &'a mut Vec<u8>) -> LocalBoxFuture<'a, Result<bool, TransportFailure>>;
}

/// Sends a request. Dropping the future gives the request up.
pub trait Transport {
    /// Sends one request, as it is: no retry, no redirect, no cookies, no cache.
    fn send(&self, request: HttpRequest) -> LocalBoxFuture<'static, Result<HttpAnswer, TransportFailure>>;
}

/// A transport that answers from a script and remembers what it was asked.
#[derive(Clone, Default)]
pub struct Scripted(Rc<Script>);

#[derive(Default)]
struct Script {
    answers: RefCell<VecDeque<Scene>>,
    requests: RefCell<Vec<HttpRequest>>,
}

/// One answer of a [`Scripted`] transport.
#[derive(Clone, Debug)]
pub struct Scene {
    /// HTTP status; `Err` for no answer at all.
    pub status: Result<u16, TransportFailure>,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// The body, in the parts in which it arrives.
    pub parts: Vec<Vec<u8>>,
    /// The body breaks off after its parts.
    pub cut: bool,
}

impl Scene {
    /// An answer with a body in one part.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Scene {
        Scene { status: Ok(status), headers: Vec::new(), parts: vec![body.into()], cut: false }
    }

    /// No answer.
    pub fn failure(failure: TransportFailure) -> Scene {
        Scene { status: Err(failure), ..Scene::new(0, "") }
    }

    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Scene {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

impl Scripted {
    /// Plays these answers, in this order.
    pub fn new(scenes: impl IntoIterator<Item = Scene>) -> Scripted {
        let script = Script { answers: RefCell::new(scenes.into_iter().collect()), ..Script::default() };
        Scripted(Rc::new(script))
    }

    /// What was asked so far.
    pub fn requests(&self) -> Vec<HttpRequest> {
        self.0.requests.borrow().clone()
    }
}

impl Transport for Scripted {
    fn send(&self, request: HttpRequest) -> LocalBoxFuture<'static, Result<HttpAnswer, TransportFailure>> {
        self.0.requests.borrow_mut().push(request);
        let scene = self.0.answers.borrow_mut().pop_front();
        Box::pin(async move {
            let Scene { status, headers, parts, cut } =
                scene.unwrap_or_else(|| Scene::failure(TransportFailure::Unreachable));
            status.map(|status| HttpAnswer {
                status,
                headers,
                body: Box::new(Parts { parts: parts.into(), cut }),
            })
        })
    }
}

struct Parts {
    parts: VecDeque<Vec<u8>>,
    cut: bool,
}

impl Body for Parts {
    fn read<'a>(&'a mut self, into: &'a mut Vec<u8>) -> LocalBoxFuture<'a, Result<bool, TransportFailure>> {
        let next = self.parts.pop_front();
        let end = if self.cut { Err(TransportFailure::CutOff) } else { Ok(false) };
        Box::pin(async move {
            match next {
                Some(part) => {
                    into.extend_from_slice(&part);
                    Ok(true)
                }
                None => end,
            }
        })
    }
}
