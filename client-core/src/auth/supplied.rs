//! Tokens that the page around the console supplies: it is asked for one at the sign-in, and for the next when
//! that has run out or was refused.

use std::rc::Rc;

use futures_util::future::LocalBoxFuture;

use super::{Begun, Grant, Pending, Renewal, Token, bearer};
use crate::channel::Channel;
use crate::config::SignIn;
use crate::error::Error;
use crate::secret::Secret;

/// Asks the page for an access token, and when it runs out by the connection's clock, where the page knows.
pub type Supplier = Rc<dyn Fn() -> LocalBoxFuture<'static, Result<(Secret, Option<f64>), Error>>>;

/// A sign-in by the page's own tokens. They are never revoked here: they are the page's.
#[derive(Clone)]
pub struct Supplied(Supplier);

impl Supplied {
    /// A sign-in that asks this.
    pub fn by(supplier: Supplier) -> Supplied {
        Supplied(supplier)
    }
}

impl Grant for Supplied {
    fn kind(&self) -> SignIn {
        SignIn::Bearer
    }

    fn begin<'a>(&'a self, _: &'a Channel) -> Pending<'a, Begun> {
        Box::pin(async {
            let (access, runs_out_ms) = (self.0)().await?;
            bearer::check("", &access)?;
            Ok(Begun::Token(Token::new("Bearer", access, Renewal::Again).until(runs_out_ms)))
        })
    }
}
