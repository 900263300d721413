//! One authenticated call of one operation.

use serde_json::Value;

use super::accounts::Account;
use super::errors::Refusal;
use crate::http::{parse_form, percent_decode};
use crate::route::{PathValues, Route};
use crate::vendor::Vendor;
use crate::{Moment, Request, Response, check};

/// More levels than this only repeat objects.
const DEEPEST: u32 = 5;

/// The call.
pub struct Call<'a> {
    pub(crate) account: &'static Account,
    pub(crate) route: &'static Route,
    pub(crate) now: Moment,
    /// The API's base URL on the origin that was asked.
    pub(crate) base: String,
    /// JSON null where the operation takes no body.
    pub(crate) body: Value,
    request: &'a Request,
    query: Vec<(String, String)>,
    path_values: PathValues,
}

impl<'a> Call<'a> {
    /// Only the caller is checked so far; [`Call::read`] checks the rest.
    pub(crate) fn begin(
        request: &'a Request,
        route: &'static Route,
        account: &'static Account,
        now: Moment,
    ) -> Call<'a> {
        let host = request.find_header("host").unwrap_or("localhost");
        Call {
            account,
            route,
            now,
            base: format!("http://{host}{}", route.base),
            body: Value::Null,
            request,
            query: Vec::new(),
            path_values: Vec::new(),
        }
    }

    /// Checks path, query and body against the contract.
    pub(crate) fn read(&mut self, raw_values: PathValues) -> Result<(), Refusal> {
        self.query = read_query(self.route, self.request)?;
        self.path_values = read_path(raw_values)?;
        self.body = read_body(self.route, self.request)?;
        Ok(())
    }

    /// Whether the caller came with user name and password.
    pub(crate) fn is_basic(&self) -> bool {
        let header = self.request.find_header("authorization").unwrap_or_default();
        header.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("basic"))
    }

    /// A path parameter's text, decoded.
    pub(crate) fn path_text(&self, name: &str) -> &str {
        self.path_values.iter().find(|(one, _)| *one == name).map_or("", |(_, value)| value.as_str())
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
    }

    /// A query parameter that is a number, or the default.
    pub(crate) fn number(&self, name: &str, default: usize) -> usize {
        self.value(name).and_then(|text| text.parse().ok()).unwrap_or(default)
    }

    /// How many levels the answer has.
    pub(crate) fn depth(&self) -> u32 {
        self.value("depth").and_then(|text| text.parse().ok()).unwrap_or(0).min(DEEPEST)
    }

    /// An answer in JSON, indented unless it must not be.
    pub(crate) fn json(&self, status: u16, body: &Value) -> Response {
        let text = match self.value("pretty") {
            Some("false") => body.to_string(),
            _ => format!("{body:#}"),
        };
        Response::json(status, text)
    }

    /// The same for one object: its entity tag is also a header, unless the request has a depth.
    pub(crate) fn object(&self, status: u16, body: &Value) -> Response {
        let response = self.json(status, body);
        match body.pointer("/metadata/etag").and_then(Value::as_str) {
            Some(etag) if self.value("depth").is_none() => response.header("etag", etag),
            _ => response,
        }
    }

    /// A member of the body's `properties`.
    pub(crate) fn property(&self, name: &str) -> Option<&Value> {
        self.body.get("properties")?.get(name).filter(|value| !value.is_null())
    }
}

fn read_query(route: &Route, request: &Request) -> Result<Vec<(String, String)>, Refusal> {
    let malformed = || Refusal::unreadable("the query string is malformed");
    let query = parse_form(&request.query).ok_or_else(malformed)?;
    let repeated =
        query.iter().enumerate().find(|(at, (name, _))| query.iter().take(*at).any(|(one, _)| one == name));
    if let Some((_, (name, _))) = repeated {
        return Err(Refusal::unreadable(&format!("query {name}: given twice")));
    }
    match check::query(Vendor::Ionos, route.id, &query).first() {
        Some(violation) => Err(Refusal::unreadable(violation)),
        None => Ok(query),
    }
}

fn read_path(raw_values: PathValues) -> Result<PathValues, Refusal> {
    let malformed = || Refusal::unreadable("the path is malformed");
    let decode = |(name, raw): (&'static str, String)| Some((name, percent_decode(&raw)?));
    raw_values.into_iter().map(|pair| decode(pair).ok_or_else(malformed)).collect()
}

fn read_body(route: &Route, request: &Request) -> Result<Value, Refusal> {
    if route.body.is_empty() {
        return Ok(Value::Null);
    }
    let media = request.media();
    if !route.body.contains(&media.as_str()) {
        return Err(Refusal::new(415, "Unsupported content type: send application/json"));
    }
    let malformed = |_| Refusal::unreadable("the request body is not JSON");
    let body = serde_json::from_slice(&request.body).map_err(malformed)?;
    let messages: Vec<String> =
        check::body(Vendor::Ionos, route.id, &media, &body).into_iter().take(10).collect();
    if messages.is_empty() { Ok(body) } else { Err(Refusal { status: 422, messages }) }
}
