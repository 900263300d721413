//! What of a list is shown, as the URL says it: `/{connection}/{list}/{item}?q=…&sort=-email&columns=email,name`.

use crate::routing::{Place, Query};

/// What of a list is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListView {
    /// The chosen item: an id, or several segments such as a type and an id.
    pub item: Option<String>,
    /// What the list is filtered by.
    pub filter: String,
    /// The order; the vendor's own where it is `None`.
    pub sort: Option<Sort>,
    /// The keys of the columns that are shown; the usual ones where it is `None`.
    pub columns: Option<Vec<String>>,
}

/// By which column a list is sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column's key.
    pub column: String,
    /// From the end.
    pub descending: bool,
}

impl Sort {
    /// Reads it: `-email`.
    pub fn read(text: &str) -> Sort {
        let column = text.strip_prefix('-');
        Sort { column: column.unwrap_or(text).to_owned(), descending: column.is_some() }
    }

    /// Writes it.
    pub fn write(&self) -> String {
        [if self.descending { "-" } else { "" }, &self.column].concat()
    }

    /// What a press on a column's head leads to: up, down, and the vendor's own order again.
    pub fn after_press(sort: Option<&Sort>, column: &str) -> Option<Sort> {
        let descending = match sort.filter(|sort| sort.column == column) {
            None => false,
            Some(Sort { descending: false, .. }) => true,
            Some(Sort { descending: true, .. }) => return None,
        };
        Some(Sort { column: column.to_owned(), descending })
    }
}

impl ListView {
    /// Reads a list's part of the URL.
    pub fn read(place: &Place) -> ListView {
        let item = place.path.get(1..).unwrap_or_default().join("/");
        let text = |name: &str| place.query.get(name).filter(|text| !text.is_empty());
        let columns = text("columns").map(|keys| keys.split(',').map(str::to_owned).collect());
        ListView {
            item: Some(item).filter(|item| !item.is_empty()),
            filter: text("q").unwrap_or_default().to_owned(),
            sort: text("sort").map(Sort::read),
            columns,
        }
    }

    /// Writes it for a list of a connection.
    pub fn place(&self, connection: &str, list: &str) -> Place {
        let item = self.item.iter().flat_map(|item| item.split('/'));
        let query = Query::default()
            .with("q", Some(self.filter.clone()))
            .with("sort", self.sort.as_ref().map(Sort::write))
            .with("columns", self.columns.as_ref().map(|keys| keys.join(",")));
        Place { query, ..Place::new(connection, std::iter::once(list).chain(item)) }
    }
}
