//! The way to one vendor account, whoever is signed in: base URL, route, transport, clock, retry. A sign-in needs
//! no more than this; [`crate::connection::Connection`] adds the session.

mod answer;
mod retry;

use std::cell::Cell;
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;

pub use answer::{Answer, Full};

use crate::catalogue::{self, Info};
use crate::clock::Clock;
use crate::config::ConnectionConfig;
use crate::error::Error;
use crate::rate_limit::RateLimit;
use crate::request::{Call, Request};
use crate::route::{LinkRefused, Url};
use crate::secret::Secret;
use crate::transport::{HttpRequest, Transport};

/// A channel. Cheap to clone.
#[derive(Clone)]
pub struct Channel(Rc<Inner>);

struct Inner {
    config: ConnectionConfig,
    page_origin: String,
    transport: Rc<dyn Transport>,
    clock: Rc<dyn Clock>,
    rate_limit: Cell<Option<RateLimit>>,
}

/// One try at a request: what [`Channel::retrying`] carries out, once or several times.
pub(crate) type Attempt<'a> = &'a dyn Fn() -> LocalBoxFuture<'a, Result<Answer, Error>>;

impl Channel {
    /// A channel. `page_origin` is the page's own origin, such as `https://console.example`.
    pub fn new(
        config: ConnectionConfig,
        page_origin: &str,
        transport: Rc<dyn Transport>,
        clock: Rc<dyn Clock>,
    ) -> Self {
        let page_origin = page_origin.to_owned();
        Channel(Rc::new(Inner { config, page_origin, transport, clock, rate_limit: Cell::default() }))
    }

    /// What the configuration says of it.
    pub fn config(&self) -> &ConnectionConfig {
        &self.0.config
    }

    /// The clock that it waits by.
    pub fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    /// What the last answer said of how many requests are left, where it did.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.0.rate_limit.get()
    }

    /// Whoever comes next has requests of their own.
    pub(crate) fn forget_rate_limit(&self) {
        self.0.rate_limit.take();
    }

    /// Sends a typed call with this authorization, or with none, and reads its answer.
    pub async fn call<C: Call>(&self, call: &C, authorization: Option<Secret>) -> Result<C::Answer, Error> {
        C::read(&self.bytes(call.request(), authorization).await?)
    }

    /// Boxed, so that the chain is compiled once and not into every call.
    fn bytes(
        &self,
        request: Request,
        authorization: Option<Secret>,
    ) -> LocalBoxFuture<'static, Result<Vec<u8>, Error>> {
        let channel = self.clone();
        Box::pin(async move { channel.send(&request, authorization).await?.bytes().await })
    }

    /// Sends a request with this authorization, or with none. Reads are sent again by themselves after a passing
    /// fault; nothing else ever is.
    pub async fn send(&self, request: &Request, authorization: Option<Secret>) -> Result<Answer, Error> {
        self.retrying(request, &|| self.attempt(request, authorization.clone())).await
    }

    /// Carries out the attempt; after a passing fault again, where the request is a read that may be repeated.
    pub(crate) async fn retrying(&self, request: &Request, attempt: Attempt<'_>) -> Result<Answer, Error> {
        let may_repeat = request.is_retried() && request.method().is_read();
        let mut tried = 0;
        loop {
            tried += 1;
            let error = match attempt().await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            match retry::wait_ms(self.clock(), &error, tried).filter(|_| may_repeat) {
                Some(ms) => self.clock().sleep(ms).await,
                None => return Err(error),
            }
        }
    }

    /// Sends a request once.
    pub(crate) fn attempt<'a>(
        &'a self,
        request: &'a Request,
        authorization: Option<Secret>,
    ) -> LocalBoxFuture<'a, Result<Answer, Error>> {
        Box::pin(async move {
            let operation = request.operation();
            let sent = self.0.transport.send(self.outgoing(request, authorization)).await;
            let answer = sent.map_err(|failure| answer::missing(operation, failure))?;
            if let Some(told) = RateLimit::read(&answer.headers) {
                self.0.rate_limit.set(Some(told));
            }
            answer::judge(operation, answer, self.clock().now_ms()).await
        })
    }

    fn outgoing(&self, request: &Request, authorization: Option<Secret>) -> HttpRequest {
        let mut headers = vec![("accept", accepted(request.operation()))];
        headers.extend(request.headers().iter().cloned());
        headers.extend(request.body().map(|(media, _)| ("content-type", media.to_owned())));
        HttpRequest {
            method: request.method(),
            url: self.fetch_url(request),
            headers,
            authorization,
            body: request.body().map(|(_, payload)| payload.clone()),
            timeout_ms: request.timeout_ms(),
        }
    }

    /// The upstream URL that a link in an answer means; refused where it leads elsewhere.
    pub fn follow(&self, link: &str) -> Result<Url, LinkRefused> {
        let config = self.config();
        config.route.upstream_url(&config.upstream, &self.0.page_origin, link)
    }

    /// The upstream URL of a request.
    pub fn upstream_url(&self, request: &Request) -> Url {
        let query = request.query_string();
        if let Some(address) = request.address() {
            return Url { query, ..address.clone() };
        }
        let base = &self.config().upstream;
        let path = format!("{}{}", base_path(&base.path, request.operation()), request.path());
        Url { path, query, ..base.clone() }
    }

    /// The URL that the browser fetches for a request.
    pub fn fetch_url(&self, request: &Request) -> String {
        self.config().route.fetch_url(&self.upstream_url(request))
    }
}

fn accepted(operation: &Info) -> String {
    match operation.answers {
        [] => "*/*".to_owned(),
        media => media.join(", "),
    }
}

/// The configured base URL is the vendor's usual one; the few operations that stand under another server
/// URL stand beside it.
fn base_path(configured: &str, operation: &Info) -> String {
    let usual = catalogue::base(operation.vendor);
    match configured.strip_suffix(usual) {
        Some(root) if operation.base != usual => format!("{root}{}", operation.base),
        _ => configured.to_owned(),
    }
}
