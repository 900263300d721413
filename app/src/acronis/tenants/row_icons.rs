//! What stands before a tenant's name in the tree: the arrow that opens the row, and the icon of its kind. One
//! drawing, since two would cost as much again.

use tenantry_core::acronis::TenantKind;
use tenantry_core::acronis::tenancy::Expander;
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::kind::{kind_icon, kind_word};
use crate::mount::platform::svg;
use crate::ui::IconName;

/// The class of the drawing.
const CLASS: &str = "tn-row__icons";

/// The part of the drawing that opens the row, from its left edge.
const EXPANDER_PX: f64 = 22.0;

/// The drawing's size, and where each half stands in it.
const VIEW_BOX: &str = "0 0 40 16";
const EXPANDER_AT: &str = "translate(2 0)";
const KIND_AT: &str = "translate(24 0)";

/// The two icons of a row.
pub struct RowIcons {
    icons: Element,
    expander: Element,
    kind: Element,
}

impl RowIcons {
    /// Makes the drawing, with nothing in it.
    pub fn make() -> Result<RowIcons, JsValue> {
        let icons = svg("svg")?;
        icons.set_attribute("class", &["tn-icon ", CLASS].concat())?;
        icons.set_attribute("viewBox", VIEW_BOX)?;
        icons.set_attribute("role", "img")?;
        let (expander, kind) = (svg("path")?, svg("path")?);
        expander.set_attribute("class", "tn-row__expander")?;
        expander.set_attribute("transform", EXPANDER_AT)?;
        kind.set_attribute("transform", KIND_AT)?;
        icons.append_child(&expander)?;
        icons.append_child(&kind)?;
        Ok(RowIcons { icons, expander, kind })
    }

    /// The drawing's element.
    pub fn element(&self) -> &Element {
        &self.icons
    }

    /// Draws the arrow. That the row is open is said by the row itself.
    pub fn show_expander(&self, expander: Expander) -> Result<(), JsValue> {
        let path = match expander {
            Expander::None => "",
            Expander::Open => IconName::ChevronDown.path(),
            Expander::Closed | Expander::Unknown => IconName::Chevron.path(),
        };
        self.expander.set_attribute("d", path)
    }

    /// Draws the kind, and names it.
    pub fn show_kind(&self, kind: Option<&TenantKind>) -> Result<(), JsValue> {
        self.kind.set_attribute("d", kind_icon(kind).path())?;
        self.icons.set_attribute("aria-label", &kind_word(kind))
    }
}

/// Whether a click at this place in the window is on the arrow of a row.
pub fn is_on_expander(row: &Element, client_x: i32) -> bool {
    let Ok(Some(icons)) = row.query_selector(&[".", CLASS].concat()) else { return false };
    let from = icons.get_bounding_client_rect().left();
    (from..from + EXPANDER_PX).contains(&f64::from(client_x))
}
