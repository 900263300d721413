//! What stands in for the checks where the contracts are not compiled in.

use serde_json::Value;

use crate::acronis::operation::Operation;
use crate::http::Response;
use crate::vendor::Vendor;

/// Nothing is wrong with any parameter.
pub(crate) fn query(_: Vendor, _: &str, _: &[(String, String)]) -> Vec<String> {
    Vec::new()
}

/// Nothing is wrong with any body.
pub(crate) fn body(_: Vendor, _: &str, _: &str, _: &Value) -> Vec<String> {
    Vec::new()
}

/// Nothing is wrong with any answer.
pub(crate) fn answer(_: Vendor, _: &str, _: &Response) -> Vec<String> {
    Vec::new()
}

/// Only what is simulated is known.
pub(crate) fn acronis_operations() -> Vec<Operation> {
    Vec::new()
}
