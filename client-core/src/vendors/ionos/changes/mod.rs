//! The changes of this vendor, one file a resource: how each write is checked, sent, looked up, verified and
//! undone.

pub mod groups;
pub mod members;
pub mod shares;
pub mod units;
pub mod users;

#[cfg(test)]
mod replacement_tests;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

use super::properties::{PASSWORD, Properties};
use super::response_options::ResponseOptions;
use crate::decode::Rows;
use crate::write::Now;

/// Lists name their objects from depth 1 on.
const NAMED: ResponseOptions = ResponseOptions { pretty: None, depth: Some(1), contract_number: None };

/// The one row of a list that is meant. Where some rows could not be read, it may be one of them.
fn only<T>(rows: Rows<T>, is_it: impl Fn(&T) -> bool) -> Now<T> {
    pick(rows.items, !rows.bad.is_empty(), is_it)
}

/// Whether nothing that both readings tell differs: a list may tell less than the object itself.
fn agree<T>(now: Option<&T>, shown: Option<&T>, told: impl Fn(&T) -> &Properties) -> bool {
    now.zip(shown).is_none_or(|(now, shown)| told(now).agree(told(shown)))
}

/// What of a write can be seen afterwards: a password is held by the request alone.
fn seen(mut sent: Map<String, Value>) -> Map<String, Value> {
    sent.remove(PASSWORD);
    sent
}

fn pick<T>(items: Vec<T>, is_partial: bool, is_it: impl Fn(&T) -> bool) -> Now<T> {
    match items.into_iter().find(is_it) {
        Some(item) => Now::There(item),
        None if is_partial => Now::Unclear,
        None => Now::NotThere,
    }
}
