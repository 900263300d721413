//! Requests to an operation that is known at run time only: checked against the catalogue where typed calls are
//! checked by the compiler.

use super::Request;
use crate::catalogue::{Effect, Info, Place};
use crate::encode::is_dot_segment;
use crate::transport::Payload;

/// Why no request can be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    /// Too few or too many values for the path.
    #[error("{operation} has {expected} values in its path, and {given} were given")]
    PathValues {
        /// The contract's operation id.
        operation: &'static str,
        /// How many the path has.
        expected: usize,
        /// How many there are.
        given: usize,
    },
    /// A value that is nothing, or that a URL parser takes as "here" or "up": the path would be another's.
    #[error("`{value}` cannot stand in a path")]
    PathValue {
        /// The value.
        value: String,
    },
    /// The contract has no such parameter.
    #[error("{operation} has no parameter `{name}`")]
    Parameter {
        /// The contract's operation id.
        operation: &'static str,
        /// The name.
        name: String,
    },
    /// The contract has no such body.
    #[error("{operation} takes no body of the type `{media}`")]
    Body {
        /// The contract's operation id.
        operation: &'static str,
        /// The media type.
        media: String,
    },
    /// It is a page for the browser to go to.
    #[error("{operation} is a page of the vendor's, not a request")]
    Page {
        /// The contract's operation id.
        operation: &'static str,
    },
}

impl Request {
    /// A request to any operation of the catalogue, with the values of its path parameters in the path's order.
    pub fn dynamic(operation: &'static Info, path_values: &[&str]) -> Result<Request, Unfit> {
        if operation.effect == Effect::Page {
            return Err(Unfit::Page { operation: operation.id });
        }
        let (expected, given) = (operation.path_parameters().count(), path_values.len());
        if expected != given {
            return Err(Unfit::PathValues { operation: operation.id, expected, given });
        }
        match path_values.iter().find(|value| value.is_empty() || is_dot_segment(value)) {
            Some(value) => Err(Unfit::PathValue { value: (*value).to_owned() }),
            None => Ok(Request::filled(operation, path_values)),
        }
    }

    /// With a parameter of the contract's, in the query or as a header.
    pub fn parameter(self, name: &str, value: impl ToString) -> Result<Request, Unfit> {
        let operation = self.operation;
        match operation.parameters.iter().find(|one| one.name == name) {
            Some(one) if one.place == Place::Query => Ok(self.query(one.name, value)),
            Some(one) => Ok(self.header(one.name, value)),
            None => Err(Unfit::Parameter { operation: operation.id, name: name.to_owned() }),
        }
    }

    /// With a body of one of the contract's media types, as it is.
    pub fn bytes(mut self, media: &str, bytes: Vec<u8>) -> Result<Request, Unfit> {
        let Some(media) = self.operation.body.iter().find(|one| **one == media) else {
            return Err(Unfit::Body { operation: self.operation.id, media: media.to_owned() });
        };
        self.body = Some((media, Payload(bytes)));
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{acronis, cpm, ionos};

    /// `cargo xtask coverage` counts these as callable.
    #[test]
    fn every_operation_that_is_no_page_can_be_sent() {
        use tenantry_contracts::Vendor;
        let vendors =
            [(Vendor::Acronis, acronis::ALL, 3), (Vendor::Ionos, ionos::ALL, 0), (Vendor::Cpm, cpm::ALL, 0)];
        for (vendor, all, pages) in vendors {
            let (contract, mut refused) = (vendor.contract(), 0);
            for info in all {
                let values: Vec<&str> = info.path_parameters().map(|_| "a b/c").collect();
                let mut request = match Request::dynamic(info, &values) {
                    Ok(request) => request,
                    Err(unfit) => {
                        assert_eq!(unfit, Unfit::Page { operation: info.id });
                        refused += 1;
                        continue;
                    }
                };
                let path = format!("{}{}", info.base, request.path());
                let found = contract.find(info.method.as_str(), &path);
                assert_eq!(found.map(|one| one.operation.id.as_str()), Some(info.id), "{path}");
                for one in info.parameters {
                    request = request.parameter(one.name, 1).unwrap();
                }
                let sent = request.query_pairs().len() + request.headers().len();
                assert_eq!(sent, info.parameters.len(), "{}", info.id);
                for media in info.body {
                    request = request.bytes(media, vec![1]).unwrap();
                }
                assert_eq!(request.body().map(|(media, _)| media), info.body.last().copied());
            }
            assert_eq!(refused, pages, "{vendor:?}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let read = &acronis::TENANT_READ.0;
        for given in [&[][..], &["a", "b"][..]] {
            let error = Request::dynamic(read, given).unwrap_err();
            assert_eq!(
                error.to_string(),
                format!("tenant_read has 1 values in its path, and {} were given", given.len())
            );
        }
        for value in ["", ".", "..", "%2e%2E"] {
            let error = Request::dynamic(read, &[value]).unwrap_err();
            assert_eq!(error, Unfit::PathValue { value: value.to_owned() });
        }
        let request = Request::dynamic(read, &["../x"]).unwrap();
        assert_eq!(request.path(), "/tenants/..%2Fx");
        assert!(matches!(request.clone().parameter("lod", 1), Err(Unfit::Parameter { .. })));
        assert!(matches!(request.bytes("application/json", Vec::new()), Err(Unfit::Body { .. })));
    }
}
