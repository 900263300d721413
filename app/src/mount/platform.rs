//! What the browser can do for any page: files, clipboard, tabs, random numbers. Nothing here depends on where a
//! screen stands.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

/// Whether the browser believes that it has a network.
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// The width of the window in pixels.
pub fn width() -> u32 {
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    width.unwrap_or_default() as u32
}

/// The page's own origin.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Whether what goes to this address crosses the network unencrypted; empty for the page's own.
pub fn is_exposed(address: &str) -> bool {
    let base = window().location().href().unwrap_or_default();
    let Ok(url) = web_sys::Url::new_with_base(address, &base) else { return false };
    let host = url.hostname();
    let is_local =
        host == "localhost" || host.ends_with(".localhost") || host.starts_with("127.") || host == "[::1]";
    url.protocol() == "http:" && !is_local
}

/// Loads the page anew. A browser that refuses leaves it as it is.
pub fn reload() {
    let _ = window().location().reload();
}

/// A mark on the browser's timeline, for its profiler and for the benchmarks.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        // Without marks everything else works.
        let _ = performance.mark(name);
    }
}

/// Tells the page's loader of a panic: it shows a readable page. This program runs no more.
pub fn tell_panic(words: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&JsValue::from_str(words));
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("tenantry:panic", &init) {
        // Nothing more can be done here.
        let _ = window().dispatch_event(&event);
    }
}

/// The status and the bytes of a file of the page's own site; `None` where no answer came.
pub async fn fetch_file(path: &str) -> Option<(u16, Vec<u8>)> {
    let answer = answer(path, &fresh()).await?;
    let bytes = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    Some((answer.status(), js_sys::Uint8Array::new(&bytes).to_vec()))
}

/// Whether the server sends a request elsewhere, as a single sign-on in front of the site does.
pub async fn is_sent_elsewhere(path: &str) -> bool {
    let init = fresh();
    init.set_redirect(web_sys::RequestRedirect::Manual);
    // What is sent elsewhere has no status that the page may see.
    answer(path, &init).await.is_some_and(|answer| answer.status() == 0)
}

/// Whether the page stands in a frame whose sandbox takes its origin away: its own site is another one to it.
pub fn is_in_sandboxed_frame() -> bool {
    let origin = js_sys::Reflect::get(&window(), &"origin".into());
    origin.is_ok_and(|origin| origin.as_string().as_deref() == Some("null"))
}

fn fresh() -> web_sys::RequestInit {
    let init = web_sys::RequestInit::new();
    init.set_cache(web_sys::RequestCache::NoCache);
    init
}

/// The page's language, in the region that the browser says: dates and numbers differ between regions.
pub fn locale(language: &str) -> String {
    let languages = window().navigator().languages();
    let regions = languages.iter().filter_map(|one| one.as_string());
    let mut here = regions.filter(|one| one.split('-').next() == Some(language));
    here.next().unwrap_or_else(|| language.to_owned())
}

/// The file that names the texts of other languages, and its hash; `None` where the page names none.
pub fn language_index() -> Option<(String, String)> {
    let page = document().query_selector("meta[name='tenantry:languages']").ok().flatten()?;
    let attribute = |name| page.get_attribute(name).unwrap_or_default();
    Some((attribute("content"), attribute("data-integrity")))
}

/// The text of a built file, checked by its hash; `None` where it does not come or is another. Built files never
/// change under their name, so the second time the browser has it.
pub async fn fetch_built(file: &str, integrity: &str) -> Option<String> {
    let init = web_sys::RequestInit::new();
    init.set_integrity(integrity);
    let answer = answer(file, &init).await.filter(|answer| answer.status() == 200)?;
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

async fn answer(path: &str, init: &web_sys::RequestInit) -> Option<web_sys::Response> {
    let answer = JsFuture::from(window().fetch_with_str_and_init(path, init)).await.ok()?;
    answer.dyn_into().ok()
}

/// Copies text; `false` where that is not allowed. Pages over plain http have no clipboard.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    let is_there = clipboard.is_ok_and(|clipboard| !clipboard.is_undefined());
    is_there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Opens a URL in a tab that knows nothing of this one; `false` where the browser's pop-up rule would not let it.
/// A tab that is opened with `noopener` is never told of, so it is asked before whether the click still counts.
pub fn open_tab(url: &str) -> bool {
    let get = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &name.into()).unwrap_or_default();
    let activation = get(&window().navigator(), "userActivation");
    // A browser that does not tell is simply tried.
    if activation.is_object() && !get(&activation, "isActive").is_truthy() {
        return false;
    }
    window().open_with_url_and_target_and_features(url, "_blank", "noopener,noreferrer").is_ok()
}

/// Fills the bytes from the browser's own generator; `None` where there is none.
pub fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0u8; N];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// Milliseconds since 1970.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The day, as it is where the user is: `2026-11-25`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Offers text as a file. A browser that cannot make one does nothing.
pub fn download(name: &str, media: &str, text: &str) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media);
    let parts = js_sys::Array::of1(&text.into());
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let link = html("a", "").ok().and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The click has begun the download; the file is kept by it.
    let _ = web_sys::Url::revoke_object_url(&url);
}

/// The size in bytes of the file that somebody has just chosen in a field; `None` where there is none.
pub fn chosen_size(field: &web_sys::HtmlInputElement) -> Option<f64> {
    Some(field.files()?.get(0)?.size())
}

/// Its bytes; `None` where it cannot be read.
pub async fn chosen_file(field: &web_sys::HtmlInputElement) -> Option<Vec<u8>> {
    let file = field.files()?.get(0)?;
    let bytes = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// A new element that stands nowhere yet.
pub fn html(name: &str, class: &str) -> Result<HtmlElement, JsValue> {
    let element: HtmlElement = document().create_element(name)?.unchecked_into();
    if !class.is_empty() {
        element.set_class_name(class);
    }
    Ok(element)
}

/// A new element of SVG that stands nowhere yet.
pub fn svg(name: &str) -> Result<Element, JsValue> {
    document().create_element_ns(Some("http://www.w3.org/2000/svg"), name)
}
