//! What the four lists have in common: reading, filter, sorting, ticks, files, and the panel beside them.

mod frame;
mod head;
mod table;

use leptos::prelude::*;
use tenantry_core::ionos::User;
use tenantry_core::ionos::collection::Collection;
use tenantry_core::ionos::users::All;

pub use self::frame::{List, Selection};
use super::context::PageContext;
use crate::routing::Section;

/// A row of a list.
pub trait Row: Clone + PartialEq + Send + Sync + 'static {
    /// The list that it stands in.
    const SECTION: Section;

    /// Its id.
    fn id(&self) -> &str;

    /// What the address says of it.
    fn item(&self) -> String {
        self.id().to_owned()
    }

    /// What is told of it. The first column names it.
    fn columns() -> Vec<Column<Self>>;
}

/// A column of a list.
pub struct Column<R> {
    /// What stands above it.
    pub label: &'static str,
    /// The cell as text: it is sorted and filtered by it, and files hold it.
    pub text: fn(&R) -> String,
    /// The cell on screen, where that is more than the text.
    pub shown: Option<fn(&R, PageContext) -> AnyView>,
    /// It holds numbers.
    pub is_number: bool,
    /// The panel of a row tells it too: where there is no room beside the panel, it goes.
    pub is_minor: bool,
}

impl<R> Clone for Column<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Column<R> {}

impl<R> Column<R> {
    /// A column of text.
    pub fn text(label: &'static str, text: fn(&R) -> String) -> Column<R> {
        Column { label, text, shown: None, is_number: false, is_minor: false }
    }

    /// A column of numbers.
    pub fn number(label: &'static str, text: fn(&R) -> String) -> Column<R> {
        Column { is_number: true, ..Column::text(label, text) }
    }

    /// What goes first where there is no room.
    pub fn minor(self) -> Column<R> {
        Column { is_minor: true, ..self }
    }

    /// The class of its cells.
    fn class(self) -> &'static str {
        match (self.is_number, self.is_minor) {
            (true, _) => "tn-number",
            (_, true) => "tn-minor",
            _ => "",
        }
    }

    /// A column that is drawn.
    pub fn drawn(
        label: &'static str,
        text: fn(&R) -> String,
        shown: fn(&R, PageContext) -> AnyView,
    ) -> Column<R> {
        Column { shown: Some(shown), ..Column::text(label, text) }
    }
}

/// A list as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed<R> {
    /// The rows that could be read.
    pub rows: Vec<R>,
    /// How many could not.
    pub bad: usize,
    /// There are more than are read.
    pub is_cut: bool,
}

impl<R> From<Collection<R>> for Listed<R> {
    fn from(list: Collection<R>) -> Listed<R> {
        let is_cut = list.has_more();
        Listed { rows: list.items.items, bad: list.items.bad.len(), is_cut }
    }
}

impl From<All> for Listed<User> {
    fn from(all: All) -> Listed<User> {
        Listed { rows: all.users, bad: all.bad_rows, is_cut: all.cut }
    }
}
