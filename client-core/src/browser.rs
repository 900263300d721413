//! The one module that needs a browser: fetch as the [`Transport`], and the browser's clock.
//!
//! Every request goes out with `credentials: omit`, `redirect: manual`, `cache: no-store` and
//! `referrerPolicy: no-referrer`, and is aborted when nobody waits for it any more.

use futures_util::FutureExt;
use futures_util::future::{Either, LocalBoxFuture, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestInit, RequestRedirect, Response, ResponseType,
};

use crate::clock::Clock;
use crate::error::TransportFailure;
use crate::transport::{Body, HttpAnswer, HttpRequest, Transport};

#[wasm_bindgen]
extern "C" {
    /// The global one and not the window's, so that workers and Node have it too.
    #[wasm_bindgen(catch)]
    fn fetch(url: &str, init: &RequestInit) -> Result<Promise, JsValue>;
}

/// The browser's fetch.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fetch;

impl Transport for Fetch {
    fn send(&self, request: HttpRequest) -> LocalBoxFuture<'static, Result<HttpAnswer, TransportFailure>> {
        send(request).boxed_local()
    }
}

/// Aborts the request when it is dropped. After the body's end that does nothing.
struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn send(request: HttpRequest) -> Result<HttpAnswer, TransportFailure> {
    let guard = AbortOnDrop(AbortController::new().map_err(|_| TransportFailure::Unreachable)?);
    let init = init(&request, &guard).map_err(|_| TransportFailure::Unreachable)?;
    let fetched = JsFuture::from(fetch(&request.url, &init).map_err(|_| TransportFailure::Unreachable)?);
    // The browser says `TypeError: Failed to fetch` for everything from no network to missing CORS headers.
    let response = in_time(fetched, request.timeout_ms, TransportFailure::Unreachable).await?;
    let response: Response = response.dyn_into().map_err(|_| TransportFailure::Unreachable)?;
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(TransportFailure::Redirected);
    }
    let reader = response.body().map(|body| body.get_reader().unchecked_into());
    let body = FetchedBody { reader, timeout_ms: request.timeout_ms, _guard: guard };
    Ok(HttpAnswer { status: response.status(), headers: headers(&response.headers()), body: Box::new(body) })
}

fn init(request: &HttpRequest, guard: &AbortOnDrop) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    for (name, value) in &request.headers {
        headers.set(name, value)?;
    }
    if let Some(authorization) = &request.authorization {
        headers.set("authorization", authorization.expose())?;
    }
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_headers(&headers);
    init.set_credentials(RequestCredentials::Omit);
    // Not followed either way; so the console can tell a redirect from no answer.
    init.set_redirect(RequestRedirect::Manual);
    init.set_cache(RequestCache::NoStore);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(Some(&guard.0.signal()));
    if let Some(payload) = &request.body {
        init.set_body(&Uint8Array::from(payload.0.as_slice()));
    }
    Ok(init)
}

async fn in_time(
    work: JsFuture,
    timeout_ms: f64,
    failed: TransportFailure,
) -> Result<JsValue, TransportFailure> {
    let timeout = TimeoutFuture::new(timeout_ms.clamp(0.0, f64::from(i32::MAX)) as u32);
    match select(work, timeout).await {
        Either::Left((outcome, _)) => outcome.map_err(|_| failed),
        Either::Right(_) => Err(TransportFailure::TimedOut),
    }
}

fn headers(from: &Headers) -> Vec<(String, String)> {
    let pairs =
        from.entries().into_iter().filter_map(Result::ok).map(|pair| pair.unchecked_into::<js_sys::Array>());
    pairs.filter_map(|pair| Some((pair.get(0).as_string()?, pair.get(1).as_string()?))).collect()
}

struct FetchedBody {
    reader: Option<ReadableStreamDefaultReader>,
    timeout_ms: f64,
    _guard: AbortOnDrop,
}

impl Body for FetchedBody {
    fn read<'a>(&'a mut self, into: &'a mut Vec<u8>) -> LocalBoxFuture<'a, Result<bool, TransportFailure>> {
        async move {
            let Some(reader) = &self.reader else {
                return Ok(false);
            };
            let part =
                in_time(JsFuture::from(reader.read()), self.timeout_ms, TransportFailure::CutOff).await?;
            let value = Reflect::get(&part, &JsValue::from_str("value")).unwrap_or(JsValue::UNDEFINED);
            let Ok(bytes) = value.dyn_into::<Uint8Array>() else {
                return Ok(false);
            };
            let start = into.len();
            into.resize(start + bytes.length() as usize, 0);
            if let Some(room) = into.get_mut(start..) {
                bytes.copy_to(room);
            }
            Ok(true)
        }
        .boxed_local()
    }
}

/// The browser's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now_ms(&self) -> f64 {
        js_sys::Date::now()
    }

    fn sleep(&self, ms: f64) -> LocalBoxFuture<'static, ()> {
        TimeoutFuture::new(ms.clamp(0.0, f64::from(i32::MAX)) as u32).boxed_local()
    }

    fn jitter(&self) -> f64 {
        js_sys::Math::random()
    }
}
