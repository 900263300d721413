//! Signing in on a connection.

mod attempt;
mod form;
mod grants;
mod over;
mod sandbox;

pub use form::SignInForm;
pub use over::SignInOver;
