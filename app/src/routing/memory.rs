//! A URL that is kept in memory: for a screen that stands in a page with an address of its own.

use std::cell::RefCell;

use super::navigator::Navigator;

/// A URL in memory.
pub struct MemoryNavigator(RefCell<String>);

impl MemoryNavigator {
    /// Begins at a URL.
    pub fn at(url: &str) -> MemoryNavigator {
        MemoryNavigator(RefCell::new(url.to_owned()))
    }
}

impl Navigator for MemoryNavigator {
    fn url(&self) -> String {
        self.0.borrow().clone()
    }

    fn href(&self, url: &str) -> String {
        ["#", url].concat()
    }

    fn url_of(&self, href: &str) -> Option<String> {
        href.strip_prefix('#').map(str::to_owned)
    }

    fn push(&self, url: &str) {
        self.0.replace(url.to_owned());
    }

    fn replace(&self, url: &str) {
        self.push(url);
    }

    /// Nothing else moves it.
    fn on_move(&self, _: Box<dyn Fn()>) {}
}
