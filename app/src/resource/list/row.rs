//! The rows of a list without their model: an id, and a text for each column.

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::AnyView;
use tenantry_core::fold::fold;

use super::view::Sort;

/// A column of a list. The first one names the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// As the URL has it.
    pub key: String,
    /// What stands above it.
    pub label: String,
    /// It holds numbers.
    pub is_number: bool,
    /// The panel of a row tells it too: where there is no room beside the panel, it goes.
    pub is_minor: bool,
}

impl Column {
    /// A column of text.
    pub fn text(key: &str, label: &str) -> Column {
        Column { key: key.to_owned(), label: label.to_owned(), is_number: false, is_minor: false }
    }

    /// A column of numbers.
    pub fn number(key: &str, label: &str) -> Column {
        Column { is_number: true, ..Column::text(key, label) }
    }

    /// What goes first where there is no room.
    #[must_use]
    pub fn minor(self) -> Column {
        Column { is_minor: true, ..self }
    }

    /// The class of its cells.
    pub fn class(&self) -> &'static str {
        match (self.is_number, self.is_minor) {
            (true, _) => "tn-number",
            (_, true) => "tn-minor",
            _ => "",
        }
    }
}

/// A cell.
#[derive(Clone, Default)]
pub struct Cell {
    /// As text: it is sorted and filtered by it, and files hold it. Empty where nothing was told.
    pub text: String,
    /// On screen, where that is more than the text. It shows nothing that the row's texts do not depend on.
    pub view: Option<CellView>,
}

/// Draws a cell.
pub type CellView = Arc<dyn Fn() -> AnyView + Send + Sync>;

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), view: None }
    }

    /// A text, drawn in another way.
    pub fn drawn(text: impl Into<String>, view: impl Fn() -> AnyView + Send + Sync + 'static) -> Cell {
        Cell { text: text.into(), view: Some(Arc::new(view)) }
    }

    /// A number; nothing where it was not told: that is not 0.
    pub fn count(count: Option<usize>) -> Cell {
        Cell::text(count.map(|count| count.to_string()).unwrap_or_default())
    }
}

impl PartialEq for Cell {
    fn eq(&self, other: &Cell) -> bool {
        self.text == other.text
    }
}

/// A row.
#[derive(Clone, PartialEq)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// What the URL says of it; usually its id.
    pub item: String,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row that the URL names by its id.
    pub fn new(id: &str, cells: Vec<Cell>) -> Row {
        Row { id: id.to_owned(), item: id.to_owned(), cells }
    }

    /// The name: the text of the first cell.
    pub fn name(&self) -> &str {
        self.text(0)
    }

    /// The text of a cell.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.as_str())
    }

    /// Whether a filter, folded, finds it.
    pub fn matches(&self, folded: &str) -> bool {
        let has = |text: &str| fold(text).contains(folded);
        folded.is_empty() || has(&self.id) || self.cells.iter().any(|cell| has(&cell.text))
    }
}

/// A list as it was read.
#[derive(Clone, Default, PartialEq)]
pub struct Listing {
    /// The rows that could be read.
    pub rows: Vec<Row>,
    /// How many could not.
    pub bad: usize,
    /// There are more than are read.
    pub is_cut: bool,
}

impl Listing {
    /// Whether every row of the vendor's list is here.
    pub fn is_complete(&self) -> bool {
        self.bad == 0 && !self.is_cut
    }
}

/// The rows that a filter finds, in an order; the vendor's own where none is asked for.
pub fn shown(listing: &Listing, columns: &[Column], filter: &str, sort: Option<&Sort>) -> Vec<Row> {
    let text = fold(filter.trim());
    let mut rows: Vec<Row> = listing.rows.iter().filter(|row| row.matches(&text)).cloned().collect();
    let by = sort.and_then(|sort| {
        let at = columns.iter().position(|column| column.key == sort.column)?;
        Some((at, columns.get(at)?.is_number, sort.descending))
    });
    let Some((at, is_number, descending)) = by else { return rows };
    if is_number {
        let number = |row: &Row| row.text(at).parse().unwrap_or(f64::NEG_INFINITY);
        rows.sort_by(|one, other| number(one).partial_cmp(&number(other)).unwrap_or(Ordering::Equal));
    } else {
        rows.sort_by_cached_key(|row| fold(row.text(at)));
    }
    if descending {
        rows.reverse();
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing() -> (Listing, Vec<Column>) {
        let row = |id: &str, name: &str, count: &str| Row::new(id, vec![Cell::text(name), Cell::text(count)]);
        let rows = vec![row("1", "Zoë", "9"), row("2", "anna", "10"), row("3", "Bert", "")];
        let columns = vec![Column::text("name", "Name"), Column::number("count", "Members")];
        (Listing { rows, ..Listing::default() }, columns)
    }

    fn ids(filter: &str, sort: Option<(&str, bool)>) -> String {
        let (listing, columns) = listing();
        let sort = sort.map(|(column, descending)| Sort { column: column.to_owned(), descending });
        shown(&listing, &columns, filter, sort.as_ref()).into_iter().map(|row| row.id).collect()
    }

    #[test]
    fn filtered_and_sorted() {
        assert_eq!(ids("", None), "123");
        assert_eq!(ids("ZOE", None), "1");
        assert_eq!(ids("", Some(("name", false))), "231");
        assert_eq!(ids("", Some(("name", true))), "132");
        // Numbers are numbers, and what was not told comes first.
        assert_eq!(ids("", Some(("count", false))), "312");
        assert_eq!(ids("", Some(("color", false))), "123");
    }
}
