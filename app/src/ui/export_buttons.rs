//! The buttons that keep a table as a file: one piece for every export.

use leptos::prelude::*;

use super::export::Table;
use crate::i18n::t;
use crate::mount::platform;

/// CSV and JSON.
#[component]
pub fn ExportButtons(
    /// Makes the table, when it is asked for.
    #[prop(into)]
    table: Callback<(), Table>,
) -> impl IntoView {
    let save = move |extension| save(&table.run(()), extension);
    view! {
        <button type="button" class="tn-button tn-button--quiet" on:click=move |_| save("csv")>{t("export.as_csv")}</button>
        <button type="button" class="tn-button tn-button--quiet" on:click=move |_| save("json")>{t("export.as_json")}</button>
    }
}

/// Keeps a table as a file: `csv` or `json`.
pub fn save(table: &Table, extension: &str) {
    let words = [&table.about, ", ", t(table.extent.message())].concat();
    let (media, text) = match extension {
        "csv" => ("text/csv;charset=utf-8", table.csv(&words)),
        _ => ("application/json", table.json(&words)),
    };
    platform::download(&table.file_name(&platform::today(), extension), media, &text);
}
