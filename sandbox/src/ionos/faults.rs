//! Faults that an account may have on purpose.

/// The way in which an account's API misbehaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// None: it behaves.
    None,
    /// Not a fault: a write to a busy unit is queued, as the contract's text on BUSY says.
    Queue,
    /// Writes of backup units are 402.
    Trial,
    /// Each third write is 429 with `Retry-After`, and so is every write during the second after it.
    TooMany,
    /// Writes are answered by a page of HTML with 503; nothing is written.
    Html503,
    /// `Location` leads to another host.
    ForeignLocation,
    /// A request never gets further than RUNNING.
    Endless,
    /// Requests are carried out, but their status cannot be read: 500 at first, then no answer for half a minute.
    Hang,
    /// Another user deletes a unit after it was read by its id.
    Gone,
    /// The list of units holds an entry without properties.
    BadItems,
    /// Requests end in FAILED, and nothing is changed.
    Failed,
}

/// Where [`Fault::ForeignLocation`] leads.
pub const ELSEWHERE: &str = "https://requests.elsewhere.example/cloudapi/v6";

impl Fault {
    /// Whether its answers are meant not to keep the contract.
    pub fn breaks_the_contract(self) -> bool {
        matches!(self, Fault::Html503 | Fault::BadItems)
    }
}
