//! An operation of a contract as the simulation finds it.

use tenantry_contracts::Operation;

use crate::route::Route;

/// The contracts live as long as the process, and so may what is read from them.
pub(crate) fn route(operation: &'static Operation) -> Route {
    let body: Vec<&'static str> = operation.body_media();
    Route {
        id: &operation.id,
        method: &operation.method,
        base: &operation.base,
        path: &operation.path,
        body: body.leak(),
        body_required: operation.request_body_required,
    }
}
