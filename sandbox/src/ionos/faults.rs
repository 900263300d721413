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
    /// Requests are not kept; a new unit can be seen after [`BIRTH_S`], and a deleted one is listed [`LINGER_S`] longer.
    Late,
    /// New shares and members can be seen after [`LATE_S`].
    LateShares,
    /// Requests are not kept; a unit that is read alone is BUSY for good and lacks most fields. Its list is right.
    ListOnly,
    /// Each page of the users is the first one, and says that another follows.
    SameRows,
    /// Pages of the users are small and slow, and the last one says that another follows.
    SlowPages,
    /// Numbers and truth values come as texts.
    Texts,
    /// What hangs on an object is null; flags and privileges are null or missing.
    Nulls,
    /// `POST` is carried out and answered by a proxy's page with 502.
    Lost,
    /// User management is answered by a page to sign in on, with 200.
    LoginWall,
    /// User management is answered by a firewall's page, with 403.
    Firewall,
    /// The groups refuse user name and password; everything else takes them.
    NoBasicGroups,
}

/// Where [`Fault::ForeignLocation`] leads.
pub const ELSEWHERE: &str = "https://requests.elsewhere.example/cloudapi/v6";

/// Seconds until a unit of [`Fault::Late`] can be seen, and for which a deleted one stays in the list.
pub const BIRTH_S: i64 = 45;
#[allow(missing_docs)]
pub const LINGER_S: i64 = 10;
/// Seconds until a share or a member of [`Fault::LateShares`] can be seen.
pub const LATE_S: i64 = 6;

impl Fault {
    /// Whether its answers are meant not to keep the contract.
    pub fn breaks_the_contract(self) -> bool {
        matches!(
            self,
            Fault::Html503
                | Fault::BadItems
                | Fault::ListOnly
                | Fault::Texts
                | Fault::Nulls
                | Fault::Lost
                | Fault::LoginWall
                | Fault::Firewall
        )
    }
}
