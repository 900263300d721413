//! Which operation of a contract a request means.

use tenantry_contracts::{Contract, Operation};

use crate::Request;

/// The operation that a request means, with the raw values in its path.
pub struct Target {
    /// The operation.
    pub operation: &'static Operation,
    /// Names of the path's places, and what stands there.
    pub path_values: Vec<(String, String)>,
}

/// Why a request means no operation.
pub enum NoOperation {
    /// No operation has the path.
    Path,
    /// Others have the path: these methods.
    Method(String),
}

impl Target {
    /// What the request means.
    pub fn find(contract: &'static Contract, request: &Request) -> Result<Target, NoOperation> {
        let matched = contract.find(&request.method, &request.path);
        let operation = matched.as_ref().and_then(|matched| contract.operation(&matched.operation.id));
        let (Some(matched), Some(operation)) = (matched, operation) else {
            return Err(NoOperation::of(contract, &request.path));
        };
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Ok(Target { operation, path_values: matched.path_values.iter().map(owned).collect() })
    }
}

impl NoOperation {
    fn of(contract: &Contract, path: &str) -> NoOperation {
        let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].into_iter();
        let allowed: Vec<_> = methods.filter(|method| contract.find(method, path).is_some()).collect();
        if contract.has_path(path) { NoOperation::Method(allowed.join(", ")) } else { NoOperation::Path }
    }
}
