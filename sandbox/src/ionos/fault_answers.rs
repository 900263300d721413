//! The answers that an account with a fault gets instead of the real ones.

use std::time::Duration;

use super::call::Call;
use super::errors::Refusal;
use super::faults::Fault;
use super::meter::Meter;
use crate::Response;

/// How long [`Fault::Hang`] delays the answer to the second and every further poll.
pub const HANG: Duration = Duration::from_secs(30);
const HTML: &str = "<!DOCTYPE html>\n<html><head><title>503 Service Unavailable</title></head>\
    <body><h1>Scheduled maintenance</h1><hr><center>edge</center></body></html>\n";

/// The answer of the fault, before the operation is carried out; nothing is written then.
pub fn instead(call: &Call<'_>, meter: &mut Meter) -> Option<Response> {
    let is_write = call.route.method != "GET";
    match call.account.fault {
        Fault::Trial if is_write && call.route.path.starts_with("/backupunits") => {
            Some(Refusal::new(402, "a trial contract cannot change backup units").answer())
        }
        Fault::TooMany if is_write && meter.has_too_many(call.now) => {
            Some(Refusal::new(429, "too many requests").answer().header("retry-after", "1"))
        }
        Fault::Html503 if is_write => {
            let html = Response { body: HTML.as_bytes().to_vec(), ..Response::empty(503) };
            Some(html.header("content-type", "text/html; charset=utf-8"))
        }
        Fault::NoBasicGroups if call.route.path.starts_with("/um/groups") && call.is_basic() => Some(
            Refusal::new(401, "Unauthorized").answer().header("www-authenticate", "Basic realm=\"sandbox\""),
        ),
        Fault::Hang if call.route.id == "requestsStatusGet" => {
            let delay = if meter.polls_so_far() == 0 { Duration::ZERO } else { HANG };
            Some(Response { delay, ..Refusal::new(500, "the status could not be read").answer() })
        }
        _ => None,
    }
}
