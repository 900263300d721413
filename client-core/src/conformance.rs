//! Every typed call, with all its parameters, against the contracts (invariant 3).

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tenantry_contracts::Vendor;

use crate::catalogue::{Info, acronis, cpm, ionos};
use crate::request::Request;

fn samples() -> Vec<(Vendor, Request)> {
    let of_acronis = [crate::vendors::acronis::samples(), crate::auth::samples()].concat();
    let of_ionos = crate::vendors::ionos::samples().into_iter().map(|request| (Vendor::Ionos, request));
    of_acronis.into_iter().map(|request| (Vendor::Acronis, request)).chain(of_ionos).collect()
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

/// The operations that the vendors' files name are those of the samples: a call that is declared and not among
/// them would go unchecked. (`cargo xtask coverage` counts by the same names.)
#[test]
fn every_typed_call_is_in_the_samples() {
    let requests = samples();
    let sampled: BTreeSet<&str> = requests.iter().map(|(_, request)| request.operation().id).collect();
    let mut named = BTreeSet::new();
    for folder in ["vendors", "auth"] {
        for text in sources(Path::new("src").join(folder)) {
            for (vendor, all) in [("acronis", acronis::ALL), ("ionos", ionos::ALL), ("cpm", cpm::ALL)] {
                named.extend(constants(&text, vendor).filter_map(|constant| id_of(all, constant)));
            }
        }
    }
    assert!(!named.is_empty());
    assert_eq!(named, sampled);
}

/// The texts of all files of a folder and those below it.
fn sources(folder: PathBuf) -> Vec<String> {
    let mut found = Vec::new();
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(sources(path));
        } else {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
    found
}

/// What follows `acronis::` and looks like a constant.
fn constants<'a>(text: &'a str, vendor: &str) -> impl Iterator<Item = &'a str> {
    let is_letter = |one: char| one.is_ascii_uppercase() || one.is_ascii_digit() || one == '_';
    let prefix = format!("{vendor}::");
    let rest: Vec<&str> = text.split(prefix.as_str()).skip(1).collect();
    rest.into_iter().map(move |rest| rest.split(|one| !is_letter(one)).next().unwrap_or_default())
}

fn id_of(all: &[&'static Info], constant: &str) -> Option<&'static str> {
    // Ids are in snake case or in camel case; the constants are in upper case with underscores.
    let plain = |text: &str| text.replace(|one: char| !one.is_ascii_alphanumeric(), "").to_ascii_lowercase();
    all.iter().find(|info| plain(info.id) == plain(constant)).map(|info| info.id)
}
