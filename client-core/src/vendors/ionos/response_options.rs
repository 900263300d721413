//! What every operation of the API lets one choose about its answer.

use super::contract_number::{ContractNumber, HEADER};
use crate::request::Request;

/// What to choose about an answer. The default sends nothing, and the connection's contract number counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ResponseOptions {
    /// `pretty`: indented JSON. The vendor's default is `true`; the console does not send it.
    pub pretty: Option<bool>,
    /// `depth`, 0 to 10: 0 tells an object's own properties, 1 its children as references, 2 their properties,
    /// and so on. The vendor's default is 0.
    pub depth: Option<u8>,
    /// `X-Contract-Number` for this call alone, instead of the connection's.
    pub contract_number: Option<ContractNumber>,
}

impl ResponseOptions {
    /// At that depth.
    pub fn depth(depth: u8) -> ResponseOptions {
        ResponseOptions { depth: Some(depth), ..ResponseOptions::default() }
    }

    pub(super) fn on(self, request: Request) -> Request {
        self.on_shallow(request).maybe("depth", self.depth)
    }

    /// The one operation that has no depth leaves it out.
    pub(super) fn on_shallow(self, request: Request) -> Request {
        let request = request.maybe("pretty", self.pretty);
        match self.contract_number {
            Some(number) => request.header(HEADER, number),
            None => request,
        }
    }

    #[cfg(test)]
    pub(super) fn everything() -> ResponseOptions {
        let number = ContractNumber::parse("31884391").unwrap();
        ResponseOptions { pretty: Some(false), depth: Some(10), contract_number: Some(number) }
    }
}
