//! The URL as a signal, and who has to be asked before the browser's own buttons lead away from it.

use std::rc::Rc;

use leptos::prelude::*;

use super::navigator::Navigator;
use super::place::Place;

/// Reads and moves the URL. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Router {
    place: RwSignal<Place>,
    navigator: StoredValue<Rc<dyn Navigator>, LocalStorage>,
    /// Asked before a move that the screen did not make, the last one first. A guard that says yes has left.
    guards: StoredValue<Vec<(u32, Callback<(), bool>)>>,
    next_guard: StoredValue<u32>,
}

impl Router {
    /// Starts to follow the URL.
    pub fn start(navigator: Rc<dyn Navigator>) -> Router {
        let router = Router {
            place: RwSignal::new(Place::parse(&navigator.url())),
            navigator: StoredValue::new_local(navigator.clone()),
            guards: StoredValue::new(Vec::new()),
            next_guard: StoredValue::new(0),
        };
        navigator.on_move(Box::new(move || router.catch_up()));
        router
    }

    /// Something else has moved the URL. Where somebody is not ready to leave, it moves back.
    fn catch_up(self) {
        let (now, here) = (Place::parse(&self.navigator().url()), self.place.get_untracked());
        let guards = self.guards.get_value();
        if now == here || guards.iter().rev().all(|(_, may)| may.run(())) {
            self.place.set(now);
        } else {
            self.navigator().push(&here.to_url());
        }
    }

    /// Has the browser's own buttons ask first, until [`Router::release`] takes the guard away.
    pub fn guard(self, may_leave: Callback<(), bool>) -> u32 {
        let id = self.next_guard.get_value();
        self.next_guard.set_value(id.wrapping_add(1));
        self.guards.update_value(|guards| guards.push((id, may_leave)));
        id
    }

    /// Asks this guard no longer.
    pub fn release(self, guard: u32) {
        self.guards.try_update_value(|guards| guards.retain(|(id, _)| *id != guard));
    }

    /// Where the screen is.
    pub fn place(self) -> Signal<Place> {
        self.place.into()
    }

    /// Where the screen is; nothing follows it.
    pub fn now(self) -> Place {
        self.place.get_untracked()
    }

    /// The `href` of a link to a place.
    pub fn href(self, place: &Place) -> String {
        self.navigator().href(&place.to_url())
    }

    /// Goes to a place; going back comes back here.
    pub fn go(self, place: Place) {
        if self.moves_to(&place) {
            self.navigator().push(&place.to_url());
            self.place.set(place);
        }
    }

    /// Changes the URL in place: going back leads past it.
    pub fn replace(self, place: Place) {
        if self.moves_to(&place) {
            self.navigator().replace(&place.to_url());
            self.place.set(place);
        }
    }

    /// For a click on a link: `true` where it is one of the console's own, which the router has followed.
    pub fn follow(self, href: &str) -> bool {
        let url = self.navigator().url_of(href);
        if let Some(url) = &url {
            self.go(Place::parse(url));
        }
        url.is_some()
    }

    fn moves_to(self, place: &Place) -> bool {
        self.place.with_untracked(|now| now != place)
    }

    fn navigator(self) -> Rc<dyn Navigator> {
        self.navigator.get_value()
    }
}
