//! What an operation does to the vendor's objects. The method says it, but for a few operations.

use tenantry_contracts::Operation;

/// What the method alone does not say: the operation, its effect (a variant of `catalogue::Effect`), and why.
/// Where the contract leaves it open, an operation counts as a write: testing a connection may keep what it was
/// given, verifying a one-time token may use it up. So do revoking (after a lost answer nobody knows whether the
/// token still works), and making a one-time token or approving a device (somebody gets in by it).
const EXCEPTIONS: [(&str, &str, &str); 12] = [
    ("idp_token_post", "Token", "gets a token"),
    ("idp_device_authorization_post", "Token", "begins a sign-in by device code"),
    ("idp_ott_login_post", "Token", "signs in by a one-time token"),
    ("login_post", "Token", "signs in"),
    ("token_obtain_api_key_create", "Token", "gets a token for an API key"),
    ("token_refresh_create", "Token", "gets a token for a refresh token"),
    ("idp_introspect_token_post", "Read", "tells what a token is; a form, so that no URL holds the token"),
    ("tenants_resolve_ids_post", "Read", "tells the ids of up to 100 tenants, which stand in the body"),
    ("users_check_password_post", "Read", "tells whether a password is known to be leaked"),
    ("idp_authorize_get", "Page", "the vendor's own page for a browser to go to"),
    ("idp_external_login_get", "Page", "the same"),
    ("idp_logout_get", "Page", "the same; it ends the vendor's session"),
];

/// The variant of `catalogue::Effect`.
pub fn of(operation: &Operation) -> &'static str {
    let exception = EXCEPTIONS.iter().find(|(id, ..)| *id == operation.id);
    match (exception, operation.method.as_str()) {
        (Some((_, effect, _)), _) => effect,
        (None, "GET" | "HEAD") => "Read",
        (None, _) => "Write",
    }
}

/// Whether a request can be made of it: the same as `Request::dynamic` in client-core, whose test makes one of
/// each operation that this counts.
pub fn is_callable(operation: &Operation) -> bool {
    of(operation) != "Page"
}

#[cfg(test)]
mod tests {
    use tenantry_contracts::Vendor;

    use super::*;

    #[test]
    fn each_exception_is_an_operation_and_differs_from_its_method() {
        let all: Vec<&Operation> =
            Vendor::ALL.into_iter().flat_map(|vendor| &vendor.contract().operations).collect();
        for (id, effect, _) in EXCEPTIONS {
            let operation = all.iter().find(|one| one.id == id).unwrap_or_else(|| panic!("{id}"));
            let is_read = operation.method == "GET";
            assert_eq!(effect == "Page", is_read, "{id}");
        }
        let writes = all.iter().filter(|one| of(one) == "Write");
        assert!(writes.clone().count() > 150 && writes.clone().all(|one| one.method != "GET"));
    }
}
