//! Faults that an account may have on purpose, so that a client can be tested against them without
//! intercepting its requests.

use std::time::Duration;

/// The way in which an account's API misbehaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// None: it behaves.
    None,
    /// The third page of a list fails once with 500.
    Page,
    /// From the third page on, the cursor leads to the same page again.
    Cursor,
    /// The third page is HTML with 502, for the first [`HTML_TRIES`] tries.
    Html,
    /// The token dies after two pages; the next one is good.
    Expiry,
    /// One branch of the subtree is forbidden.
    Forbidden,
    /// Every answer is late.
    Slow,
    /// The connection of the third page is cut in the body, once.
    Cut,
    /// The second page is 429 with `Retry-After`, once.
    TooMany,
    /// Lists are 500 without a body.
    Empty,
    /// Rows are broken: see [`crate::estate::fixed::Mark`].
    Loop,
    /// The basic level of detail has no stamps.
    NoBasic,
    /// Lists and schemas of settings are forbidden; single settings are not.
    Settings403,
    /// Settings may be read, but not written.
    Put403,
    /// A setting is written, but the connection is cut before the first byte of the answer's body.
    PutLost,
    /// Another writer changes `retention_days` between the first and the second read of it.
    PutLate,
    /// What was written reaches the tenants below otherwise than the rule says.
    PutDiffers,
    /// Written settings are never of the right media type.
    Put415,
    /// From the third page on, the same page comes again, each time under another cursor.
    SamePage,
    /// A setting is written, and the answer is a proxy's page with 502.
    Put502,
    /// Lists and settings are answered by a page to sign in on, with 200.
    LoginWall,
    /// Lists and settings are answered by a firewall's page, with 403.
    Firewall,
    /// Not a fault: an API client that stands for no user, as the vendor's do.
    NoUser,
    /// Nothing tells who is signed in: neither the user nor the client may be read.
    Nobody,
    /// Numbers and truth values come as texts.
    Texts,
    /// The contact operations are forbidden; tenants come with their contacts all the same.
    Contacts403,
    /// Contacts without a type, of a type that the contract does not know, and rows that are none.
    OddContacts,
    /// Not a fault: tokens live [`SHORT_LIFE`] seconds.
    ShortLife,
}

/// How many seconds a token of [`Fault::ShortLife`] lives.
pub const SHORT_LIFE: u32 = 20;
/// How long [`Fault::Slow`] waits.
pub const SLOW: Duration = Duration::from_millis(1500);
/// How many times [`Fault::Html`] fails before it works.
pub const HTML_TRIES: u32 = 6;
/// Page size of the accounts whose fault concerns a page.
pub const SMALL_PAGE: u32 = 100;
/// How many pages a token of [`Fault::Expiry`] can read.
pub const PAGES_OF_A_TOKEN: u32 = 2;

impl Fault {
    /// The largest page, where the fault limits it.
    pub fn page_cap(self) -> Option<u32> {
        let small = matches!(
            self,
            Fault::Page
                | Fault::Cursor
                | Fault::SamePage
                | Fault::Html
                | Fault::Expiry
                | Fault::Cut
                | Fault::TooMany
        );
        small.then_some(SMALL_PAGE)
    }

    /// Whether its answers are meant not to keep the contract.
    pub fn breaks_the_contract(self) -> bool {
        matches!(
            self,
            Fault::Html
                | Fault::Empty
                | Fault::Loop
                | Fault::NoBasic
                | Fault::Put502
                | Fault::LoginWall
                | Fault::Firewall
                | Fault::Texts
                | Fault::OddContacts
        )
    }

    /// Whether the cursor of this page (counted from 0) leads to the same page again.
    pub fn cursor_stands_still(self, page: u32) -> bool {
        self == Fault::Cursor && page >= 2
    }

    /// Whether the page after this one is the same again, under a cursor of its own.
    pub fn page_stands_still(self, page: u32) -> bool {
        self == Fault::SamePage && page >= 2
    }
}
