//! Moving the keyboard's focus to where the work goes.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::Mount;

/// The heading of what a screen shows.
pub const TITLE: &str = "tn-title";

/// The heading of a panel beside it.
pub const PANEL_TITLE: &str = "tn-detail-title";

/// How often a heading that is still being loaded is looked for, and for how long.
const LOOK_MS: u64 = 100;
const LOOKS: u32 = 100;

/// A field that is said to be wrong.
const WRONG: &str = "[aria-invalid='true']";

/// What somebody types in or chooses from; of several radio buttons the one that is on.
const FIELD: &str = ":is(select, textarea, input:not([type='radio']:not(:checked)))";

impl Mount {
    /// Focuses an element by its id, if it is there.
    pub fn focus(self, id: &str) {
        if let Some(element) = self.by_id(id) {
            // An element that cannot take the focus leaves it where it is.
            let _ = element.focus();
        }
    }

    /// The same in the next frame, for what is being drawn.
    pub fn focus_next(self, id: &'static str) {
        request_animation_frame(move || self.focus(id));
    }

    /// The id of the element that has the keyboard; empty where it has none.
    pub fn active_id(self) -> String {
        let id = self.root().active_element().map(|active| active.id()).unwrap_or_default();
        self.name_of(&id)
    }

    /// As [`Mount::focus_if_idle`], and what begins with the element is scrolled into sight.
    pub fn focus_and_reveal(self, id: &'static str) {
        self.focus_if_idle(id);
        request_animation_frame(move || {
            let active = self.root().active_element();
            let active = active.filter(|active| active.id() == self.id(id));
            active.into_iter().for_each(|active| active.scroll_into_view());
        });
    }

    /// Focuses an element in the next frame, unless somebody is at work: in a field, in the tree, in a dialog.
    /// For views that come or go with a link, which take the focus with them.
    pub fn focus_if_idle(self, id: impl Into<String>) {
        let id = id.into();
        request_animation_frame(move || {
            if !id.is_empty() && self.root().is_idle() {
                self.focus(&id);
            }
        });
    }

    /// Begins a dialog: on the element that it names, else on its first field, or, where it takes something away, on
    /// the button that changes nothing.
    pub fn begin(self, dialog: &Element, first: Option<&str>, is_dangerous: bool) {
        let named = first.map(|first| ["#", &self.id(first)].concat());
        let fields = [named.as_deref(), Some(FIELD)].into_iter().flatten().filter(|_| !is_dangerous);
        let buttons = [".tn-edit__buttons button", "button"];
        fields.chain(buttons).any(|selector| self.focus_first(dialog, selector));
    }

    /// Focuses the first field that is said to be wrong, once that is drawn.
    pub fn focus_wrong(self) {
        request_animation_frame(move || {
            let root = self.root();
            let wrong = root.query(&["dialog[open] ", WRONG].concat()).or_else(|| root.query(WRONG));
            wrong.into_iter().for_each(|wrong| drop(wrong.focus()));
        });
    }

    /// The same within an element.
    pub fn focus_wrong_in(self, within: Option<Element>) {
        request_animation_frame(move || {
            let _ = within.is_some_and(|within| self.focus_first(&within, WRONG));
        });
    }

    /// Gives the keyboard back to an element, or to the heading nearest to where that was. In the next frame, and only
    /// where the keyboard is nowhere.
    pub fn give_back(self, id: impl Into<String>) {
        let id = id.into();
        request_animation_frame(move || {
            for one in [id.as_str(), PANEL_TITLE, TITLE] {
                if !one.is_empty() && self.root().is_nowhere() {
                    self.focus(one);
                }
            }
        });
    }

    /// Draws something anew. What had the keyboard has it again, or what is nearest where it is no longer there.
    pub fn keep_focus(self, draw: impl FnOnce()) {
        let (active, was_nowhere) = (self.active_id(), self.root().is_nowhere());
        draw();
        self.focus_if_idle(active.as_str());
        if !was_nowhere {
            self.give_back(active);
        }
    }

    /// Focuses the screen's heading where the keyboard is nowhere, as soon as there is one.
    pub fn focus_title(self) {
        self.look_for_title(LOOKS);
    }

    fn look_for_title(self, looks: u32) {
        let look = move || match self.by_id(TITLE) {
            _ if !self.root().is_nowhere() => {}
            None if looks > 0 => self.look_for_title(looks - 1),
            _ => self.focus(TITLE),
        };
        set_timeout(look, Duration::from_millis(LOOK_MS));
    }

    /// The id of the link in the next row of a table, or in the one before, as seen from an element in a row.
    pub fn neighbour(self, id: &str) -> Option<String> {
        let row = self.by_id(id)?.closest("tr").ok()??;
        let row = row.next_element_sibling().or_else(|| row.previous_element_sibling())?;
        Some(self.name_of(&row.query_selector("a[id]").ok()??.id()))
    }

    /// Focuses the first element of a kind; whether it has taken it.
    fn focus_first(self, within: &Element, selector: &str) -> bool {
        let can = [selector, ":not(:disabled, [hidden] *)"].concat();
        let found =
            within.query_selector(&can).ok().flatten().and_then(|one| one.dyn_into::<HtmlElement>().ok());
        found.is_some_and(|one| {
            one.focus().is_ok() && self.root().active_element().as_ref() == Some(one.as_ref())
        })
    }
}
