//! The rows of a list without their model: an id, and a text for each column.

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::AnyView;
use tenantry_core::fold::{Query, fold};
use tenantry_core::paging::Extent;

use super::view::Sort;
use crate::i18n::t;

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
    /// It is shown where somebody has chosen it alone; files always have it.
    pub is_extra: bool,
}

impl Column {
    /// A column of text.
    pub fn text(key: &str, label: &str) -> Column {
        Column {
            key: key.to_owned(),
            label: label.to_owned(),
            is_number: false,
            is_minor: false,
            is_extra: false,
        }
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

    /// Shown on demand alone.
    #[must_use]
    pub fn extra(self) -> Column {
        Column { is_extra: true, ..self }
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
    /// As text: it is sorted and filtered by it, and files hold it. `None`: the vendor has not told it, which is
    /// neither empty nor no.
    pub text: Option<String>,
    /// On screen, where that is more than the text. It shows nothing that the row's texts do not depend on.
    pub view: Option<CellView>,
}

/// Draws a cell.
pub type CellView = Arc<dyn Fn() -> AnyView + Send + Sync>;

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::told(Some(text.into()))
    }

    /// A text, where it was told.
    pub fn told(text: Option<String>) -> Cell {
        Cell { text, view: None }
    }

    /// A text, where it was told, drawn in another way.
    pub fn drawn(text: Option<String>, view: impl Fn() -> AnyView + Send + Sync + 'static) -> Cell {
        Cell { text, view: Some(Arc::new(view)) }
    }

    /// A number, where it was told.
    pub fn count(count: Option<usize>) -> Cell {
        Cell::told(count.map(|count| count.to_string()))
    }

    /// What it says to a reader.
    pub fn words(&self) -> &str {
        self.text.as_deref().unwrap_or_else(|| t("list.untold"))
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

    /// The name: the text of the first cell; the id where there is none.
    pub fn name(&self) -> &str {
        self.text(0).filter(|name| !name.trim().is_empty()).unwrap_or(&self.id)
    }

    /// The text of a cell, where it was told.
    pub fn text(&self, column: usize) -> Option<&str> {
        self.cells.get(column)?.text.as_deref()
    }

    /// Whether a filter finds it.
    pub fn matches(&self, query: &Query) -> bool {
        let has = |text: &str| query.is_in(text);
        has(&self.id) || query.begins_text(&self.id) || self.cells.iter().any(|cell| has(cell.words()))
    }
}

/// A list as it was read.
#[derive(Clone, Default, PartialEq)]
pub struct Listing {
    /// The rows that could be read.
    pub rows: Vec<Row>,
    /// How many could not.
    pub bad: usize,
    /// How much of the vendor's list that is.
    pub extent: Extent,
}

impl Listing {
    /// Whether every row of the vendor's list is here.
    pub fn is_complete(&self) -> bool {
        self.bad == 0 && self.extent == Extent::Whole
    }
}

/// The rows that a filter finds, in an order; the vendor's own where none is asked for.
pub fn shown(listing: &Listing, columns: &[Column], filter: &str, sort: Option<&Sort>) -> Vec<Row> {
    let query = Query::new(filter);
    let rows: Vec<Row> = listing.rows.iter().filter(|row| row.matches(&query)).cloned().collect();
    let by = sort.and_then(|sort| {
        let at = columns.iter().position(|column| column.key == sort.column)?;
        Some((at, columns.get(at)?.is_number, sort.descending))
    });
    let Some((at, is_number, descending)) = by else { return rows };
    // What was not told has no place in an order: it comes last in either.
    let (mut rows, untold): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.text(at).is_some());
    let text = |row: &Row| row.text(at).unwrap_or_default().to_owned();
    if is_number {
        let number = |row: &Row| text(row).parse().unwrap_or(f64::NEG_INFINITY);
        rows.sort_by(|one, other| number(one).partial_cmp(&number(other)).unwrap_or(Ordering::Equal));
    } else {
        rows.sort_by_cached_key(|row| fold(&text(row)));
    }
    if descending {
        rows.reverse();
    }
    rows.extend(untold);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing() -> (Listing, Vec<Column>) {
        let row = |id: &str, name: &str, count| Row::new(id, vec![Cell::text(name), Cell::count(count)]);
        let rows = vec![row("1", "Zoë", Some(9)), row("2", "anna", Some(10)), row("3", "Bert", None)];
        let columns = vec![Column::text("name", "Name"), Column::number("count", "Members")];
        (Listing { rows, ..Listing::default() }, columns)
    }

    fn ids(filter: &str, sort: Option<(&str, bool)>) -> String {
        let (listing, columns) = listing();
        let sort = sort.map(|(column, descending)| Sort { column: column.to_owned(), descending });
        shown(&listing, &columns, filter, sort.as_ref()).into_iter().map(|row| row.id).collect()
    }

    #[test]
    fn ids_are_found_as_they_are_copied() {
        let id = "15f67991-0f51-4efc-a8ad-ef1fb31a480c";
        let row = Row::new(id, vec![Cell::text("Büro ２")]);
        let dense = id.replace('-', "");
        for typed in [
            "15f67991",
            "{15F67991-0F51-4EFC-A8AD-EF1FB31A480C}",
            &dense,
            "unit 15f67991-0f51-4efc-a8ad-ef1fb31a480c gone",
            "4efc",
            "buro 2",
        ] {
            assert!(row.matches(&Query::new(typed)), "{typed}");
        }
        assert!(!row.matches(&Query::new("15f67992")) && row.matches(&Query::new("")));
    }

    #[test]
    fn filtered_and_sorted() {
        assert_eq!(ids("", None), "123");
        assert_eq!(ids("ZOE", None), "1");
        assert_eq!(ids("", Some(("name", false))), "231");
        assert_eq!(ids("", Some(("name", true))), "132");
        // Numbers are numbers, and what was not told comes last in either order.
        assert_eq!(ids("", Some(("count", false))), "123");
        assert_eq!(ids("", Some(("count", true))), "213");
        assert_eq!(ids("", Some(("color", false))), "123");
    }

    #[test]
    fn a_row_without_a_name_has_its_id() {
        for name in [None, Some(String::new()), Some(" ".to_owned())] {
            assert_eq!(Row::new("id", vec![Cell::told(name)]).name(), "id");
        }
    }
}
