//! The headers that a production host sends with the console.

use axum::http::{HeaderMap, HeaderName, HeaderValue};

const FIXED: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// Puts them on an answer of the site; one that brought its own policy (a proxied one) keeps it.
pub fn add(headers: &mut HeaderMap, policy: &HeaderValue) {
    for (name, value) in FIXED {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers.entry("content-security-policy").or_insert_with(|| policy.clone());
}
