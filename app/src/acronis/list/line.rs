//! One row of the list, in words.

use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::{Facts, Node, Tree};
use tenantry_core::acronis::{ContactType, ContactTypes};
use tenantry_core::date::Moment;

use super::columns::Column;
use crate::acronis::settings::Standing;
use crate::i18n::{t, tf, word};
use crate::ui::format;

/// A row as it is drawn. Equal lines look the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// Its place in the whole list, from 0.
    pub at: usize,
    /// The tenant.
    pub id: Uuid,
    /// A cell for each column; `None`: not told.
    pub cells: Vec<Option<Cell>>,
    /// What the setting that is shown is on it.
    pub setting: Option<Standing>,
}

/// What stands in a cell, and what the hover says where there is more to say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// As it is shown.
    pub text: String,
    /// The whole of it.
    pub whole: String,
}

/// The row of a tenant in the list of everything below `top`.
pub fn line(tree: &Tree, top: Uuid, at: usize, node: Node, columns: &[Column]) -> Line {
    let facts = tree.facts(node);
    Line {
        at,
        id: facts.id,
        cells: columns.iter().map(|column| shown(tree, top, node, &facts, *column)).collect(),
        setting: None,
    }
}

/// A cell on screen.
fn shown(tree: &Tree, top: Uuid, node: Node, facts: &Facts<'_>, column: Column) -> Option<Cell> {
    let date = |seconds: u32| {
        let at = moment(seconds);
        Cell { text: format::day(at), whole: format::moment(at) }
    };
    let text = match column {
        Column::Created => return facts.created.map(date),
        Column::Updated => return facts.updated.map(date),
        // What all rows have in common tells nothing.
        Column::Path => {
            let names = path(tree, node);
            let below_top = tree.find(top).map_or(0, |top| tree.path(top).len());
            let text = names.get(below_top..).unwrap_or_default().join(SEPARATOR);
            return Some(Cell { text, whole: names.join(SEPARATOR) });
        }
        Column::Name if facts.name.trim().is_empty() => Some(t("tenant.nameless").to_owned()),
        Column::Kind => facts.kind.map(|said| word("kind", said)),
        Column::State => facts.enabled.map(|on| t(state(on)).to_owned()),
        Column::CustomerType => facts.customer_type.map(|said| word("customer_type", said)),
        Column::Mfa => facts.mfa.map(|said| word("mfa", said)),
        Column::Pricing => facts.pricing.map(|said| word("pricing_mode", said)),
        Column::Gaps => facts.contacts.map(gaps),
        Column::Contact(one) if facts.contacts.is_some_and(|types| !types.has(one)) => {
            Some(t("tenants.nobody").to_owned())
        }
        Column::Name | Column::Id | Column::Contact(_) => written(tree, node, facts, column),
    };
    text.map(|text| Cell { whole: text.clone(), text })
}

/// A cell in a file: the vendor's own words.
pub fn written(tree: &Tree, node: Node, facts: &Facts<'_>, column: Column) -> Option<String> {
    let own = |said: &str| said.to_owned();
    match column {
        Column::Name => Some(own(facts.name)),
        Column::Path => Some(path(tree, node).join(SEPARATOR)),
        Column::Kind => facts.kind.map(own),
        Column::State => facts.enabled.map(|on| own(if on { "enabled" } else { "disabled" })),
        Column::CustomerType => facts.customer_type.map(own),
        Column::Mfa => facts.mfa.map(own),
        Column::Pricing => facts.pricing.map(own),
        Column::Gaps => {
            facts.contacts.map(|types| types.gaps().map(|one| one.word()).collect::<Vec<_>>().join(" "))
        }
        Column::Contact(one) => facts.contacts.map(|_| people(tree, node, one)),
        Column::Created => facts.created.map(iso),
        Column::Updated => facts.updated.map(iso),
        Column::Id => Some(facts.id.to_string()),
    }
}

/// Between the names of a path.
pub const SEPARATOR: &str = " / ";

/// The names above a tenant.
pub fn path(tree: &Tree, node: Node) -> Vec<&str> {
    let path = tree.path(node);
    let above = path.split_last().map_or(&[][..], |(_, above)| above);
    above.iter().map(|node| tree.name(*node)).collect()
}

/// Whom to call.
fn people(tree: &Tree, node: Node, what_for: ContactType) -> String {
    let contacts = tree.contacts(node).iter().filter(|contact| contact.types.has(what_for));
    contacts.map(|contact| contact.words()).collect::<Vec<_>>().join("; ")
}

fn state(enabled: bool) -> &'static str {
    if enabled { "state.enabled" } else { "state.disabled" }
}

fn gaps(types: ContactTypes) -> String {
    let missing: Vec<String> = types.gaps().map(|one| word("contact_type", one.word())).collect();
    match missing.as_slice() {
        [] => t("tenants.no_gap").to_owned(),
        missing => tf("tenants.without", &[("types", &missing.join(", "))]),
    }
}

/// A point in time as it is written on screen.
pub fn moment(seconds: u32) -> Moment {
    Moment { epoch_ms: i64::from(seconds) * 1000, zone_assumed: false }
}

/// A point in time as a file has it.
pub fn iso(seconds: u32) -> String {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(f64::from(seconds) * 1000.0));
    date.to_iso_string().into()
}
