//! Every typed call, with all its parameters, against the contracts (invariant 3).

use tenantry_contracts::Vendor;

use crate::request::Request;

fn samples() -> Vec<(Vendor, Request)> {
    let acronis = [crate::vendors::acronis::samples(), crate::auth::samples()].concat();
    let ionos = crate::vendors::ionos::samples().into_iter().map(|request| (Vendor::Ionos, request));
    acronis.into_iter().map(|request| (Vendor::Acronis, request)).chain(ionos).collect()
}

#[test]
fn every_typed_call_fits_its_contract() {
    for (vendor, request) in samples() {
        let (contract, info) = (vendor.contract(), request.operation());
        let operation =
            contract.operation(info.id).unwrap_or_else(|| panic!("{} is not in the contract", info.id));
        let path = format!("{}{}", info.base, request.path());
        let found =
            contract.find(info.method.as_str(), &path).unwrap_or_else(|| panic!("no operation at {path}"));
        assert_eq!(found.operation.id, info.id, "{path}");
        let query: Vec<(String, String)> =
            request.query_pairs().iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let mut faults = contract.check_query(operation, &query);
        let declared = |name: &str| info.parameters.iter().any(|one| one.name.eq_ignore_ascii_case(name));
        for (name, _) in request.headers() {
            assert!(declared(name), "{}: the header {name} is not in the contract", info.id);
        }
        // A further page is asked for by its cursor alone.
        match request.body() {
            Some(("application/json", body)) => {
                let body = serde_json::from_slice(&body.0).unwrap();
                faults.extend(contract.check_request_body(operation, "application/json", &body));
            }
            Some((media, _)) => assert!(operation.request_body.contains_key(media), "{}: {media}", info.id),
            None => assert!(!operation.request_body_required, "{}: body missing", info.id),
        }
        assert!(faults.is_empty(), "{}: {faults:?}", info.id);
    }
}

/// `impl Call for` stands in the sources as often as the samples have operations and shapes.
#[test]
fn every_typed_call_is_in_the_samples() {
    let sampled: std::collections::BTreeSet<&str> =
        samples().iter().map(|(_, request)| request.operation().id).collect();
    let mut declared = std::collections::BTreeSet::new();
    for folder in ["vendors/acronis", "vendors/ionos", "vendors/cpm", "auth"] {
        let path = format!("{}/src/{folder}", env!("CARGO_MANIFEST_DIR"));
        let files = std::fs::read_dir(path).into_iter().flatten().flatten();
        for text in files.filter_map(|file| std::fs::read_to_string(file.path()).ok()) {
            declared.extend(text.lines().filter_map(operation_of));
        }
    }
    assert!(!declared.is_empty());
    assert_eq!(declared, sampled.iter().map(|id| (*id).to_owned()).collect());
}

/// `const OPERATION: &'static Info = &acronis::TENANTS_GET.0;`
fn operation_of(line: &str) -> Option<String> {
    let constant = line.trim().strip_prefix("const OPERATION: &'static Info = &")?.strip_suffix(".0;")?;
    let (vendor, name) = constant.split_once("::")?;
    let all = match vendor {
        "acronis" => crate::catalogue::acronis::ALL,
        "ionos" => crate::catalogue::ionos::ALL,
        _ => crate::catalogue::cpm::ALL,
    };
    // Ids are in snake case or in camel case; the constants are in upper case with underscores.
    let plain = |text: &str| text.replace(|one: char| !one.is_ascii_alphanumeric(), "").to_ascii_lowercase();
    let id = |info: &&&crate::catalogue::Info| plain(info.id) == plain(name);
    all.iter().find(id).map(|info| info.id.to_owned())
}
