//! A call as a plain value, before it knows where it goes: testable without a network.

mod call;
mod dynamic;

pub use call::Call;
pub(crate) use call::{call, nothing};
pub use dynamic::Unfit;

use crate::catalogue::{Info, Method, Operation};
use crate::encode;
use crate::route::Url;
use crate::transport::Payload;

/// A request to one operation of a contract. Made by its builder alone: a path is always encoded, and what is sent
/// is what the builder was told.
#[derive(Clone, Debug)]
pub struct Request {
    operation: &'static Info,
    /// Below the operation's base, encoded.
    path: String,
    /// Not encoded, in the order in which they were added.
    query: Vec<(&'static str, String)>,
    headers: Vec<(&'static str, String)>,
    body: Option<(&'static str, Payload)>,
    address: Option<Url>,
    timeout_ms: f64,
    is_retried: bool,
}

const TIMEOUT_MS: f64 = 60_000.0;

impl Request {
    /// A request to an operation, with the values of its path parameters in the path's order.
    pub fn to<const N: usize>(operation: &'static Operation<N>, path_values: [&str; N]) -> Request {
        Request::filled(&operation.0, &path_values)
    }

    fn filled(operation: &'static Info, path_values: &[&str]) -> Request {
        Request {
            operation,
            path: fill(operation.path, path_values),
            query: Vec::new(),
            headers: Vec::new(),
            body: None,
            address: None,
            timeout_ms: TIMEOUT_MS,
            is_retried: true,
        }
    }

    /// With a query parameter.
    #[must_use]
    pub fn query(mut self, name: &'static str, value: impl ToString) -> Request {
        self.query.push((name, value.to_string()));
        self
    }

    /// With a query parameter, where there is a value.
    #[must_use]
    pub fn maybe(self, name: &'static str, value: Option<impl ToString>) -> Request {
        match value {
            Some(value) => self.query(name, value),
            None => self,
        }
    }

    /// With a flag, which is sent only when it is set.
    #[must_use]
    pub fn flag(self, name: &'static str, set: bool) -> Request {
        self.maybe(name, set.then_some(true))
    }

    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl ToString) -> Request {
        self.headers.push((name, value.to_string()));
        self
    }

    /// Sent once, with this time-out: for who asks again anyway, at times of their own.
    #[must_use]
    pub fn once(mut self, timeout_ms: f64) -> Request {
        (self.is_retried, self.timeout_ms) = (false, timeout_ms);
        self
    }

    /// With a JSON body.
    #[must_use]
    pub fn json(self, body: &serde_json::Value) -> Request {
        self.json_text(body.to_string())
    }

    /// With a JSON body that is text already.
    #[must_use]
    pub fn json_text(mut self, body: String) -> Request {
        self.body = Some(("application/json", Payload(body.into_bytes())));
        self
    }

    /// With a form body.
    #[must_use]
    pub fn form(mut self, pairs: &[(&str, &str)]) -> Request {
        self.body = Some(("application/x-www-form-urlencoded", Payload(encode::form(pairs).into_bytes())));
        self
    }

    /// To this address instead of the operation's own, where there is one: a connection's configuration may name
    /// another for a sign-in.
    #[must_use]
    pub(crate) fn at(mut self, address: Option<&Url>) -> Request {
        self.address = address.cloned();
        self
    }

    /// The operation.
    pub fn operation(&self) -> &'static Info {
        self.operation
    }

    /// The path below the operation's base, encoded.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Query parameters, not encoded.
    pub fn query_pairs(&self) -> &[(&'static str, String)] {
        &self.query
    }

    /// Headers of the call's own, such as a contract number for this call alone.
    pub fn headers(&self) -> &[(&'static str, String)] {
        &self.headers
    }

    /// Media type and body.
    pub fn body(&self) -> Option<(&'static str, &Payload)> {
        self.body.as_ref().map(|(media, payload)| (*media, payload))
    }

    /// The address that stands in for the operation's own.
    pub(crate) fn address(&self) -> Option<&Url> {
        self.address.as_ref()
    }

    /// How long to wait for an answer.
    pub fn timeout_ms(&self) -> f64 {
        self.timeout_ms
    }

    /// Whether a read is sent again by itself after a passing fault.
    pub fn is_retried(&self) -> bool {
        self.is_retried
    }

    /// The request method.
    pub fn method(&self) -> Method {
        self.operation.method
    }

    /// The query string, encoded.
    pub fn query_string(&self) -> Option<String> {
        (!self.query.is_empty()).then(|| encode::query_string(&self.query))
    }
}

/// Puts encoded values into a path template. The number of values is the operation's own (`Operation<N>`).
fn fill(template: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let segments = template.split('/').map(|segment| {
        if segment.starts_with('{') {
            encode::segment(values.next().unwrap_or(&""))
        } else {
            segment.to_owned()
        }
    });
    segments.collect::<Vec<_>>().join("/")
}
