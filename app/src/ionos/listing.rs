//! The API's collections as lists on screen.

use leptos::prelude::*;
use tenantry_core::ionos::{Collection, Metadata};

use super::contract::Contract;
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::resource::list::{Cell, Listing, Row};
use crate::resource::notes::{date, date_field, field};
use crate::ui::Loaded;

/// What was read of a collection, as rows.
pub fn listing<T: Clone + Send + Sync + 'static>(
    loaded: Loaded<Collection<T>>,
    row: impl Fn(&T) -> Row + Send + Sync + 'static,
) -> Memo<Option<Listing>> {
    Memo::new(move |_| {
        loaded.remote.with(|remote| {
            let list = remote.value()?;
            let rows = list.items.items.iter().map(&row).collect();
            Some(Listing { rows, bad: list.items.bad.len(), extent: list.extent() })
        })
    })
}

/// The objects of a collection that has been read.
pub fn items<T: Clone + Send + Sync + 'static>(loaded: Loaded<Collection<T>>) -> Vec<T> {
    loaded.get().map(|list| list.items.items).unwrap_or_default()
}

/// A cell with a date: sorted and filed as the API wrote it, shown as it is written here.
pub fn date_cell(given: Option<&tenantry_core::date::Date>) -> Cell {
    let Some(given) = given.cloned() else { return Cell::told(None) };
    Cell::drawn(Some(given.text.clone()), move || date(Some(&given)).into_any())
}

/// How many objects a collection has: also those of which no more is known. `None` where it does not say.
pub fn count<T>(list: Option<&Collection<T>>) -> Option<usize> {
    list.filter(|list| !list.has_more()).map(|list| list.items.count())
}

/// A field of a panel that the contract has for every object: where it was not told, that is said.
pub fn told_field(label: &'static str, text: Option<String>) -> impl IntoView {
    let untold = text.is_none().then(|| {
        view! { <div class="tn-field"><dt>{label}</dt><dd class="tn-faint">{t("io.untold")}</dd></div> }
    });
    view! { {field(label, text)} {untold} }
}

/// The contract's button, beside the name of every list.
pub fn contract_button(page: PageContext) -> ViewFn {
    ViewFn::from(move || view! { <Contract page=page/> })
}

/// Who made and changed something, and when.
pub fn history(metadata: Option<&Metadata>) -> impl IntoView + use<> {
    let one = metadata.cloned().unwrap_or_default();
    view! {
        {date_field(t("io.created"), one.created_date.as_ref())}
        {field(t("io.created_by"), one.created_by)}
        {date_field(t("io.modified"), one.last_modified_date.as_ref())}
        {field(t("io.modified_by"), one.last_modified_by)}
        {field(t("io.etag"), one.etag)}
    }
}
