//! What a screen may ask of the place where it stands: its root node, ids, focus, title, storage, language, URL, and
//! asking before leaving. The page is one such place; a shadow root in somebody else's page is another. Nothing else
//! in the console touches `document` or `window` (`cargo xtask tidy`).

mod browser_url;
pub mod events;
mod focus;
mod leaving;
pub mod platform;
mod root;
mod siblings;
mod storage;

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::HtmlElement;

pub use self::browser_url::BrowserUrl;
pub use self::focus::{PANEL_TITLE, TITLE};
pub use self::leaving::Leaving;
pub use self::root::Root;
pub use self::siblings::Siblings;
pub use self::storage::{Pref, Storage};
use crate::routing::{Navigator, Router};

/// The place where a screen stands. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Mount {
    root: StoredValue<Root, LocalStorage>,
    /// Before every id, so that two mounts on one page have none in common; empty on the page itself.
    prefix: StoredValue<String>,
    router: Router,
    storage: Storage,
}

impl Mount {
    /// The page itself.
    pub fn page() -> Mount {
        Mount::new(Root::Document, "", Rc::new(BrowserUrl::of_page()))
    }

    /// A root node with a prefix for its ids and its storage, and a URL of its own.
    pub fn new(root: Root, prefix: &str, navigator: Rc<dyn Navigator>) -> Mount {
        Mount {
            root: StoredValue::new_local(root),
            prefix: StoredValue::new(prefix.to_owned()),
            router: Router::start(navigator),
            storage: Storage::new(prefix),
        }
    }

    /// Gives it to every component below the current one.
    pub fn provide(self) -> Mount {
        provide_context(self);
        self
    }

    /// Where the component that asks stands. Only while a component is being made: handlers keep the answer.
    pub fn here() -> Mount {
        expect_context()
    }

    /// The URL.
    pub fn router(self) -> Router {
        self.router
    }

    /// What is kept for the next visit.
    pub fn storage(self) -> Storage {
        self.storage
    }

    /// The id in the page of an element with this name.
    pub fn id(self, name: &str) -> String {
        self.prefix.with_value(|prefix| [prefix, name].concat())
    }

    /// The name of an element with this id.
    fn name_of(self, id: &str) -> String {
        self.prefix.with_value(|prefix| id.strip_prefix(prefix.as_str()).unwrap_or(id).to_owned())
    }

    /// The element with this name.
    pub fn by_id(self, name: &str) -> Option<HtmlElement> {
        self.root().by_id(&self.id(name))
    }

    /// Names what is shown in the browser's tab; somebody else's page keeps its own name.
    pub fn set_title(self, title: &str) {
        if matches!(self.root(), Root::Document) {
            document().set_title(title);
        }
    }

    /// Sets a custom property for the whole screen.
    pub fn set_property(self, name: &str, value: &str) {
        if let Some(host) = self.root().host() {
            // A refused property leaves the stylesheet's value.
            let _ = host.style().set_property(name, value);
        }
    }

    /// Sets an attribute of the element that the whole screen stands in.
    pub fn set_attribute(self, name: &str, value: &str) {
        if let Some(host) = self.root().host() {
            // A refused attribute leaves the look as it is.
            let _ = host.set_attribute(name, value);
        }
    }

    fn root(self) -> Root {
        self.root.get_value()
    }
}
