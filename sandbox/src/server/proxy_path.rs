//! Which requests the proxy lets through: the operations of the contract, spelled plainly.

use tenantry_contracts::Vendor;

use crate::http::percent_decode;

/// Pages that a person opens in the browser, on the vendor's own origin.
const NEVER: [&str; 3] = ["/api/2/idp/authorize", "/api/2/idp/external-login", "/api/2/idp/logout"];

/// The status that a request line is refused with, if it is.
pub fn refusal(vendor: Vendor, method: &str, path: &str) -> Option<u16> {
    if !is_plain(path) {
        return Some(400);
    }
    let contract = vendor.contract();
    if NEVER.contains(&path) || !contract.has_path(path) {
        return Some(404);
    }
    contract.find(method, path).is_none().then_some(405)
}

/// Without dot segments, double encoding, backslashes and control characters. An encoded slash may stand in
/// a segment (setting names hold slashes), but nothing that would be a dot segment once it is decoded.
fn is_plain(path: &str) -> bool {
    let Some(decoded) = percent_decode(path) else {
        return false;
    };
    let is_escape = |rest: &str| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    let double = decoded.split('%').skip(1).any(is_escape);
    let dots = decoded.split('/').any(|segment| segment == "." || segment == "..");
    let odd = decoded.chars().any(|one| one == '\\' || one.is_control());
    !double && !dots && !odd
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_contract_passes() {
        for (method, path, expected) in [
            ("GET", "/api/2/tenants", None),
            ("POST", "/api/2/tenants:resolve_ids", None),
            ("POST", "/api/2/idp/token", None),
            ("GET", "/.well-known/openid-configuration", None),
            ("GET", "/api/2/applications/a/settings/tenants/b/some%2Fname", None),
            ("PATCH", "/api/2/tenants", Some(405)),
            ("OPTIONS", "/api/2/tenants", Some(405)),
            ("GET", "/api/2/nothing", Some(404)),
            ("GET", "/", Some(404)),
            ("GET", "/api/2/idp/authorize", Some(404)),
            ("GET", "/api/2/idp/external-login", Some(404)),
            ("GET", "/api/2/idp/logout", Some(404)),
        ] {
            assert_eq!(refusal(Vendor::Acronis, method, path), expected, "{method} {path}");
        }
    }

    #[test]
    fn a_route_is_for_its_own_vendor() {
        for (method, path, expected) in [
            ("GET", "/cloudapi/v6/backupunits", None),
            ("PATCH", "/cloudapi/v6/backupunits/x", None),
            ("GET", "/cloudapi/v6/requests/x/status", None),
            ("GET", "/cloudapi/v6/requests", Some(404)),
            ("GET", "/cloudapi/v6/datacenters", Some(404)),
            ("PUT", "/cloudapi/v6/backupunits", Some(405)),
            ("GET", "/api/2/tenants", Some(404)),
        ] {
            assert_eq!(refusal(Vendor::Ionos, method, path), expected, "{method} {path}");
        }
        assert_eq!(refusal(Vendor::Acronis, "GET", "/cloudapi/v6/backupunits"), Some(404));
    }

    #[test]
    fn trickery_is_refused() {
        for path in [
            "/api/2/tenants/../users",
            "/api/2/tenants/%2e%2e",
            "/api/2/tenants/.%2E/x",
            "/api/2/tenants/a%2F..%2Fb",
            "/api/2/tenants/%252e%252e",
            "/api/2/tenants/a%252Fb",
            "/api/2/tenants/a%5Cb",
            "/api/2/tenants/a%00",
            "/api/2/tenants/%zz",
        ] {
            assert_eq!(refusal(Vendor::Acronis, "GET", path), Some(400), "{path}");
        }
    }
}
