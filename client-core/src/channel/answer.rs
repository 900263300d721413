//! What came back: a body that is still to be read, or the error that the answer's head and body say.

use crate::catalogue::Info;
use crate::error::{Error, RawAnswer, TransportFailure};
use crate::transport::{Body, HttpAnswer};
use crate::{date, decode};

/// The largest answer that is read into memory whole. Lists are read page by page.
const MAX_BYTES: usize = 64 * 1024 * 1024;
const MAX_ERROR_BYTES: usize = 256 * 1024;

/// A successful answer whose body is still to be read.
pub struct Answer {
    /// HTTP status, 200 to 299.
    pub status: u16,
    /// The headers that may be seen, names in lower case.
    pub headers: Vec<(String, String)>,
    operation: &'static Info,
    body: Box<dyn Body>,
    /// The body has shown that it is no web page.
    is_data: bool,
}

impl Answer {
    /// Appends the next part of the body; `false` at its end.
    pub async fn read(&mut self, into: &mut Vec<u8>) -> Result<bool, Error> {
        let before = into.len();
        let more = self.body.read(into).await.map_err(|failure| missing(self.operation, failure))?;
        if !self.is_data {
            self.look_at(into.get(before..).unwrap_or_default())?;
        }
        Ok(more)
    }

    /// A login page in front of the API answers 200, and would be told as broken JSON.
    fn look_at(&mut self, part: &[u8]) -> Result<(), Error> {
        let Info { id, effect, answers, .. } = self.operation;
        let first = decode::without_mark(part).trim_ascii_start();
        let is_markup = first.first() == Some(&b'<');
        if is_markup && !answers.iter().any(|media| media.contains("html") || media.contains("xml")) {
            return Err(Error::WebPage { operation: id, effect: *effect, status: self.status });
        }
        self.is_data = !first.is_empty();
        Ok(())
    }

    /// The whole body.
    pub async fn bytes(mut self) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        while self.read(&mut bytes).await? {
            if bytes.len() > MAX_BYTES {
                return Err(Error::TooLarge { operation: self.operation.id, limit: MAX_BYTES });
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

    /// Seconds that the server asks to wait.
    pub fn retry_after_s(&self, now_ms: f64) -> Option<f64> {
        retry_after_s(|name| self.header(name), now_ms)
    }
}

/// The error of a request without a whole answer.
pub(super) fn missing(operation: &'static Info, failure: TransportFailure) -> Error {
    Error::NoAnswer { operation: operation.id, effect: operation.effect, failure }
}

/// Tells a success from an error, whose body is read here.
pub(super) async fn judge(
    operation: &'static Info,
    answer: HttpAnswer,
    now_ms: f64,
) -> Result<Answer, Error> {
    match answer.status {
        200..=299 => {
            let HttpAnswer { status, headers, body } = answer;
            Ok(Answer { status, headers, operation, body, is_data: false })
        }
        _ => Err(refused(operation, answer, now_ms).await),
    }
}

async fn refused(operation: &'static Info, mut answer: HttpAnswer, now_ms: f64) -> Error {
    let mut bytes = Vec::new();
    // An error body that breaks off still leaves its status.
    while bytes.len() < MAX_ERROR_BYTES && matches!(answer.body.read(&mut bytes).await, Ok(true)) {}
    let (body, vendor) = decode::vendor_error(&bytes);
    Error::Http {
        operation: operation.id,
        effect: operation.effect,
        status: answer.status,
        vendor,
        body,
        retry_after_s: retry_after_s(|name| answer.header(name), now_ms),
        answer: std::sync::Arc::new(RawAnswer { headers: answer.headers, body: bytes }),
    }
}

/// `Retry-After` in seconds. A date means the time since the answer's own `Date`, where that may be seen: the server's
/// clock and this one may differ.
fn retry_after_s<'a>(header: impl Fn(&str) -> Option<&'a str>, now_ms: f64) -> Option<f64> {
    let told = header("retry-after")?.trim();
    if let Ok(seconds) = told.parse::<f64>() {
        return Some(seconds).filter(|seconds| seconds.is_finite());
    }
    let until_ms = date::http_ms(told)?;
    let since_ms = header("date").and_then(date::http_ms).unwrap_or(now_ms);
    Some(((until_ms - since_ms) / 1000.0).max(0.0))
}
