//! Signing in on a connection.

mod form;
mod grants;
mod sandbox;

pub use form::SignInForm;
