//! Writes of backup units that the API has accepted and is still carrying out: they are followed until they end,
//! across a reload of the tab too.

mod centre;
mod store;

pub use centre::{TaskCentre, Unlike, stage};
pub use store::{Draft, tasks, waiting, went_wrong};
