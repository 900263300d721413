//! The path proxy: one upstream, whose host no client chooses; it lets through what passes the
//! configurations in `deploy/`.

use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode, header};
use http_body_util::Limited;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use tenantry_contracts::Vendor;

use super::proxy_path;

const LARGEST_BODY: usize = 16 << 20;
const PATIENCE: Duration = Duration::from_secs(120);

/// What the upstream may know of the browser's request; so no cookie and no address passes.
const PASSED: [&str; 10] = [
    "accept",
    "accept-encoding",
    "accept-language",
    "authorization",
    "content-length",
    "content-type",
    "if-match",
    "if-none-match",
    "user-agent",
    "x-contract-number",
];

/// What belongs to the connection between the two servers alone.
const HOP_BY_HOP: [&str; 6] =
    ["connection", "keep-alive", "proxy-authenticate", "trailer", "transfer-encoding", "upgrade"];

/// The proxy to one upstream.
pub struct Proxy {
    client: Client<HttpConnector, Body>,
    origin: String,
}

impl Proxy {
    /// To the vendor's side of this process.
    pub fn new(vendor_port: u16) -> Proxy {
        let client = Client::builder(TokioExecutor::new()).build_http();
        Proxy { client, origin: format!("http://127.0.0.1:{vendor_port}") }
    }

    /// Sends the request on to `path` of that vendor's API, and its answer back as it comes in.
    pub async fn forward(&self, vendor: Vendor, request: Request<Body>, path: &str) -> Response<Body> {
        let outcome = match proxy_path::refusal(vendor, request.method().as_str(), path) {
            Some(status) => Err(status),
            None => self.send(request, path).await,
        };
        let mut response = outcome.unwrap_or_else(refused);
        let headers = response.headers_mut();
        headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
        headers.insert("content-security-policy", HeaderValue::from_static("sandbox; default-src 'none'"));
        response
    }

    async fn send(&self, request: Request<Body>, path: &str) -> Result<Response<Body>, u16> {
        let (parts, body) = request.into_parts();
        if announced_length(&parts.headers).is_some_and(|length| length > LARGEST_BODY as u64) {
            return Err(413);
        }
        let query = parts.uri.query().map_or(String::new(), |query| format!("?{query}"));
        let mut outgoing = Request::builder()
            .method(parts.method)
            .uri(format!("{}{path}{query}", self.origin))
            .body(Body::new(Limited::new(body, LARGEST_BODY)))
            .map_err(|_| 400_u16)?;
        for name in PASSED {
            if let Some(value) = parts.headers.get(name) {
                outgoing.headers_mut().insert(HeaderName::from_static(name), value.clone());
            }
        }
        let answered = tokio::time::timeout(PATIENCE, self.client.request(outgoing)).await;
        let response = answered.map_err(|_| 504_u16)?.map_err(|_| 502_u16)?;
        let (mut parts, body) = response.into_parts();
        clean(&mut parts.headers);
        // A body that breaks off upstream fails here too, and hyper then closes the browser's connection.
        Ok(Response::from_parts(parts, Body::new(body)))
    }
}

fn announced_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn clean(headers: &mut HeaderMap) {
    let cors: Vec<HeaderName> =
        headers.keys().filter(|name| name.as_str().starts_with("access-control-")).cloned().collect();
    for name in cors {
        headers.remove(name);
    }
    headers.remove(header::SET_COOKIE);
    for name in HOP_BY_HOP {
        headers.remove(name);
    }
}

fn refused(status: u16) -> Response<Body> {
    let mut response = Response::new(Body::from(format!("the proxy answers {status}\n")));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    response.headers_mut().insert("content-type", HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}
