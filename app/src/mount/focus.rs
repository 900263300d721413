//! Moving the keyboard's focus to where the work goes.

use leptos::prelude::*;

use super::Mount;

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
}
