//! One connection on screen: who is signed in on it. Nothing here is of one vendor: what a vendor adds is described by
//! [`VendorUi`], and its own data hangs on the session as its state.

mod connection;
mod fault;
mod hint;
mod journal;
mod search;
mod sessions;
mod shared;
pub mod sign_in;
mod status;
mod tabs;
mod vendor;

pub use self::connection::{Session, VendorState};
pub use self::hint::SignInHint;
pub use self::journal::Undo;
pub use self::search::{Answer, Asked, Entry, Hit, Search, SearchScope};
pub use self::sessions::{Sessions, find, sessions};
pub use self::status::{Person, SessionStatus};
pub use self::tabs::take_up;
pub use self::vendor::{Link, ScopeField, Screens, SignInExtras, VendorUi};
