//! What was written of settings.

use std::collections::HashMap;

use super::rule::Own;
use crate::estate::Number;

/// A tenant and a setting's place in the catalogue.
pub type Key = (Number, usize);

/// One account's writes.
#[derive(Clone, Debug, Default)]
pub struct Written(HashMap<Key, Option<Own>>);

impl Written {
    /// What was last written there: Some(None) after a deletion, None where nothing ever was.
    pub fn at(&self, key: Key) -> Option<&Option<Own>> {
        self.0.get(&key)
    }

    /// Writes; None deletes.
    pub fn write(&mut self, key: Key, own: Option<Own>) {
        self.0.insert(key, own);
    }
}
