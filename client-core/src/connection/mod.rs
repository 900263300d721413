//! One configured vendor account at work: a channel and whoever is signed in on it. Every request that somebody
//! makes goes through here.

mod send;
mod session;
#[cfg(test)]
mod session_tests;
#[cfg(test)]
mod tests;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;

pub use crate::auth::Credentials;
pub use crate::channel::{Answer, Full};
pub use session::{SignedIn, TokenListener};

use crate::channel::Channel;
use crate::clock::Clock;
use crate::config::ConnectionConfig;
use crate::error::Error;
use crate::rate_limit::RateLimit;
use crate::request::{Call, Request};
use crate::route::{LinkRefused, Url};
use crate::transport::Transport;

/// A connection. Cheap to clone; clones share the sign-in.
#[derive(Clone)]
pub struct Connection(Rc<Inner>);

struct Inner {
    channel: Channel,
    session: session::Session,
    default_headers: RefCell<Vec<(&'static str, String)>>,
    is_read_only: Cell<bool>,
}

impl Connection {
    /// A connection that nobody is signed in on yet. `page_origin` is the page's own origin, such as
    /// `https://console.example`.
    pub fn new(
        config: ConnectionConfig,
        page_origin: &str,
        transport: Rc<dyn Transport>,
        clock: Rc<dyn Clock>,
    ) -> Self {
        Connection(Rc::new(Inner {
            default_headers: RefCell::new(config.default_headers()),
            is_read_only: Cell::new(false),
            session: session::Session::default(),
            channel: Channel::new(config, page_origin, transport, clock),
        }))
    }

    /// The way to the vendor, without the sign-in: for what may be asked by anybody.
    pub fn channel(&self) -> &Channel {
        &self.0.channel
    }

    /// What the configuration says of it.
    pub fn config(&self) -> &ConnectionConfig {
        self.channel().config()
    }

    /// The clock that the connection waits by.
    pub fn clock(&self) -> &dyn Clock {
        self.channel().clock()
    }

    /// Sends a typed call and reads its answer.
    pub async fn call<C: Call>(&self, call: &C) -> Result<C::Answer, Error> {
        C::read(&self.bytes(call.request()).await?)
    }

    /// The same, with the answer's status and headers.
    pub async fn call_full<C: Call>(&self, call: &C) -> Result<Full<C::Answer>, Error> {
        let Full { value, status, headers } = self.whole(call.request()).await?;
        Ok(Full { value: C::read(&value)?, status, headers })
    }

    /// Sends a request and reads the whole answer. Boxed for the same reason as [`Connection::bytes`].
    pub(crate) fn whole(&self, request: Request) -> LocalBoxFuture<'static, Result<Full<Vec<u8>>, Error>> {
        let connection = self.clone();
        Box::pin(async move {
            let answer = connection.send(&request).await?;
            let (status, headers) = (answer.status, answer.headers.clone());
            Ok(Full { value: answer.bytes().await?, status, headers })
        })
    }

    /// The value of a default header, by the name that it was set with.
    pub fn default_header(&self, name: &str) -> Option<String> {
        let headers = self.0.default_headers.borrow();
        headers.iter().find(|(one, _)| *one == name).map(|(_, value)| value.clone())
    }

    /// Sets a header, or takes it away, for every request whose operation takes it and whose call does not name its
    /// own. Signing out returns to the configured ones.
    pub fn set_default_header(&self, name: &'static str, value: Option<String>) {
        let mut headers = self.0.default_headers.borrow_mut();
        headers.retain(|(one, _)| *one != name);
        headers.extend(value.map(|value| (name, value)));
    }

    /// Whether writes are refused.
    pub fn is_read_only(&self) -> bool {
        self.0.is_read_only.get()
    }

    /// From now on refuses writes before they are sent ([`Error::ReadOnly`]), or sends them again. Signing in and
    /// out goes on working.
    pub fn set_read_only(&self, is_read_only: bool) {
        self.0.is_read_only.set(is_read_only);
    }

    /// What the last answer said of how many requests are left, where it did.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.channel().rate_limit()
    }

    /// Waits for the turn of the next request of a series, where the last answer said that none is left.
    pub async fn pause(&self) {
        let pause_ms = self.rate_limit().map_or(0.0, |left| left.pause_ms());
        if pause_ms > 0.0 {
            self.clock().sleep(pause_ms).await;
        }
    }

    /// Sends a request and reads the whole body. Boxed, so that the chain is compiled once and not into
    /// every call.
    fn bytes(&self, request: Request) -> LocalBoxFuture<'static, Result<Vec<u8>, Error>> {
        let connection = self.clone();
        Box::pin(async move { connection.send(&request).await?.bytes().await })
    }

    /// Sends a request. Reads are sent again by themselves after a passing fault; nothing else ever is.
    pub fn send<'a>(&'a self, request: &'a Request) -> LocalBoxFuture<'a, Result<Answer, Error>> {
        Box::pin(send::send(self, request))
    }

    /// The upstream URL that a link in an answer means; refused where it leads elsewhere.
    pub fn follow(&self, link: &str) -> Result<Url, LinkRefused> {
        self.channel().follow(link)
    }

    /// The upstream URL of a request.
    pub fn upstream_url(&self, request: &Request) -> Url {
        self.channel().upstream_url(request)
    }

    /// The URL that the browser fetches for a request.
    pub fn fetch_url(&self, request: &Request) -> String {
        self.channel().fetch_url(request)
    }
}
