//! The checks; each says in words what is wrong.

use serde_json::Value;
use tenantry_contracts::{Contract, Operation, Violation};

use super::{acronis, ionos};
use crate::http::Response;
use crate::vendor::Vendor;

/// What is wrong with the parameters of a request.
pub(crate) fn query(vendor: Vendor, id: &str, query: &[(String, String)]) -> Vec<String> {
    words(vendor, id, |contract, operation| contract.check_query(operation, query))
}

/// What is wrong with the body of a request.
pub(crate) fn body(vendor: Vendor, id: &str, media: &str, body: &Value) -> Vec<String> {
    words(vendor, id, |contract, operation| contract.check_request_body(operation, media, body))
}

/// What is wrong with an answer.
pub(crate) fn answer(vendor: Vendor, id: &str, response: &Response) -> Vec<String> {
    words(vendor, id, |_, operation| match vendor {
        Vendor::Acronis => acronis::violations(operation, response),
        Vendor::Ionos => ionos::violations(operation, response),
    })
}

fn words(
    vendor: Vendor,
    id: &str,
    check: impl FnOnce(&Contract, &Operation) -> Vec<Violation>,
) -> Vec<String> {
    let contract = match vendor {
        Vendor::Acronis => tenantry_contracts::Vendor::Acronis.contract(),
        Vendor::Ionos => tenantry_contracts::Vendor::Ionos.contract(),
    };
    match contract.operation(id) {
        Some(operation) => check(contract, operation).iter().map(ToString::to_string).collect(),
        None => vec![format!("{id} is not an operation of the contract")],
    }
}
