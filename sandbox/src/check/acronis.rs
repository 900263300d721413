//! What the contract of Acronis says: its operations as the simulation knows them, and whether an answer keeps it.

use serde_json::Value;
use tenantry_contracts::{Operation, Vendor, Violation};

use super::routes::route;
use crate::acronis::operation::{self, Service};
use crate::http::Response;

/// Statuses that any operation may answer with, whether or not the contract lists them there; the body is
/// the vendor's error envelope.
const ANYWHERE: [u16; 10] = [400, 404, 405, 409, 413, 415, 429, 500, 501, 502];

/// Fields of a listed tenant whose schema was inferred from examples, and is narrower than the reference's
/// text for the same fields (`GET /tenants/{tenant_id}`: null or string).
const NULL_OR_STRING: [&str; 5] =
    ["deleted_at", "customer_id", "internal_tag", "owner_id", "update_lock/owner_id"];

/// Every way in which an Acronis answer does not keep the contract.
pub fn violations(operation: &Operation, response: &Response) -> Vec<Violation> {
    let contract = Vendor::Acronis.contract();
    if response.body.is_empty() && response.status == 200 && operation.id == "idp_revoke_token_post" {
        return Vec::new();
    }
    let documented = operation.responses.get(&response.status.to_string());
    if response.body.is_empty() && documented.is_some_and(|media| media.is_empty()) {
        return Vec::new();
    }
    let body: Value = match serde_json::from_slice(&response.body) {
        Ok(body) => body,
        Err(error) => {
            return vec![Violation { at: "body".to_owned(), what: error.to_string() }];
        }
    };
    let status = response.status;
    let anywhere = ANYWHERE.contains(&status)
        || (is_sketchy(operation) && [401, 403].contains(&status))
        // A login that is taken, or another version: the contract lists 409 for other operations on users.
        || (status == 409 && ["users_post", "user_delete"].contains(&operation.id.as_str()));
    let mut found = if documented.is_none() && anywhere {
        match contract.operation("tenants_get") {
            Some(tenants) => contract.check_answer(tenants, 400, &body),
            None => Vec::new(),
        }
    } else {
        contract.check_answer(operation, status, &body)
    };
    found.retain(|violation| !is_excused(operation, &body, violation));
    found
}

/// Whether the contract lists no refusals for an operation: not even a missing token.
fn is_sketchy(operation: &Operation) -> bool {
    !operation.responses.contains_key("401")
}

fn is_excused(operation: &Operation, body: &Value, violation: &Violation) -> bool {
    let Some(pointer) = violation.at.strip_prefix("body ") else {
        return false;
    };
    let field = pointer.splitn(4, '/').nth(3).unwrap_or_default();
    let harmless = body.pointer(pointer).is_some_and(|value| value.is_null() || value.is_string());
    // The accounts' names stand where the vendor has UUIDs.
    let is_client = operation.id == "client_read" && pointer == "/client_id";
    // The schema of a listed user was inferred in the same way.
    let of_users = ["deleted_at", "personal_tenant_id", "external_operation_status"];
    let is_user = operation.id == "users_get" && of_users.contains(&field) && harmless;
    let is_trustee = pointer.ends_with("/trustee_id") && harmless;
    is_client
        || is_user
        || is_trustee
        || operation.id == "tenants_get" && NULL_OR_STRING.contains(&field) && harmless
}

/// Every operation of the contract.
pub(crate) fn operations() -> Vec<operation::Operation> {
    let read = |operation: &'static Operation| operation::Operation {
        route: route(operation),
        for_viewers: is_for_viewers(operation),
        service: service(operation),
    };
    Vendor::Acronis.contract().operations.iter().map(read).collect()
}

/// Whether a role that only looks is among those that the contract names.
fn is_for_viewers(operation: &Operation) -> bool {
    let suffices = |role: &String| role.ends_with("viewer") || role == "readonly_admin";
    operation.roles.is_empty() || operation.roles.iter().any(suffices)
}

/// The contract's examples for 401 tell who words the errors: the operation's own, else those of its path's other
/// methods.
fn service(operation: &Operation) -> Service {
    let path = operation.path.replace('~', "~0").replace('/', "~1");
    let doc = &Vendor::Acronis.contract().doc;
    let domain = |method: &str| {
        let examples = "responses/401/content/application~1json/examples";
        doc.pointer(&format!("/paths/{path}/{method}/{examples}/default/value/error/domain"))?.as_str()
    };
    let own = operation.method.to_lowercase();
    let found = [own.as_str(), "get", "put", "post", "delete", "patch"].into_iter().find_map(domain);
    if found == Some("ApplicationAccountServer") { Service::Application } else { Service::Platform }
}
