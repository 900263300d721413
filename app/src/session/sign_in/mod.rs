//! Signing in on a connection.

mod form;
mod sandbox;

pub use form::SignInForm;
