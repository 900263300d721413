//! One request through the chain: sign-in, route, transport, and what its answer's head means.

use super::Connection;
use super::retry;
use crate::catalogue::Place;
use crate::decode;
use crate::error::{Error, RawAnswer, TransportFailure};
use crate::rate_limit::RateLimit;
use crate::request::Request;
use crate::transport::{Body, HttpAnswer, HttpRequest};
use crate::vendors::ionos::contract_number;

/// The largest answer that is read into memory whole. Lists are read page by page.
const MAX_BYTES: usize = 64 * 1024 * 1024;
const MAX_ERROR_BYTES: usize = 256 * 1024;

/// A successful answer whose body is still to be read.
pub struct Answer {
    /// HTTP status, 200 to 299.
    pub status: u16,
    /// The headers that may be seen, names in lower case.
    pub headers: Vec<(String, String)>,
    request: Request,
    body: Box<dyn Body>,
}

impl Answer {
    /// Appends the next part of the body; `false` at its end.
    pub async fn read(&mut self, into: &mut Vec<u8>) -> Result<bool, Error> {
        self.body.read(into).await.map_err(|failure| no_answer(&self.request, failure))
    }

    /// The whole body.
    pub async fn bytes(mut self) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        while self.read(&mut bytes).await? {
            if bytes.len() > MAX_BYTES {
                return Err(Error::TooLarge { operation: self.request.operation.id, limit: MAX_BYTES });
            }
        }
        Ok(bytes)
    }
}

/// What a call answered, with the head of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Full<T> {
    /// What the body was read as.
    pub value: T,
    /// HTTP status, 200 to 299.
    pub status: u16,
    /// The headers that may be seen, names in lower case.
    pub headers: Vec<(String, String)>,
}

impl<T> Full<T> {
    /// The value of a header, by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
    }
}

pub(super) async fn send(connection: &Connection, request: &Request) -> Result<Answer, Error> {
    let mut tried = 0;
    loop {
        tried += 1;
        let error = match send_signed(connection, request).await {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        let wait = retry::wait_ms(connection.clock(), &error, tried)
            .filter(|_| request.retried && request.method().is_read());
        match wait {
            Some(ms) => connection.clock().sleep(ms).await,
            None => return Err(error),
        }
    }
}

/// Sends with the session's token. One 401 leads to one refresh and one repeat: a request refused with 401
/// was not carried out, so that holds for writes too.
async fn send_signed(connection: &Connection, request: &Request) -> Result<Answer, Error> {
    if request.sign_in.is_some() {
        return send_once(connection, request, request.sign_in.clone()).await;
    }
    let (token, age) = connection.token(request.operation.id).await?;
    match send_once(connection, request, Some(token)).await {
        Err(error) if error.status() == Some(401) && connection.refresh(age).await? => {
            let (token, _) = connection.token(request.operation.id).await?;
            send_once(connection, request, Some(token)).await
        }
        outcome => outcome,
    }
}

async fn send_once(
    connection: &Connection,
    request: &Request,
    authorization: Option<crate::secret::Secret>,
) -> Result<Answer, Error> {
    let mut headers = vec![("accept", accepted(request))];
    headers.extend(request.headers.iter().cloned());
    headers.extend(chosen_contract(connection, request));
    headers.extend(request.body.as_ref().map(|(media, _)| ("content-type", (*media).to_owned())));
    let http = HttpRequest {
        method: request.method(),
        url: connection.fetch_url(request),
        headers,
        authorization,
        body: request.body.as_ref().map(|(_, payload)| payload.clone()),
        timeout_ms: request.timeout_ms,
    };
    let answer = connection.0.transport.send(http).await.map_err(|failure| no_answer(request, failure))?;
    if let Some(told) = RateLimit::read(&answer.headers) {
        connection.0.rate_limit.set(Some(told));
    }
    match answer.status {
        200..=299 => {
            let HttpAnswer { status, headers, body } = answer;
            Ok(Answer { status, headers, request: request.clone(), body })
        }
        _ => Err(refused(request, answer).await),
    }
}

/// The connection's contract, where the operation takes one and the call does not name its own.
fn chosen_contract(connection: &Connection, request: &Request) -> Option<(&'static str, String)> {
    let name = contract_number::HEADER;
    let is_it = |one: &str| one.eq_ignore_ascii_case(name);
    let takes_it = |one: &crate::catalogue::Parameter| one.place == Place::Header && is_it(one.name);
    let wanted = request.operation.parameters.iter().any(takes_it);
    let named = request.headers.iter().any(|(one, _)| is_it(one));
    let number = connection.contract_number().filter(|_| wanted && !named)?;
    Some((name, number.to_string()))
}

fn accepted(request: &Request) -> String {
    match request.operation.answers {
        [] => "*/*".to_owned(),
        media => media.join(", "),
    }
}

fn no_answer(request: &Request, failure: TransportFailure) -> Error {
    Error::NoAnswer { operation: request.operation.id, method: request.method(), failure }
}

async fn refused(request: &Request, mut answer: HttpAnswer) -> Error {
    let mut bytes = Vec::new();
    // An error body that breaks off still leaves its status.
    while bytes.len() < MAX_ERROR_BYTES && matches!(answer.body.read(&mut bytes).await, Ok(true)) {}
    let (body, vendor) = decode::vendor_error(&bytes);
    Error::Http {
        operation: request.operation.id,
        method: request.method(),
        status: answer.status,
        vendor,
        body,
        retry_after_s: answer.header("retry-after").and_then(|seconds| seconds.trim().parse().ok()),
        answer: std::sync::Arc::new(RawAnswer { headers: answer.headers, body: bytes }),
    }
}
