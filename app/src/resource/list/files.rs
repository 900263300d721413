//! The shown rows as files.

use leptos::prelude::*;

use super::def::ListDef;
use super::row::{Listing, Row};
use crate::i18n::t;
use crate::mount::platform::download;
use crate::ui::export;

/// The buttons.
#[component]
pub fn Files(
    /// The list.
    def: ListDef,
    /// The rows that are shown.
    rows: Memo<Vec<Row>>,
) -> impl IntoView {
    let table = move || untrack(|| table(def, &rows.get(), &def.listing.get().unwrap_or_default()));
    let csv = move |_| download(&[def.path, ".csv"].concat(), "text/csv", &table().csv());
    let json = move |_| download(&[def.path, ".json"].concat(), "application/json", &table().json());
    view! {
        <button type="button" class="tn-button tn-button--quiet" on:click=csv>{t("export.as_csv")}</button>
        <button type="button" class="tn-button tn-button--quiet" on:click=json>{t("export.as_json")}</button>
    }
}

/// All columns of the shown rows, with their ids, and how complete that is.
fn table(def: ListDef, rows: &[Row], listing: &Listing) -> export::Table {
    let complete = match (listing.is_complete(), listing.rows.len() == rows.len()) {
        (true, true) => t("export.complete"),
        (true, false) => t("list.filtered"),
        (false, _) => t("export.partial"),
    };
    let cells = |row: &Row| {
        let told = row.cells.iter().map(|cell| Some(cell.text.clone()).filter(|text| !text.is_empty()));
        std::iter::once(Some(row.id.clone())).chain(told).collect()
    };
    let labels = def
        .columns
        .with_value(|columns| columns.iter().map(|column| column.label.clone()).collect::<Vec<_>>());
    export::Table {
        about: [&def.counted(rows.len(), &rows.len().to_string()), complete].join(", "),
        columns: std::iter::once(t("io.id").to_owned()).chain(labels).collect(),
        rows: rows.iter().map(cells).collect(),
    }
}
