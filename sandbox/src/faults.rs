//! Accounts that behave badly on purpose, so that a client can be tried against bad days without anybody
//! intercepting its requests.

use std::time::Duration;

use tenantry_contracts::Operation;

use crate::Response;
use crate::acronis::accounts::Account;
use crate::acronis::call::Call;
use crate::acronis::errors::Refusal;

/// The way in which an account's API misbehaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not.
    None,
    /// The third page of a list fails once with 500.
    Page,
    /// From the third page on, the cursor leads to the same page again.
    Cursor,
    /// The third page is HTML with 502, for the first [`HTML_TRIES`] tries.
    Html,
    /// The token dies after two pages; the next one is good.
    Expiry,
    /// One branch of the subtree may not be looked into.
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
    /// Somebody else changes `retention_days` between its first and its second single reading.
    PutLate,
    /// What was written reaches the tenants below otherwise than the rule says.
    PutDiffers,
    /// Written settings are never of the right media type.
    Put415,
}

/// How late [`Fault::Slow`] is.
pub const SLOW: Duration = Duration::from_millis(1500);
/// So many times [`Fault::Html`] fails before it works.
pub const HTML_TRIES: u32 = 6;
/// Page size of the accounts whose fault is a matter of pages.
pub const SMALL_PAGE: u32 = 100;
/// Pages that a token of [`Fault::Expiry`] is good for.
pub const PAGES_OF_A_TOKEN: u32 = 2;

/// The operations that the reference calls private.
const SETTING_LISTS: [&str; 4] = [
    "application_settings_schemas_get",
    "application_settings_tenants_get",
    "application_settings_tenant_read",
    "tenant_settings_get",
];

const HTML: &str = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\
    <body><h1>502 Bad Gateway</h1><hr><center>edge-proxy</center></body></html>\n";

/// What happens to one page of a list.
#[derive(Debug)]
pub enum Fate {
    /// It is served.
    Serve,
    /// This is served instead.
    Instead(Response),
    /// It is served, but its connection breaks.
    Cut,
}

impl Fault {
    /// Pages hold at most so many.
    pub fn page_cap(self) -> Option<u32> {
        let small = matches!(
            self,
            Fault::Page | Fault::Cursor | Fault::Html | Fault::Expiry | Fault::Cut | Fault::TooMany
        );
        small.then_some(SMALL_PAGE)
    }

    /// Whether its answers are meant not to keep the contract.
    pub fn breaks_the_contract(self) -> bool {
        matches!(self, Fault::Html | Fault::Empty | Fault::Loop | Fault::NoBasic)
    }

    /// From this page on (counted from 0) the cursor stands still.
    pub fn cursor_stands_still(self, page: u32) -> bool {
        self == Fault::Cursor && page >= 2
    }
}

/// Why the account may not call the operation at all, whatever its parameters are.
pub fn refusal_of(account: &Account, operation: &Operation) -> Option<Refusal> {
    let is_put = operation.id == "application_settings_tenant_setting_update";
    let writes = is_put || operation.id == "application_settings_tenant_setting_delete";
    match account.fault {
        _ if !account.may(operation) => {
            Some(Refusal::new(403, "this needs more than the role tenant_viewer"))
        }
        Fault::Settings403 if SETTING_LISTS.contains(&operation.id.as_str()) => {
            Some(Refusal::new(403, "this API client may not list settings"))
        }
        Fault::Put403 if writes => Some(Refusal::new(403, "this API client may not write settings")),
        Fault::Put415 if is_put => Some(Refusal::new(415, "Content must be JSON")),
        _ => None,
    }
}

/// Decides about a page of a list, counted from 0, and remembers that it was asked for.
pub fn fate_of_page(call: &Call<'_>, page: u32) -> Fate {
    let (fault, third) = (call.account.fault, page == 2);
    match fault {
        Fault::Page if third && call.failures_so_far() == 0 => {
            Fate::Instead(call.refuse(&Refusal::internal("the list could not be read")))
        }
        Fault::Html if third && call.failures_so_far() < HTML_TRIES => {
            let html = Response { body: HTML.as_bytes().to_vec(), ..Response::empty(502) };
            Fate::Instead(html.header("content-type", "text/html; charset=utf-8"))
        }
        Fault::Cut if third && call.failures_so_far() == 0 => Fate::Cut,
        Fault::TooMany if page == 1 && call.failures_so_far() == 0 => {
            let refusal = Refusal::new(429, "too many requests");
            Fate::Instead(call.refuse(&refusal).header("retry-after", "1"))
        }
        Fault::Empty => Fate::Instead(Response::empty(500)),
        _ => Fate::Serve,
    }
}
