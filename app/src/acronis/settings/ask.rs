//! What the dialog is asked to do.

use tenantry_core::acronis::Own;
use tenantry_core::acronis::tenancy::Node;

/// What is asked for in the dialog.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// The tenant that is changed; another one than the tab's where a lock is looked at.
    pub node: Node,
    /// Its own value as it is on screen.
    pub shown: Option<Own>,
    /// What is to be done.
    pub task: Task,
    /// The button that asked.
    pub button: &'static str,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Set an own value, starting from this.
    Set(Option<Own>),
    /// Return to the inherited value.
    Return,
}
