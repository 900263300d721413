//! A tenant's name in the tree, with what the filter found in it.

use tenantry_core::acronis::tenancy::RowView;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use crate::i18n::t;
use crate::mount::platform::html;
use crate::ui::text::visible;

/// The elements of a name: a text, and more only where something was found.
pub struct RowName {
    whole: HtmlElement,
    found: HtmlElement,
}

impl RowName {
    /// Makes an empty name.
    pub fn make() -> Result<RowName, JsValue> {
        let whole = html("bdi", "tn-row__name")?;
        whole.set_attribute("translate", "no")?;
        Ok(RowName { whole, found: html("mark", "")? })
    }

    /// The element of the whole name.
    pub fn element(&self) -> &HtmlElement {
        &self.whole
    }

    /// Shows the name. All that was in the element goes: a translator may have put nodes of its own there.
    pub fn show(&self, row: &RowView) -> Result<(), JsValue> {
        let [before, found, after] = parts(row);
        self.whole.set_title(&visible(&row.name));
        self.whole.set_text_content(Some(&visible(before)));
        if found.is_empty() {
            return Ok(());
        }
        self.found.set_text_content(Some(&visible(found)));
        self.whole.append_child(&self.found)?;
        self.whole.append_with_str_1(&visible(after))
    }
}

/// The name in three parts around what the filter found. A name of nothing is said to be one.
fn parts(row: &RowView) -> [&str; 3] {
    if row.name.trim().is_empty() {
        return [t("tenant.nameless"), "", ""];
    }
    let found = row.found.clone().unwrap_or(row.name.len()..row.name.len());
    let part = |range: std::ops::Range<usize>| row.name.get(range).unwrap_or_default();
    [part(0..found.start), part(found.clone()), part(found.end..row.name.len())]
}
