//! One drawn row. Its elements are made once and filled anew as the list scrolls under them: by hand, because
//! sixty rows of a dozen reactive attributes each would cost every frame of a scroll, and 20 KB of program.

use tenantry_core::acronis::tenancy::{Expander, Node, RowView};
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use super::kind::{kind_icon, kind_word};
use crate::i18n::t;
use crate::mount::platform::{html, svg};
use crate::ui::text::visible;
use crate::ui::{IconName, Tone};

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

/// The elements of a row.
pub struct RowElements {
    row: HtmlElement,
    cell: HtmlElement,
    kind: Element,
    kind_path: Element,
    name: [Element; 3],
    whole_name: Element,
    badge: HtmlElement,
    prefix: String,
    shown: Option<Filled>,
}

/// The element id of a tenant's row, for `aria-activedescendant`.
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
        let expander = html("span", "tn-row__expander")?;
        let (chevron, _) = icon(IconName::Chevron)?;
        chevron.set_attribute("aria-hidden", "true")?;
        expander.append_child(&chevron)?;
        let (kind, kind_path) = icon(IconName::OtherKind)?;
        kind.set_attribute("role", "img")?;
        let whole_name = html("bdi", "tn-row__name")?;
        let name = [html("span", "")?.into(), html("mark", "")?.into(), html("span", "")?.into()];
        for part in &name {
            let part: &Element = part;
            whole_name.append_child(part)?;
        }
        let badge = html("span", "tn-badge")?;
        for part in [expander.as_ref(), &kind, whole_name.as_ref(), badge.as_ref()] {
            let part: &Element = part;
            cell.append_child(part)?;
        }
        row.append_child(&cell)?;
        Ok(RowElements {
            row,
            cell,
            kind,
            kind_path,
            name,
            whole_name: whole_name.into(),
            badge,
            prefix: prefix.to_owned(),
            shown: None,
        })
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
        if let Some(row) = row {
            self.fill(at, row)?;
            self.mark(row, marks)?;
        }
        self.shown = row.map(|row| (at, row.clone(), marks));
        Ok(())
    }

    fn fill(&self, at: usize, row: &RowView) -> Result<(), JsValue> {
        self.row.set_id(&[&self.prefix, row_id(row.node).as_str()].concat());
        for (name, value) in [
            ("aria-rowindex", at + 1),
            ("aria-level", row.level as usize),
            ("aria-setsize", row.set_size as usize),
            ("aria-posinset", row.position as usize),
        ] {
            self.row.set_attribute(name, &value.to_string())?;
        }
        match row.expander {
            Expander::None => self.row.remove_attribute("aria-expanded")?,
            Expander::Open => self.row.set_attribute("aria-expanded", "true")?,
            Expander::Closed | Expander::Unknown => self.row.set_attribute("aria-expanded", "false")?,
        }
        // Straight, not through a custom property: that would have every element below styled anew.
        let indent = FIRST_INDENT_PX + (row.level - 1).min(DEEPEST_INDENT) * INDENT_PX;
        self.cell.style().set_property("padding-inline-start", &format!("{indent}px"))?;
        self.kind_path.set_attribute("d", kind_icon(row.kind.as_ref()).path())?;
        self.kind.set_attribute("aria-label", &kind_word(row.kind.as_ref()))?;
        self.whole_name.set_attribute("title", &visible(&row.name))?;
        for (element, text) in self.name.iter().zip(name_parts(row)) {
            element.set_text_content(Some(&visible(text)));
        }
        let state = state(row);
        self.badge.set_hidden(state.is_none());
        if let Some((word, tone)) = state {
            self.badge.set_class_name(tone.class());
            self.badge.set_text_content(Some(word));
        }
        Ok(())
    }

    fn mark(&self, row: &RowView, marks: Marks) -> Result<(), JsValue> {
        let classes = [
            (true, "tn-row"),
            (marks.chosen, " tn-row--chosen"),
            (marks.active, " tn-row--active"),
            (marks.busy, " tn-row--busy"),
            (row.expander == Expander::Open, " tn-row--open"),
            (row.expander == Expander::None, " tn-row--leaf"),
            (row.expander == Expander::Unknown, " tn-row--unknown"),
        ];
        let class: String = classes.into_iter().filter_map(|(on, name)| on.then_some(name)).collect();
        self.row.set_class_name(&class);
        self.row.set_attribute("aria-selected", if marks.chosen { "true" } else { "false" })?;
        self.row.set_attribute("aria-busy", if marks.busy { "true" } else { "false" })
    }
}

/// An icon as `<Icon>` draws it, and its path.
fn icon(name: IconName) -> Result<(Element, Element), JsValue> {
    let icon = svg("svg")?;
    icon.set_attribute("class", "tn-icon")?;
    icon.set_attribute("viewBox", "0 0 16 16")?;
    let path = svg("path")?;
    path.set_attribute("d", name.path())?;
    icon.append_child(&path)?;
    Ok((icon, path))
}

/// The name in three parts around what the filter found. A name of nothing is said to be one.
fn name_parts(row: &RowView) -> [&str; 3] {
    if row.name.trim().is_empty() {
        return [t("tenant.nameless"), "", ""];
    }
    let found = row.found.clone().unwrap_or(row.name.len()..row.name.len());
    let part = |range: std::ops::Range<usize>| row.name.get(range).unwrap_or_default();
    [part(0..found.start), part(found.clone()), part(found.end..row.name.len())]
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
