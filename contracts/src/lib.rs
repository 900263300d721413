//! The three vendor APIs as data: the OpenAPI documents of this folder, loaded once, with the operations
//! laid out for code generation, for conformance tests and for the sandbox.

#[cfg(feature = "check")]
mod check;
mod load;
mod operation;
mod vendor;

#[cfg(feature = "check")]
pub use check::Violation;
pub use load::Contract;
pub use operation::{Matched, Operation, Parameter, Place};
pub use vendor::Vendor;
