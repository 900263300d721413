//! What may outlive a page: whether a reload or another tab finds the session again.

use serde::Deserialize;

/// Where the access token may be. A secret and a password are in the memory of one page alone, always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SessionMode {
    /// In this page's memory: a reload ends the session. For a console that shares its origin with other applications.
    Memory,
    /// As `memory`; whoever ticks "Stay signed in in this tab" has it in the tab's session storage too.
    Tab,
    /// As `tab`; and open tabs of the console hand it to new and reloaded ones, from memory to memory.
    #[default]
    Tabs,
}
