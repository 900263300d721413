//! The fetch transport in a real browser. The pages come from the test runner's own server.
#![cfg(target_arch = "wasm32")]

use tenantry_core::browser::{BrowserClock, Fetch};
use tenantry_core::catalogue::Method;
use tenantry_core::clock::Clock;
use tenantry_core::error::TransportFailure;
use tenantry_core::transport::{HttpAnswer, HttpRequest, Payload, Transport};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn get(url: &str) -> HttpRequest {
    let (headers, authorization, body) = (Vec::new(), None, None);
    HttpRequest {
        method: Method::Get,
        url: url.to_owned(),
        headers,
        authorization,
        body,
        timeout_ms: 10_000.0,
    }
}

async fn whole(mut answer: HttpAnswer) -> Vec<u8> {
    let mut bytes = Vec::new();
    while answer.body.read(&mut bytes).await.unwrap() {}
    bytes
}

#[wasm_bindgen_test]
async fn reads_status_headers_and_body() {
    let answer = Fetch.send(get("/")).await.unwrap();
    assert_eq!(answer.status, 200);
    assert!(answer.header("content-type").is_some_and(|kind| kind.contains("html")), "{:?}", answer.headers);
    assert!(whole(answer).await.starts_with(b"<"));
}

#[wasm_bindgen_test]
async fn an_error_status_is_an_answer() {
    let answer = Fetch.send(get("/there-is-no-such-page")).await.unwrap();
    assert_eq!(answer.status, 404);
}

#[wasm_bindgen_test]
async fn a_large_body_comes_whole_and_in_order() {
    let text: String = (0..200_000).map(|at| format!("{},", at % 10)).collect();
    let answer = Fetch.send(get(&format!("data:text/plain,{text}"))).await.unwrap();
    assert_eq!(whole(answer).await, text.as_bytes());
}

#[wasm_bindgen_test]
async fn nobody_there_is_unreachable() {
    // Port 9 is one that browsers refuse to call at all; nothing can answer there.
    let failure = Fetch.send(get("http://127.0.0.1:9/")).await.err();
    assert_eq!(failure, Some(TransportFailure::Unreachable));
}

#[wasm_bindgen_test]
async fn a_time_out_is_told_apart() {
    let failure = Fetch.send(HttpRequest { timeout_ms: 0.0, ..get("/") }).await.err();
    assert_eq!(failure, Some(TransportFailure::TimedOut));
}

#[wasm_bindgen_test]
async fn a_body_is_sent_and_a_header_too() {
    let request = HttpRequest {
        method: Method::Post,
        headers: vec![("content-type", "application/json".to_owned())],
        body: Some(Payload(b"{}".to_vec())),
        ..get("/")
    };
    // What the runner's server makes of a POST is its own affair; that it answers shows a well-formed request.
    assert!(Fetch.send(request).await.is_ok());
}

#[wasm_bindgen_test]
async fn a_request_that_is_dropped_is_given_up() {
    let request = Fetch.send(get("/"));
    drop(request);
    let answer = Fetch.send(get("/")).await.unwrap();
    drop(answer.body);
    // Nothing is left behind that would fail later.
    BrowserClock.sleep(50.0).await;
}
