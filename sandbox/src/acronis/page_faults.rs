//! What happens to the pages of a list, by the fault of the account that asks.

use super::call::Call;
use super::errors::Refusal;
use super::faults::{Fault, HTML_TRIES};
use crate::Response;

const HTML: &str = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\
    <body><h1>502 Bad Gateway</h1><hr><center>edge-proxy</center></body></html>\n";

/// What happens to one page of a list.
#[derive(Debug)]
pub enum PageAnswer {
    /// It is served.
    Serve,
    /// This is served instead.
    Instead(Response),
    /// It is served, but its connection breaks.
    Cut,
}

/// What happens to a page of a list, counted from 0; counts the request.
pub fn page_answer(call: &Call<'_>, page: u32) -> PageAnswer {
    let (fault, third) = (call.account.fault, page == 2);
    match fault {
        Fault::Page if third && call.failures_so_far() == 0 => {
            PageAnswer::Instead(call.refuse(&Refusal::internal("the list could not be read")))
        }
        Fault::Html if third && call.failures_so_far() < HTML_TRIES => {
            let html = Response { body: HTML.as_bytes().to_vec(), ..Response::empty(502) };
            PageAnswer::Instead(html.header("content-type", "text/html; charset=utf-8"))
        }
        Fault::Cut if third && call.failures_so_far() == 0 => PageAnswer::Cut,
        Fault::TooMany if page == 1 && call.failures_so_far() == 0 => {
            let refusal = Refusal::new(429, "too many requests");
            PageAnswer::Instead(call.refuse(&refusal).header("retry-after", "1"))
        }
        Fault::Empty => PageAnswer::Instead(Response::empty(500)),
        _ => PageAnswer::Serve,
    }
}
