//! The design's vectors, or those of another folder: `TENANTRY_VECTORS=folder cargo test vectors`.

use std::path::PathBuf;

use serde_json::Value as Json;

use super::super::naive::{Naive, NaiveOwn};
use super::estate::{Estate, own_of};

fn folder() -> PathBuf {
    let own = || PathBuf::from("../tests/vectors");
    std::env::var_os("TENANTRY_VECTORS").map_or_else(own, PathBuf::from)
}

fn cases() -> Vec<Json> {
    let files = std::fs::read_dir(folder()).expect("the folder of the vectors");
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with("inheritance-") && name.ends_with(".json")
    });
    paths.sort();
    let read = |path: PathBuf| -> Vec<Json> {
        serde_json::from_slice(&std::fs::read(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    paths.into_iter().flat_map(read).collect()
}

fn own(json: &Json) -> NaiveOwn {
    NaiveOwn {
        value: json["value"].clone(),
        lock: json["lock"].as_bool().unwrap(),
        exclusive: json["exclusive"].as_bool().unwrap(),
    }
}

fn check(case: &Json) {
    let name = case["name"].as_str().unwrap();
    let text = |json: &Json| json.as_str().map(str::to_owned);
    let tenants: Vec<(String, Option<String>)> = case["tenants"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tenant| {
            (text(&tenant["id"]).unwrap(), text(&tenant["parent"]).filter(|up| *up != tenant["id"]))
        })
        .collect();
    let owns = case["own"].as_object().unwrap().iter().filter(|(_, own)| !own.is_null());
    let naive = Naive {
        parents: tenants.iter().cloned().collect(),
        own: owns.map(|(tenant, json)| (tenant.clone(), own(json))).collect(),
        minimum: case["inheritance_type"] == "minimum",
    };
    let order: Vec<String> = tenants.into_iter().map(|(tenant, _)| tenant).collect();
    let mut estate = Estate::of(&naive, &order);
    let resolved = estate.resolved();
    for tenant in &order {
        let found = estate.effective(&resolved, tenant).map(|one| {
            serde_json::json!({"value": one.value, "owner": one.owner, "lock": one.lock, "locked_by": one.locked_by})
        });
        let wanted = case["effective"].get(tenant).cloned().unwrap_or(Json::Null);
        assert!(
            same(&found.clone().unwrap_or(Json::Null), &wanted),
            "{name}, {tenant}: {found:?}, not {wanted}"
        );
    }
    let Some(change) = case.get("change").filter(|change| !change.is_null()) else { return };
    let after = (!change["own"].is_null()).then(|| own_of(&own(&change["own"])));
    let mut wanted: Vec<String> = case["changed"].as_array().unwrap().iter().filter_map(text).collect();
    wanted.sort();
    assert_eq!(estate.changed(change["tenant"].as_str().unwrap(), after.as_ref()), wanted, "{name}");
}

/// Numbers may be written in more than one way.
fn same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Object(one), Json::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| other.get(key).is_some_and(|other| same(value, other)))
        }
        _ if one.is_number() && other.is_number() => one.as_f64() == other.as_f64(),
        _ => one == other,
    }
}

#[test]
fn vectors() {
    let cases = cases();
    assert!(!cases.is_empty(), "no case in {}", folder().display());
    cases.iter().for_each(check);
    println!("{} cases", cases.len());
}
