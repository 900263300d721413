//! Giving the user a file that was made here.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Offers text as a file. A browser that cannot make one does nothing.
pub fn download(name: &str, media: &str, text: &str) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media);
    let parts = js_sys::Array::of1(&text.into());
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let link = document()
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The click has begun the download; the file is kept by it.
    let _ = web_sys::Url::revoke_object_url(&url);
}
