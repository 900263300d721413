//! One connection on screen: who is signed in on it. Nothing here is of one vendor: what a vendor adds is described by
//! [`VendorUi`], and its own data hangs on the session as its state.

mod connection;
mod fault;
mod sessions;
pub mod sign_in;
mod status;
mod vendor;

pub use self::connection::{Session, VendorState};
pub use self::sessions::{Sessions, find, sessions};
pub use self::status::{Person, SessionStatus};
pub use self::vendor::{Link, Screens, SignInExtras, VendorUi, Widget};
