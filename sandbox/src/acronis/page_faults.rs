//! What happens to the pages of a list, by the fault of the account that asks.

use super::call::Call;
use super::errors::Refusal;
use super::faults::{Fault, HTML_TRIES};
use crate::Response;

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
