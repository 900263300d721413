//! A page that is not the console's own, with its screens in elements. A test opens it: tests/e2e/embed.spec.mjs.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// Screens in an element, until they are freed.
#[wasm_bindgen]
pub struct Screens(#[allow(dead_code)] tenantry_app::Embedded);

/// Shows a connection's screens in an element.
#[wasm_bindgen]
pub fn embed(
    host: &HtmlElement,
    name: &str,
    config: &str,
    url: &str,
    style: &str,
) -> Result<Screens, JsError> {
    tenantry_app::embed(host, name, config, url, style).map(Screens).map_err(|words| JsError::new(&words))
}
