//! Requests and responses as plain data: what the simulation takes and gives.

use std::time::Duration;

/// One request to a vendor's API.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// In capitals.
    pub method: String,
    /// Absolute and still percent-encoded, such as `/api/2/tenants/x%2Fy`.
    pub path: String,
    /// The part after the `?`, still encoded; empty without one.
    pub query: String,
    /// Names in any case.
    pub headers: Vec<(String, String)>,
    /// The whole body.
    pub body: Vec<u8>,
}

impl Request {
    /// A request without headers and body; `target` is a path with an optional query.
    pub fn new(method: &str, target: &str) -> Request {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let owned = str::to_owned;
        Request { method: owned(method), path: owned(path), query: owned(query), ..Request::default() }
    }

    /// The same with one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Request {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same with a body of that media type.
    #[must_use]
    pub fn with_body(mut self, media: &str, body: &str) -> Request {
        self.body = body.as_bytes().to_vec();
        self.header("content-type", media)
    }

    /// The first header of that name.
    pub fn find_header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(one, _)| one.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The media type of the body without its parameters, in small letters.
    pub fn media(&self) -> String {
        let raw = self.find_header("content-type").unwrap_or_default();
        raw.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }
}

/// One answer of a vendor's API, with what the server does to its connection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// In the order in which they are sent.
    pub headers: Vec<(String, String)>,
    /// The whole body, even where the connection is cut in it.
    pub body: Vec<u8>,
    /// Wait this long before the first byte.
    pub delay: Duration,
    /// Break the connection after so many bytes of the body.
    pub cut_after: Option<usize>,
}

impl Response {
    /// An answer without a body.
    pub fn empty(status: u16) -> Response {
        Response { status, ..Response::default() }
    }

    /// A JSON answer; the text is sent as it is.
    pub fn json(status: u16, text: String) -> Response {
        let headers = vec![("content-type".to_owned(), "application/json".to_owned())];
        Response { status, headers, body: text.into_bytes(), ..Response::default() }
    }

    /// The same with one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Response {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The first header of that name.
    pub fn find_header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(one, _)| one.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// What the request log says about a request, apart from the request itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The short name of the vendor whose API was asked.
    pub vendor: &'static str,
    /// The contract's `operationId`.
    pub operation: Option<&'static str>,
    /// The client id or name of the account, where the request came from one.
    pub account: Option<&'static str>,
}

/// Reads `a=1&b=2`, with `+` as a space; None where an escape or the decoded text is malformed.
pub fn parse_form(text: &str) -> Option<Vec<(String, String)>> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((percent_decode(&name.replace('+', " "))?, percent_decode(&value.replace('+', " "))?))
        })
        .collect()
}

/// Undoes percent-encoding; None where an escape is malformed or the result is no UTF-8.
pub fn percent_decode(text: &str) -> Option<String> {
    let is_escape = |rest: &str| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    // The library leaves a malformed escape as it stands.
    let well_formed = text.split('%').skip(1).all(is_escape);
    let decoded = percent_encoding::percent_decode_str(text).decode_utf8().ok()?;
    well_formed.then(|| decoded.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_decode() {
        let pairs = parse_form("a=1+2&b=%C3%A9&c&").unwrap();
        let expected = [("a", "1 2"), ("b", "é"), ("c", "")].map(|(name, value)| (name.into(), value.into()));
        assert_eq!(pairs, expected);
        assert_eq!(parse_form("a=%zz"), None);
        assert_eq!(parse_form("a=%C3"), None);
    }
}
