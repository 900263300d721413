//! Views that are about an object: another object has another view.

use leptos::either::Either;
use leptos::prelude::*;

/// Draws a view whole anew when it is about another object. By itself a view that is drawn again keeps its elements and
/// changes what differs; whatever has been added to them from outside, such as a translation of the old one's name,
/// would stay.
pub struct Keyed<K: Send + Sync + 'static>(StoredValue<(Option<K>, bool)>);

impl<K: Send + Sync + 'static> Clone for Keyed<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Send + Sync + 'static> Copy for Keyed<K> {}

impl<K: PartialEq + Send + Sync + 'static> Keyed<K> {
    /// Nothing has been drawn yet.
    pub fn new() -> Keyed<K> {
        Keyed(StoredValue::new((None, false)))
    }

    /// The view of an object.
    pub fn draw<V>(self, key: K, view: V) -> Either<V, V> {
        let is_left = self.0.try_update_value(|(last, is_left)| {
            if last.as_ref() != Some(&key) {
                (*last, *is_left) = (Some(key), !*is_left);
            }
            *is_left
        });
        if is_left.unwrap_or_default() { Either::Left(view) } else { Either::Right(view) }
    }
}
