//! What a page says of its list.

use leptos::prelude::*;

use super::row::{Column, Listing};
use crate::i18n::{t, tn};
use crate::ui::loaded::LoadStatus;

/// A list. Copied freely.
#[derive(Clone, Copy)]
pub struct ListDef {
    /// Its path in the URL.
    pub path: &'static str,
    /// Its name.
    pub title: &'static str,
    /// The table's name.
    pub table: &'static str,
    /// The kind of object in it, as changes name it.
    pub kind: &'static str,
    /// The message that counts its rows.
    pub count: &'static str,
    /// The message that counts those that could not be read.
    pub unread: &'static str,
    /// Its columns.
    pub columns: StoredValue<Vec<Column>>,
    /// What was read. A memo: the rows are made once for each reading, not for each letter of a filter.
    pub listing: Memo<Option<Listing>>,
    /// How far the reading is.
    pub status: LoadStatus,
}

impl ListDef {
    /// A number of rows, in words. Without a row, and not all of them read, nobody knows how many there are.
    pub fn counted(self, count: usize, written: &str, is_complete: bool) -> String {
        match (count, is_complete) {
            (0, false) => t("list.count_unknown").to_owned(),
            _ => tn(self.count, count, written),
        }
    }
}
