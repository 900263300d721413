//! The keys of the tree, as WAI-ARIA describes them for a treegrid whose rows take the focus.

use leptos::prelude::*;
use tenantry_core::acronis::tenancy::{Expander, Node, Tree, View};
use web_sys::KeyboardEvent;

use crate::mount::events::key;

/// What a key means here and now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The keyboard goes to this row.
    To(Node),
    /// Opens or closes.
    Toggle(Node),
    /// Opens all siblings.
    OpenSiblings(Node),
    /// Chooses, as a click does.
    Choose(Node),
    /// The key belongs to the tree, but leads nowhere from here.
    Nowhere,
}

/// What has been typed ahead.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    text: String,
    at_ms: f64,
}

/// A pause this long begins a new word.
const PAUSE_MS: f64 = 700.0;

/// Reads a key press; `None` where the key is not the tree's.
pub fn read(
    event: &KeyboardEvent,
    tree: &Tree,
    view: &View,
    active: Option<Node>,
    page: usize,
    typed: StoredValue<Typed>,
) -> Option<Move> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || view.is_empty() {
        return None;
    }
    let key = key(event)?;
    // Moving on ends the word that was being typed.
    if key.chars().count() > 1 {
        typed.set_value(Typed::default());
    }
    let here = active.and_then(|node| view.row_of(node));
    let (row, last) = (here.unwrap_or(0), view.len() - 1);
    let to = |row: usize| view.node_at(row).map(Move::To);
    let on_row = |change: fn(Node) -> Move| view.node_at(row).map(change);
    match key.as_str() {
        // The first key brings the keyboard into the tree.
        "ArrowDown" => to(here.map_or(0, |row| (row + 1).min(last))),
        "ArrowUp" => to(row.saturating_sub(1)),
        "Home" => to(0),
        "End" => to(last),
        "PageDown" => to((row + page).min(last)),
        "PageUp" => to(row.saturating_sub(page)),
        "ArrowRight" => Some(right(tree, view, row)),
        "ArrowLeft" => Some(left(tree, view, row)),
        "*" => on_row(Move::OpenSiblings),
        "Enter" => on_row(Move::Choose),
        " " if typed.with_value(|typed| !typed.goes_on()) => on_row(Move::Choose),
        // These open the search, the filter and the help, and belong to the whole page.
        "/" | "?" => None,
        letter if letter.chars().count() == 1 => Some(type_ahead(tree, view, row, letter, typed)),
        _ => None,
    }
}

fn right(tree: &Tree, view: &View, row: usize) -> Move {
    match (view.node_at(row), expander(tree, view, row)) {
        (Some(node), Some(Expander::Closed | Expander::Unknown)) => Move::Toggle(node),
        (_, Some(Expander::Open)) => view.node_at(row + 1).map_or(Move::Nowhere, Move::To),
        _ => Move::Nowhere,
    }
}

fn left(tree: &Tree, view: &View, row: usize) -> Move {
    match (view.node_at(row), expander(tree, view, row)) {
        (Some(node), Some(Expander::Open)) => Move::Toggle(node),
        _ => view.parent_row(row).and_then(|row| view.node_at(row)).map_or(Move::Nowhere, Move::To),
    }
}

fn expander(tree: &Tree, view: &View, row: usize) -> Option<Expander> {
    view.window(tree, row..row + 1).first().map(|row| row.expander)
}

fn type_ahead(tree: &Tree, view: &View, row: usize, letter: &str, typed: StoredValue<Typed>) -> Move {
    let mut going = typed.get_value();
    if !going.goes_on() {
        going.text.clear();
    }
    going.text.push_str(letter);
    going.at_ms = js_sys::Date::now();
    // The same letter again goes to the next name with it; a longer word may stay where it is.
    let from = if going.text.chars().count() == 1 { row + 1 } else { row };
    let found = view.type_ahead(tree, from, &going.text);
    typed.set_value(going);
    found.and_then(|row| view.node_at(row)).map_or(Move::Nowhere, Move::To)
}

impl Typed {
    fn goes_on(&self) -> bool {
        !self.text.is_empty() && js_sys::Date::now() - self.at_ms < PAUSE_MS
    }
}
