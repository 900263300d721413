//! What the simulation knows of an operation, whether or not it simulates it.

use crate::route::Route;

/// One operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    /// How it is found.
    pub route: Route,
    /// Whether the contract names a role for it that only looks.
    pub for_viewers: bool,
    /// Who words its errors.
    pub service: Service,
}

/// Two services stand behind the API, and each words its errors in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Service {
    Platform,
    Application,
}
