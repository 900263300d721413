//! Accounts that behave badly on purpose.

use std::time::Duration;

use tenantry_contracts::Operation;

use super::call::Call;
use super::errors::Refusal;
use super::meter::Meter;
use crate::Response;

/// The way in which an account's API misbehaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not.
    None,
    /// Not a fault: a write to a busy unit waits its turn, as the contract's text on BUSY says.
    Queue,
    /// Writes of backup units are 402.
    Trial,
    /// Each third write is 429 with `Retry-After`, and so is every write until then.
    TooMany,
    /// Writes are answered by a page of HTML with 503; nothing is written.
    Html503,
    /// `Location` leads to another host.
    ForeignLocation,
    /// A request never gets further than RUNNING.
    Endless,
    /// Requests are carried out, but their status cannot be read: 500 first, then no answer for long.
    Hang,
    /// Somebody else deletes a unit after it was read singly.
    Gone,
    /// The list of units holds an entry without properties.
    BadItems,
    /// Requests end in FAILED, and nothing is changed.
    Failed,
}

/// So long [`Fault::Hang`] holds back the answer to the second and every further poll.
pub const HANG: Duration = Duration::from_secs(30);
/// Where [`Fault::ForeignLocation`] leads.
pub const ELSEWHERE: &str = "https://requests.elsewhere.example/cloudapi/v6";

const HTML: &str = "<!DOCTYPE html>\n<html><head><title>503 Service Unavailable</title></head>\
    <body><h1>Scheduled maintenance</h1><hr><center>edge</center></body></html>\n";

impl Fault {
    /// Whether its answers are meant not to keep the contract.
    pub fn breaks_the_contract(self) -> bool {
        matches!(self, Fault::Html503 | Fault::BadItems)
    }
}

/// Whether the operation changes anything.
pub fn is_write(operation: &Operation) -> bool {
    operation.method != "GET"
}

/// What is answered before the operation is looked at; nothing is written then.
pub fn strikes(call: &Call<'_>, meter: &mut Meter) -> Option<Response> {
    let is_write = is_write(call.operation);
    match call.account.fault {
        Fault::Trial if is_write && call.operation.path.starts_with("/backupunits") => {
            Some(Refusal::new(402, "a trial contract cannot change backup units").answer())
        }
        Fault::TooMany if is_write && meter.has_too_many(call.now) => {
            Some(Refusal::new(429, "too many requests").answer().header("retry-after", "1"))
        }
        Fault::Html503 if is_write => {
            let html = Response { body: HTML.as_bytes().to_vec(), ..Response::empty(503) };
            Some(html.header("content-type", "text/html; charset=utf-8"))
        }
        Fault::Hang if call.operation.id == "requestsStatusGet" => {
            let delay = if meter.polls_so_far() == 0 { Duration::ZERO } else { HANG };
            Some(Response { delay, ..Refusal::new(500, "the status could not be read").answer() })
        }
        _ => None,
    }
}
