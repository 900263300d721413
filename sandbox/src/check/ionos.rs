//! Whether an answer keeps the contract of IONOS.

use serde_json::Value;
use tenantry_contracts::{Operation, Vendor, Violation};

use crate::http::Response;

/// The statuses of the contract's "any erroneous status code".
const ERRORS: [u16; 11] = [400, 401, 402, 403, 404, 405, 415, 422, 429, 500, 503];
/// The contract has these for each successful answer of the Backup Service; the sandbox sends them with every answer.
const LIMITS: [&str; 3] = ["x-ratelimit-remaining", "x-ratelimit-limit", "x-ratelimit-burst"];

/// Every way in which an IONOS answer does not keep the contract.
pub fn violations(operation: &Operation, response: &Response) -> Vec<Violation> {
    let mut found = header_violations(operation, response);
    let documented = operation.responses.get(&response.status.to_string());
    if documented.is_some_and(|media| media.is_empty()) {
        found.extend((!response.body.is_empty()).then(|| violation("body", "there should be none")));
        return found;
    }
    match serde_json::from_slice::<Value>(&response.body) {
        Err(error) => found.push(violation("body", &error.to_string())),
        Ok(body) => {
            found.extend(Vendor::Ionos.contract().check_answer(operation, response.status, &body));
            if documented.is_none() {
                found.extend(error_violations(response.status, &body));
            }
        }
    }
    found
}

fn header_violations(operation: &Operation, response: &Response) -> Vec<Violation> {
    let is_number = |name: &&str| response.find_header(name).is_some_and(|text| text.parse::<i32>().is_ok());
    let limits = LIMITS.into_iter().filter(|name| !is_number(name));
    let mut found: Vec<Violation> = limits.map(|name| violation(name, "not a number")).collect();
    let is_accepted = response.status == 202 && operation.id.starts_with("backupunits");
    let located = response.find_header("location").is_some_and(|url| url.ends_with("/status"));
    if is_accepted != located {
        found.push(violation("location", "belongs to accepted writes of backup units, and to nothing else"));
    }
    found
}

/// The schema of an error requires nothing; the text of the contract requires both.
fn error_violations(status: u16, body: &Value) -> Vec<Violation> {
    let mut found = Vec::new();
    if !ERRORS.contains(&status) {
        found.push(violation("status", &format!("{status} is not an answer of this API")));
    }
    if body.get("httpStatus") != Some(&Value::from(status)) {
        found.push(violation("body /httpStatus", "is not the status"));
    }
    let messages = body.get("messages").and_then(Value::as_array);
    let is_message = |one: &Value| ["errorCode", "message"].iter().all(|name| one[*name].is_string());
    if !messages.is_some_and(|all| !all.is_empty() && all.iter().all(is_message)) {
        found.push(violation("body /messages", "no messages"));
    }
    found
}

fn violation(at: &str, what: &str) -> Violation {
    Violation { at: at.to_owned(), what: what.to_owned() }
}
