//! One configured vendor account at work: base URL, route, sign-in, retry. Every request goes through here.

mod retry;
mod send;
mod session;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
pub use send::{Answer, Full};
pub use session::{Credentials, SignedIn};

use crate::catalogue::{Info, Vendor};
use crate::clock::Clock;
use crate::config::ConnectionConfig;
use crate::error::Error;
use crate::rate_limit::RateLimit;
use crate::request::{Call, Request};
use crate::route::{LinkRefused, Url};
use crate::transport::Transport;
use crate::vendors::ionos::ContractNumber;

/// A connection. Cheap to clone; clones share the sign-in.
#[derive(Clone)]
pub struct Connection(Rc<Inner>);

struct Inner {
    config: ConnectionConfig,
    page_origin: String,
    transport: Rc<dyn Transport>,
    clock: Rc<dyn Clock>,
    session: session::Session,
    contract_number: Cell<Option<ContractNumber>>,
    rate_limit: Cell<Option<RateLimit>>,
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
            contract_number: Cell::new(config.options.contract_number),
            rate_limit: Cell::default(),
            session: session::Session::default(),
            page_origin: page_origin.to_owned(),
            config,
            transport,
            clock,
        }))
    }

    /// What the configuration says of it.
    pub fn config(&self) -> &ConnectionConfig {
        &self.0.config
    }

    /// The clock that the connection waits by.
    pub fn clock(&self) -> &dyn Clock {
        &*self.0.clock
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

    fn whole(&self, request: Request) -> LocalBoxFuture<'static, Result<Full<Vec<u8>>, Error>> {
        let connection = self.clone();
        Box::pin(async move {
            let answer = connection.send(&request).await?;
            let (status, headers) = (answer.status, answer.headers.clone());
            Ok(Full { value: answer.bytes().await?, status, headers })
        })
    }

    /// The contract that requests are for, where a user has several (IONOS).
    pub fn contract_number(&self) -> Option<ContractNumber> {
        self.0.contract_number.get()
    }

    /// Chooses the contract that requests are for from now on. Signing out returns to the configured one.
    pub fn choose_contract(&self, number: Option<ContractNumber>) {
        self.0.contract_number.set(number);
    }

    /// What the last answer said of how many requests are left, where it did.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.0.rate_limit.get()
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
        let config = self.config();
        config.route.upstream_url(&config.upstream, &self.0.page_origin, link)
    }

    /// The upstream URL of a request.
    pub fn upstream_url(&self, request: &Request) -> Url {
        let base = &self.config().upstream;
        let path = format!("{}{}", base_path(&base.path, request.operation), request.path);
        Url { path, query: request.query_string(), ..base.clone() }
    }

    /// The URL that the browser fetches for a request.
    pub fn fetch_url(&self, request: &Request) -> String {
        self.config().route.fetch_url(&self.upstream_url(request))
    }
}

/// The configured base URL is the vendor's usual one; the few operations that stand under another server
/// URL stand beside it.
fn base_path(configured: &str, operation: &Info) -> String {
    let usual = match operation.vendor {
        Vendor::Acronis => "/api/2",
        Vendor::Ionos => "/cloudapi/v6",
        Vendor::Cpm => "",
    };
    match configured.strip_suffix(usual) {
        Some(root) if operation.base != usual => format!("{root}{}", operation.base),
        _ => configured.to_owned(),
    }
}
