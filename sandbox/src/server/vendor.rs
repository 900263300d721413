//! The vendor's side: turns HTTP into calls of the simulation. It sends no CORS headers, as the real vendors send none.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::State;
use axum::http;

use super::body::CutBody;
use super::log::Log;
use crate::{Moment, Request, Response, Sandbox};

const LARGEST_BODY: usize = 16 << 20;

struct Vendor {
    sandbox: Arc<Sandbox>,
    log: Option<Log>,
}

/// Sends every path to the simulation.
pub fn router(sandbox: Arc<Sandbox>, log: Option<Log>) -> Router {
    Router::new().fallback(answer).with_state(Arc::new(Vendor { sandbox, log }))
}

async fn answer(State(vendor): State<Arc<Vendor>>, incoming: http::Request<Body>) -> http::Response<Body> {
    let Some(request) = read(incoming).await else {
        return send(Response::empty(413)).await;
    };
    // A search over many tenants takes long enough to delay other requests, so it runs on a thread of its own.
    let answered = tokio::task::spawn_blocking(move || {
        let (response, trace) = vendor.sandbox.handle_traced(&request, now());
        if let Some(log) = &vendor.log {
            log.write(&request, &trace, response.status);
        }
        response
    });
    send(answered.await.unwrap_or_else(|_| Response::empty(500))).await
}

fn now() -> Moment {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(elapsed.as_secs()).unwrap_or(0))
}

async fn read(incoming: http::Request<Body>) -> Option<Request> {
    let (parts, body) = incoming.into_parts();
    let header = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
        Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
    };
    Some(Request {
        method: parts.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: parts.headers.iter().filter_map(header).collect(),
        body: to_bytes(body, LARGEST_BODY).await.ok()?.to_vec(),
    })
}

async fn send(response: Response) -> http::Response<Body> {
    if !response.delay.is_zero() {
        tokio::time::sleep(response.delay).await;
    }
    let body = Bytes::from(response.body);
    let body = match response.cut_after {
        Some(cut_after) => Body::new(CutBody::new(&body, cut_after)),
        None => Body::from(body),
    };
    let mut outgoing = http::Response::builder().status(response.status);
    for (name, value) in &response.headers {
        outgoing = outgoing.header(name, value);
    }
    outgoing.body(body).unwrap_or_else(|_| {
        let mut failed = http::Response::new(Body::empty());
        *failed.status_mut() = http::StatusCode::INTERNAL_SERVER_ERROR;
        failed
    })
}
