//! `/requests/{requestId}/status`: what became of a write that was accepted with 202. Not one of the 31
//! operations; the `Location` of a write leads here.

use serde::Deserialize;

use super::contract_number::{ContractNumber, HEADER};
use super::ids::RequestId;
use crate::catalogue::ionos;
use crate::connection::{Connection, Full};
use crate::decode::lenient;
use crate::open_enum::open_enum;
use crate::request::call;
use crate::route::LinkRefused;

open_enum! {
    /// How far a request has come.
    Progress {
        /// It waits its turn.
        Queued = "QUEUED",
        /// It is being carried out.
        Running = "RUNNING",
        /// It has been carried out.
        Done = "DONE",
        /// It was not carried out.
        Failed = "FAILED",
    }
}

/// The status of a request.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RequestStatus {
    /// In practice the request's id and `/status`.
    #[serde(default, deserialize_with = "lenient::option")]
    pub id: Option<String>,
    /// Its own URL.
    #[serde(default, deserialize_with = "lenient::option")]
    pub href: Option<String>,
    /// The status itself.
    pub metadata: RequestMetadata,
}

/// What a status says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RequestMetadata {
    /// How far it has come.
    pub status: Progress,
    /// The vendor's words.
    #[serde(default, deserialize_with = "lenient::option")]
    pub message: Option<String>,
}

/// No status takes longer: who polls asks again instead.
const TIMEOUT_MS: f64 = 10_000.0;

/// The status of a request (`requestsStatusGet`). Sent once: whoever polls asks again by itself.
#[derive(Clone, Debug)]
pub struct Status {
    /// Which.
    pub id: RequestId,
    /// The contract, instead of the connection's.
    pub contract_number: Option<ContractNumber>,
}

call!(Status: ionos::REQUESTS_STATUS_GET => RequestStatus, |call, to| {
    let request = to([call.id.as_str()]).once(TIMEOUT_MS);
    match call.contract_number {
        Some(number) => request.header(HEADER, number),
        None => request,
    }
});

/// Where the status of an accepted write can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// By this request.
    Request(RequestId),
    /// Nowhere: the answer had no `Location`, or one that a proxy has taken off.
    Untold,
    /// Nowhere that the credentials may go: the link leads elsewhere. The write was accepted all the same.
    Refused(LinkRefused),
}

impl Location {
    /// That of a write's answer.
    pub fn of<T>(connection: &Connection, answer: &Full<T>) -> Location {
        match answer.header("location") {
            Some(link) => Location::read(connection, link),
            None => Location::Untold,
        }
    }

    /// That of a link: below the connection's upstream, and of the one form that the contract knows.
    pub fn read(connection: &Connection, link: &str) -> Location {
        let url = match connection.follow(link) {
            Ok(url) => url,
            Err(refused) => return Location::Refused(refused),
        };
        let base = &connection.config().upstream.path;
        let id = url
            .path
            .strip_prefix(base.as_str())
            .and_then(|path| path.strip_prefix("/requests/"))
            .and_then(|path| path.strip_suffix("/status"))
            .filter(|id| !id.contains('/'))
            .and_then(|id| RequestId::new(crate::encode::decode(id)).ok());
        id.map_or_else(
            || {
                let expected = "the status of a request".to_owned();
                Location::Refused(LinkRefused { link: link.chars().take(200).collect(), expected })
            },
            Location::Request,
        )
    }
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    let id = RequestId::new("c3ac6a7a-0d9e-4f9a-8b1b-0c8a2d5a7a11").unwrap();
    vec![Status { id, contract_number: ContractNumber::parse("31884391").ok() }.request()]
}
