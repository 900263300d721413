//! The root node that a screen's elements stand under: the document, or a shadow root.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, ShadowRoot};

/// A root node. Ids and focus are a shadow root's own: the document does not see into it.
#[derive(Clone)]
pub enum Root {
    /// The page itself.
    Document,
    /// A shadow root in a page.
    Shadow(ShadowRoot),
}

impl Root {
    /// The element with this id.
    pub fn by_id(&self, id: &str) -> Option<HtmlElement> {
        let element = match self {
            Root::Document => document().get_element_by_id(id),
            Root::Shadow(root) => root.get_element_by_id(id),
        };
        element?.dyn_into().ok()
    }

    /// The first element that a selector describes.
    pub fn query(&self, selector: &str) -> Option<HtmlElement> {
        let element = match self {
            Root::Document => document().query_selector(selector),
            Root::Shadow(root) => root.query_selector(selector),
        };
        element.ok()??.dyn_into().ok()
    }

    /// The element that has the keyboard.
    pub fn active_element(&self) -> Option<Element> {
        match self {
            Root::Document => document().active_element(),
            Root::Shadow(root) => root.active_element(),
        }
    }

    /// Whether the keyboard is nowhere, on what goes with a click, or on the heading that it was given for want of
    /// something nearer.
    pub fn is_idle(&self) -> bool {
        self.is_nowhere()
            || self.active_element().is_some_and(|active| matches!(active.tag_name().as_str(), "A" | "H1"))
    }

    /// Whether the keyboard is nowhere. Never while it is outside of a shadow root: the rest of the page is somebody
    /// else's.
    pub fn is_nowhere(&self) -> bool {
        let active = match self {
            Root::Shadow(root) if root.active_element().is_some() => return false,
            _ => document().active_element(),
        };
        active.is_none_or(|active| active.tag_name() == "BODY")
    }

    /// Where events of the screen can be listened for.
    pub fn events(&self) -> EventTarget {
        match self {
            Root::Document => document().into(),
            Root::Shadow(root) => root.clone().into(),
        }
    }

    /// The element whose custom properties the screen inherits.
    pub fn host(&self) -> Option<HtmlElement> {
        let host = match self {
            Root::Document => document().document_element(),
            Root::Shadow(root) => Some(root.host()),
        };
        host?.dyn_into().ok()
    }
}
