//! The browser's address as the URL. Over the hash by default, which asks nothing of the host; over the path where
//! the page has a `<base>`, which `cargo xtask build --base` writes.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::routing::Navigator;

/// The browser's address.
pub struct BrowserUrl {
    /// The path of `<base>`, without its last slash; `None` over the hash.
    base: Option<String>,
}

impl BrowserUrl {
    /// Over the hash, or over the path where the page has a `<base>`.
    pub fn of_page() -> BrowserUrl {
        let base = document().query_selector("base[href]").ok().flatten();
        let href = base.and_then(|base| base.get_attribute("href"));
        BrowserUrl { base: href.map(|href| href.trim_end_matches('/').to_owned()) }
    }
}

impl Navigator for BrowserUrl {
    fn url(&self) -> String {
        let location = window().location();
        match &self.base {
            Some(base) => {
                let path = location.pathname().unwrap_or_default();
                let query = location.search().unwrap_or_default();
                [path.strip_prefix(base.as_str()).unwrap_or(&path), &query].concat()
            }
            None => location.hash().unwrap_or_default().trim_start_matches('#').to_owned(),
        }
    }

    fn href(&self, url: &str) -> String {
        [self.base.as_deref().unwrap_or("#"), url].concat()
    }

    fn url_of(&self, href: &str) -> Option<String> {
        match &self.base {
            Some(base) => {
                let rest = href.strip_prefix(base.as_str());
                rest.filter(|rest| rest.starts_with('/')).map(str::to_owned)
            }
            None => href.strip_prefix('#').map(str::to_owned),
        }
    }

    fn push(&self, url: &str) {
        if let Ok(history) = window().history() {
            // A browser that refuses (too many changes in a short time) keeps the old address; the screen goes on.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&self.href(url)));
        }
    }

    fn replace(&self, url: &str) {
        if let Ok(history) = window().history() {
            // As above.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&self.href(url)));
        }
    }

    fn on_move(&self, moved: Box<dyn Fn()>) {
        let moved = std::rc::Rc::new(moved);
        let again = moved.clone();
        let back = window_event_listener(leptos::ev::popstate, move |_| moved());
        let hash = window_event_listener(leptos::ev::hashchange, move |_| again());
        on_cleanup(move || {
            back.remove();
            hash.remove();
        });
    }
}
