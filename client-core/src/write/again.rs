//! What is left of a write whose answer was lost: the way to look at its object once more.

use std::fmt;

use futures_util::future::LocalBoxFuture;

use super::phase::Phase;
use crate::connection::Connection;

type Look<R> = Box<dyn for<'a> FnOnce(Connection, &'a dyn Fn(Phase)) -> LocalBoxFuture<'a, R>>;

/// One more look at an object. Nothing is sent by it, and what it finds may have the next.
pub struct Again<R>(Look<R>);

impl<R: 'static> Again<R> {
    pub(super) fn new(
        look: impl for<'a> FnOnce(Connection, &'a dyn Fn(Phase)) -> LocalBoxFuture<'a, R> + 'static,
    ) -> Again<R> {
        Again(Box::new(look))
    }

    /// Looks.
    pub async fn look(self, connection: &Connection, tell: &dyn Fn(Phase)) -> R {
        (self.0)(connection.clone(), tell).await
    }

    /// What is made of that.
    pub fn then<U: 'static>(self, next: impl FnOnce(R) -> U + 'static) -> Again<U> {
        Again::new(move |connection, tell| Box::pin(async move { next(self.look(&connection, tell).await) }))
    }
}

impl<R> fmt::Debug for Again<R> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Again")
    }
}
