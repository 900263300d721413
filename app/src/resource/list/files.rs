//! The shown rows as files.

use leptos::prelude::*;

use super::def::ListDef;
use super::row::{Listing, Row};
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::ui::ExportButtons;
use crate::ui::export::{Extent, Table};

/// The buttons.
#[component]
pub fn Files(
    /// The page.
    page: PageContext,
    /// The list.
    def: ListDef,
    /// The rows that are shown.
    rows: Memo<Vec<Row>>,
) -> impl IntoView {
    let table = move |()| {
        untrack(|| table(page.session.id(), def, &rows.get(), &def.listing.get().unwrap_or_default()))
    };
    view! { <ExportButtons table=table/> }
}

/// All columns of the shown rows, with their ids. What was not told is not an empty cell: it stands in words, and as
/// null where the format has that.
fn table(connection: String, def: ListDef, rows: &[Row], listing: &Listing) -> Table {
    let cells = |row: &Row| {
        let told = row.cells.iter().map(|cell| cell.text.clone());
        std::iter::once(Some(row.id.clone())).chain(told).collect()
    };
    let labels = def
        .columns
        .with_value(|columns| columns.iter().map(|column| column.label.clone()).collect::<Vec<_>>());
    Table {
        subject: vec![def.path.to_owned(), connection],
        about: def.counted(rows.len(), &rows.len().to_string(), listing.is_complete()),
        extent: Extent::of(listing.is_complete(), listing.rows.len() == rows.len()),
        untold: t("list.untold"),
        columns: std::iter::once(t("io.id").to_owned()).chain(labels).collect(),
        rows: rows.iter().map(cells).collect(),
    }
}
