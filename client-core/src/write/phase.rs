//! What a write is waiting for.

/// What a write is waiting for, for the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Reads the object again: it must still be what was shown.
    Checking,
    /// Sends the write. From here on nobody may drop it: its outcome would be unknown.
    Sending,
    /// The answer was lost: looks at the object.
    LookingUp,
    /// Reads what the write did.
    ReadingBack,
}
