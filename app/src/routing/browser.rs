//! The browser's address as a signal. Over the hash by default, which asks nothing of the host; over the path
//! where the page has a `<base>`, which `cargo xtask build --base` writes.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::paths::Place;

/// Reads and moves the browser's address.
#[derive(Clone, Copy)]
pub struct Router {
    place: RwSignal<Place>,
    /// The path of `<base>`, without its last slash; `None` over the hash.
    base: StoredValue<Option<String>>,
    /// Asked before the browser's own buttons lead away from here; it has left when it says yes.
    held: StoredValue<Option<Callback<(), bool>>>,
}

impl Router {
    /// Starts to follow the browser's address.
    pub fn start() -> Router {
        let base = base_path();
        let (place, held) = (RwSignal::new(read(base.as_deref())), StoredValue::new(None));
        let router = Router { place, base: StoredValue::new(base), held };
        window_event_listener(leptos::ev::popstate, move |_| router.catch_up());
        window_event_listener(leptos::ev::hashchange, move |_| router.catch_up());
        router
    }

    /// The browser has gone somewhere by itself. Where somebody is not ready to leave, it comes back.
    fn catch_up(self) {
        let now = self.base.with_value(|base| read(base.as_deref()));
        let here = self.place.get_untracked();
        let may = now == here || self.held.get_value().is_none_or(|may| may.run(()));
        match may {
            true => self.place.set(now),
            false => self.write(&here, false),
        }
    }

    /// Has the browser's own buttons ask first, or no longer.
    pub fn hold(self, leave: Option<Callback<(), bool>>) {
        self.held.set_value(leave);
    }

    /// Where the browser is.
    pub fn place(self) -> Signal<Place> {
        self.place.into()
    }

    /// The address of a place, for a link.
    pub fn href(self, place: &Place) -> String {
        let path = place.write();
        self.base.with_value(|base| match base {
            Some(base) => [base, path.as_str()].concat(),
            None => ["#", &path].concat(),
        })
    }

    /// Goes to a place; going back comes back here.
    pub fn go(self, place: Place) {
        self.change(place, false);
    }

    /// Changes the address in place: going back leads past it.
    pub fn replace(self, place: Place) {
        self.change(place, true);
    }

    fn change(self, place: Place, replace: bool) {
        if self.place.with_untracked(|now| *now == place) {
            return;
        }
        self.write(&place, replace);
        self.place.set(place);
    }

    fn write(self, place: &Place, replace: bool) {
        let url = self.href(place);
        if let Ok(history) = window().history() {
            // A browser that refuses (too many changes in a short time) keeps the old address; the screen goes on.
            let _ = match replace {
                true => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
                false => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
            };
        }
    }

    /// For a click on a link of the console's own: `true` where the router took it.
    pub fn follow(self, href: &str) -> bool {
        let path = self.base.with_value(|base| match base {
            Some(base) => {
                href.strip_prefix(base.as_str()).filter(|rest| rest.starts_with('/')).map(str::to_owned)
            }
            None => href.strip_prefix('#').map(str::to_owned),
        });
        if let Some(path) = &path {
            self.go(Place::read(path));
        }
        path.is_some()
    }
}

fn base_path() -> Option<String> {
    let base = document().query_selector("base[href]").ok().flatten()?;
    let href = base.get_attribute("href")?;
    Some(href.trim_end_matches('/').to_owned())
}

fn read(base: Option<&str>) -> Place {
    let location = window().location();
    match base {
        Some(base) => {
            let path = location.pathname().unwrap_or_default();
            let query = location.search().unwrap_or_default();
            let path = path.strip_prefix(base).unwrap_or(&path);
            Place::read(&[path, &query].concat())
        }
        None => Place::read(location.hash().unwrap_or_default().trim_start_matches('#')),
    }
}
