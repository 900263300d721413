//! A call as a plain value, before it knows where it goes: testable without a network.

use crate::catalogue::{Info, Method, Operation};
use crate::decode;
use crate::encode;
use crate::error::Error;
use crate::transport::Payload;

/// A request to one operation of a contract.
#[derive(Clone, Debug)]
pub struct Request {
    /// The operation.
    pub operation: &'static Info,
    /// The path below the operation's base, encoded.
    pub path: String,
    /// Query parameters, not encoded, in the order in which they were added.
    pub query: Vec<(&'static str, String)>,
    /// Headers of the call's own, such as a contract number for this call alone.
    pub headers: Vec<(&'static str, String)>,
    /// Media type and body.
    pub body: Option<(&'static str, Payload)>,
    /// An `Authorization` header of the call's own, instead of the session's.
    pub sign_in: Option<crate::secret::Secret>,
    /// How long to wait for an answer.
    pub timeout_ms: f64,
    /// Whether a read is sent again by itself after a passing fault.
    pub retried: bool,
}

const TIMEOUT_MS: f64 = 60_000.0;

impl Request {
    /// A request to an operation, with the values of its path parameters in the path's order.
    pub fn to<const N: usize>(operation: &'static Operation<N>, path_values: [&str; N]) -> Request {
        let Operation(info) = operation;
        Request {
            operation: info,
            path: fill(info.path, &path_values),
            query: Vec::new(),
            headers: Vec::new(),
            body: None,
            sign_in: None,
            timeout_ms: TIMEOUT_MS,
            retried: true,
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
        (self.retried, self.timeout_ms) = (false, timeout_ms);
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

/// A typed call: what is asked, and what the answer is read as.
pub trait Call {
    /// The operation in the contract's catalogue.
    const OPERATION: &'static Info;
    /// What comes back.
    type Answer;
    /// The request.
    fn request(&self) -> Request;
    /// Reads the body of a successful answer.
    fn read(bytes: &[u8]) -> Result<Self::Answer, Error>;
}

/// For calls whose answer is JSON.
pub fn read_json<C: Call>(bytes: &[u8]) -> Result<C::Answer, Error>
where
    C::Answer: serde::de::DeserializeOwned,
{
    decode::json(C::OPERATION.id, bytes)
}
