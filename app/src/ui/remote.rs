//! Something that is read from a vendor: loading, here, or failed with what was here before.

use super::fault::Fault;

/// The state of something that is read.
#[derive(Clone, Debug, PartialEq)]
pub enum Remote<T> {
    /// Loading for the first time.
    Loading,
    /// Here.
    Ready(T),
    /// The last reading failed. What an earlier one gave is still shown.
    Failed {
        /// Why.
        fault: Fault,
        /// What was here before.
        before: Option<T>,
    },
}

impl<T: Clone> Remote<T> {
    /// What can be shown.
    pub fn value(&self) -> Option<&T> {
        match self {
            Remote::Loading => None,
            Remote::Ready(value) => Some(value),
            Remote::Failed { before, .. } => before.as_ref(),
        }
    }

    /// The next state, after a reading.
    pub fn after(&self, outcome: Result<T, Fault>) -> Remote<T> {
        match outcome {
            Ok(value) => Remote::Ready(value),
            Err(fault) => Remote::Failed { fault, before: self.value().cloned() },
        }
    }
}
