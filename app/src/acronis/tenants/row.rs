//! One drawn row. Its elements are made once and filled anew as the list scrolls under them: by hand, because
//! sixty rows of a dozen reactive attributes each would cost every frame of a scroll, and 20 KB of program.

use tenantry_core::acronis::tenancy::{Expander, Node, RowView};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::row_icons::RowIcons;
use super::row_name::RowName;
use crate::i18n::t;
use crate::mount::platform::html;
use crate::ui::Tone;

/// Indentation of the first level, and of each further one.
const FIRST_INDENT_PX: u32 = 8;
const INDENT_PX: u32 = 18;

/// Rows deeper than this stand no further in: the name must have room.
const DEEPEST_INDENT: u32 = 24;

/// What a row shows beside the tenant's own data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The keyboard is on it.
    pub active: bool,
    /// It is the chosen tenant.
    pub chosen: bool,
    /// Its children are being read.
    pub busy: bool,
}

/// A row as it was filled last, so that only what differs is touched.
type Filled = (usize, RowView, Marks);

/// The elements of a row. As few as it can do with: the browser styles and lays them all out at each keystroke in
/// the filter.
pub struct RowElements {
    row: HtmlElement,
    cell: HtmlElement,
    icons: RowIcons,
    name: RowName,
    badge: Option<HtmlElement>,
    prefix: String,
    shown: Option<Filled>,
}

/// The element id of the row that the keyboard is on, for `aria-activedescendant`. The other rows have none.
pub fn row_id(node: Node) -> String {
    format!("tn-row-{node}")
}

impl RowElements {
    /// Makes an empty row; `slot` is its place among the drawn rows, `prefix` stands before its id.
    pub fn make(slot: usize, prefix: &str) -> Result<RowElements, JsValue> {
        let row = html("div", "tn-row")?;
        row.set_attribute("role", "row")?;
        row.set_attribute("data-slot", &slot.to_string())?;
        row.set_hidden(true);
        let cell = html("div", "tn-row__cell")?;
        cell.set_attribute("role", "gridcell")?;
        let (icons, name) = (RowIcons::make()?, RowName::make()?);
        cell.append_child(icons.element())?;
        cell.append_child(name.element())?;
        row.append_child(&cell)?;
        Ok(RowElements { row, cell, icons, name, badge: None, prefix: prefix.to_owned(), shown: None })
    }

    /// The row's element.
    pub fn element(&self) -> &HtmlElement {
        &self.row
    }

    /// Fills the row; `at` is its place in the whole list, from 0. With nothing to show it is hidden.
    pub fn show(&mut self, at: usize, row: Option<&RowView>, marks: Marks) -> Result<(), JsValue> {
        let same = match (&self.shown, row) {
            (None, None) => true,
            (Some((was_at, was, was_marks)), Some(row)) => (*was_at, *was_marks) == (at, marks) && was == row,
            _ => false,
        };
        if same {
            return Ok(());
        }
        self.row.set_hidden(row.is_none());
        match row {
            Some(row) => {
                self.fill(at, row)?;
                self.mark(row, marks)?;
            }
            // Another row may have the id from now on.
            None => self.row.remove_attribute("id")?,
        }
        self.shown = row.map(|row| (at, row.clone(), marks));
        Ok(())
    }

    fn fill(&mut self, at: usize, row: &RowView) -> Result<(), JsValue> {
        let was = self.shown.as_ref().map(|(at, row, _)| (*at, row));
        // What a row keeps is not touched: the browser would style and lay it out anew.
        let differs = |same: fn(&RowView, &RowView) -> bool| was.is_none_or(|(_, was)| !same(was, row));
        let places = |at: usize, row: &RowView| {
            [at + 1, row.level as usize, row.set_size as usize, row.position as usize]
        };
        let before = was.map_or([0; 4], |(at, row)| places(at, row));
        let names = ["aria-rowindex", "aria-level", "aria-setsize", "aria-posinset"];
        for ((name, now), before) in names.into_iter().zip(places(at, row)).zip(before) {
            if now != before {
                self.row.set_attribute(name, &now.to_string())?;
            }
        }
        if differs(|was, now| was.expander == now.expander) {
            match row.expander {
                Expander::None => self.row.remove_attribute("aria-expanded")?,
                Expander::Open => self.row.set_attribute("aria-expanded", "true")?,
                Expander::Closed | Expander::Unknown => self.row.set_attribute("aria-expanded", "false")?,
            }
            self.icons.show_expander(row.expander)?;
        }
        if differs(|was, now| was.level == now.level) {
            // Straight, not through a custom property: that would have every element below styled anew.
            let indent = FIRST_INDENT_PX + (row.level - 1).min(DEEPEST_INDENT) * INDENT_PX;
            self.cell.style().set_property("padding-inline-start", &format!("{indent}px"))?;
        }
        if differs(|was, now| was.kind == now.kind) {
            self.icons.show_kind(row.kind.as_ref())?;
        }
        if differs(|was, now| was.name == now.name && was.found == now.found) {
            self.name.show(row)?;
        }
        let now = state(row);
        if was.is_none_or(|(_, was)| state(was) != now) {
            self.show_badge(now)?;
        }
        Ok(())
    }

    /// Most rows have no badge, and no element for one.
    fn show_badge(&mut self, state: Option<(&str, Tone)>) -> Result<(), JsValue> {
        let Some((word, tone)) = state else {
            if let Some(badge) = self.badge.take() {
                badge.remove();
            }
            return Ok(());
        };
        let badge = match self.badge.take() {
            Some(badge) => badge,
            None => html("span", "")?,
        };
        badge.set_class_name(tone.class());
        badge.set_text_content(Some(word));
        self.cell.append_child(&badge)?;
        self.badge = Some(badge);
        Ok(())
    }

    fn mark(&self, row: &RowView, marks: Marks) -> Result<(), JsValue> {
        let is_unknown = row.expander == Expander::Unknown;
        let was = self.shown.as_ref();
        if was.is_some_and(|(_, was, had)| {
            *had == marks
                && (was.expander == Expander::Unknown) == is_unknown
                && (!marks.active || was.node == row.node)
        }) {
            return Ok(());
        }
        let classes = [
            (true, "tn-row"),
            (marks.chosen, " tn-row--chosen"),
            (marks.active, " tn-row--active"),
            (marks.busy, " tn-row--busy"),
            (is_unknown, " tn-row--unknown"),
        ];
        let class: String = classes.into_iter().filter_map(|(on, name)| on.then_some(name)).collect();
        self.row.set_class_name(&class);
        if marks.active {
            self.row.set_id(&[&self.prefix, row_id(row.node).as_str()].concat());
        } else {
            self.row.remove_attribute("id")?;
        }
        self.row.set_attribute("aria-selected", if marks.chosen { "true" } else { "false" })?;
        self.row.set_attribute("aria-busy", if marks.busy { "true" } else { "false" })
    }
}

/// The one state that matters most; the header shows them all.
fn state(row: &RowView) -> Option<(&'static str, Tone)> {
    let badges = row.badges;
    [
        (badges.looped, "state.looped", Tone::Bad),
        (badges.forbidden, "state.forbidden", Tone::Warn),
        (badges.disabled, "state.disabled", Tone::Bad),
        (badges.locked, "state.locked", Tone::Warn),
        (badges.trial, "state.trial", Tone::Plain),
    ]
    .into_iter()
    .find_map(|(on, word, tone)| on.then(|| (t(word), tone)))
}
