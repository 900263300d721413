//! A list of the API.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::backup_unit::BackupUnit;
use crate::decode::{Rows, lenient};
use crate::paging::Extent;

/// A list. At depth 0 its items may be mere references.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
pub struct Collection<T> {
    /// In practice the list's path.
    #[serde(default, deserialize_with = "lenient::option")]
    pub id: Option<String>,
    /// In practice `collection`.
    #[serde(default, rename = "type", deserialize_with = "lenient::option")]
    pub kind: Option<String>,
    /// The list's own URL.
    #[serde(default, deserialize_with = "lenient::option")]
    pub href: Option<String>,
    /// The items, and those that could not be read. A list without them says nothing: it is not an empty one.
    pub items: Rows<T>,
    /// Of a paged list: the place of its first item.
    #[serde(default, deserialize_with = "lenient::option")]
    pub offset: Option<u32>,
    /// Of a paged list: the most items that a page has.
    #[serde(default, deserialize_with = "lenient::option")]
    pub limit: Option<u32>,
    /// Of a paged list: the neighbouring pages.
    #[serde(default, rename = "_links", deserialize_with = "lenient::option")]
    pub links: Option<Links>,
}

/// The neighbouring pages of a page, as absolute URLs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Links {
    /// The page before.
    pub prev: Option<String>,
    /// This page.
    #[serde(rename = "self")]
    pub own: Option<String>,
    /// The page after; none on the last.
    pub next: Option<String>,
}

/// `BackupUnits`: the backup units of the contract.
pub type BackupUnits = Collection<BackupUnit>;

impl<T> Collection<T> {
    /// Whether a page follows: the page says so, or it is full and says nothing.
    pub fn has_more(&self) -> bool {
        let taken = self.items.items.len() + self.items.bad.len();
        match &self.links {
            Some(links) => links.next.is_some(),
            None => self.limit.is_some_and(|limit| taken > 0 && taken >= limit as usize),
        }
    }

    /// How much of the list this one page is.
    pub fn extent(&self) -> Extent {
        if self.has_more() { Extent::Cut } else { Extent::Whole }
    }
}

/// Children that are told in full or not at all: the reference's own examples have `"[Circular Reference]"`
/// in their place, which must not hide the object that they stand in.
pub(super) fn children<'de, T: DeserializeOwned, D: serde::Deserializer<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    let raw = Box::<serde_json::value::RawValue>::deserialize(from)?;
    Ok(serde_json::from_str(raw.get()).ok())
}
