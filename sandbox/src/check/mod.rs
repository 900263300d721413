//! Requests and answers held to the contracts of `contracts/`. Without the feature `check` everything passes: a page
//! that carries the simulation carries neither the contracts nor a schema validator.

#[cfg(feature = "check")]
pub mod acronis;
#[cfg(feature = "check")]
mod contracts;
#[cfg(feature = "check")]
pub mod ionos;
#[cfg(not(feature = "check"))]
mod nothing;
#[cfg(feature = "check")]
pub(crate) mod routes;

#[cfg(feature = "check")]
pub(crate) use acronis::operations as acronis_operations;
#[cfg(feature = "check")]
pub(crate) use contracts::{answer, body, query};
#[cfg(not(feature = "check"))]
pub(crate) use nothing::{acronis_operations, answer, body, query};
