//! The shared vectors of the rule: `tests/vectors/inheritance-*.json`, or those of the folder that
//! `TENANTRY_VECTORS` names.

use std::path::PathBuf;

use serde_json::Value;

use crate::acronis::settings::rule::{Chain, Effective, Inheritance, Own, Owner, Walk};
use crate::estate::Number;

struct Case {
    ids: Vec<String>,
    parents: Vec<Option<Number>>,
    own: Vec<Option<Own>>,
    inheritance: Inheritance,
}

impl Chain for Case {
    fn parent(&self, at: Number) -> Option<Number> {
        self.parents[at as usize]
    }

    fn own(&self, at: Number) -> Option<Own> {
        self.own[at as usize].clone()
    }

    fn inheritance(&self) -> Inheritance {
        self.inheritance
    }
}

impl Case {
    fn read(case: &Value) -> Case {
        let tenants = case["tenants"].as_array().unwrap();
        let ids: Vec<String> = tenants.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
        let number = |id: &str| ids.iter().position(|one| one == id).unwrap() as Number;
        let parents = tenants.iter().map(|one| one["parent"].as_str().map(number)).collect();
        let own = ids.iter().map(|id| own(&case["own"][id])).collect();
        let inheritance = match case["inheritance_type"].as_str() {
            None => Inheritance::Absent,
            Some("override") => Inheritance::Override,
            Some("minimum") => Inheritance::Minimum,
            Some(other) => panic!("{other}"),
        };
        Case { parents, own, inheritance, ids }
    }

    fn effective(&self) -> Vec<Option<Effective>> {
        let mut walk = Walk::default();
        (0..self.ids.len()).map(|at| walk.effective(self, at as Number)).collect()
    }

    fn number(&self, id: &str) -> usize {
        self.ids.iter().position(|one| one == id).unwrap()
    }

    fn json(&self, effective: &Effective) -> Value {
        let id = |number: Number| self.ids[number as usize].as_str();
        let owner = match effective.owner {
            Owner::Tenant(number) => id(number),
            Owner::User(_) => panic!("no users here"),
        };
        let value: Value = serde_json::from_str(&effective.value).unwrap();
        let locked_by = effective.locked_by.map(id);
        serde_json::json!({ "value": value, "owner": owner, "lock": effective.lock, "locked_by": locked_by })
    }
}

fn own(json: &Value) -> Option<Own> {
    let flag = |name: &str| json[name].as_bool().unwrap();
    let there = !json.is_null();
    there.then(|| Own {
        value: json["value"].to_string().into(),
        lock: flag("lock"),
        exclusive: flag("exclusive"),
    })
}

fn check(case: &Value) {
    let name = &case["name"];
    let mut tree = Case::read(case);
    let before = tree.effective();
    for (id, effective) in tree.ids.iter().zip(&before) {
        let found = effective.as_ref().map_or(Value::Null, |effective| tree.json(effective));
        assert_eq!(found, case["effective"][id], "{name} {id}");
    }
    let Some(change) = case.get("change") else { return };
    let changed_at = tree.number(change["tenant"].as_str().unwrap());
    tree.own[changed_at] = own(&change["own"]);
    let visible = |one: &Option<Effective>| one.clone().map(|one| (one.value, one.owner, one.lock));
    let pairs = before.iter().zip(tree.effective());
    let differing = pairs.zip(&tree.ids).filter(|((old, new), _)| visible(old) != visible(new));
    let mut changed: Vec<&str> = differing.map(|(_, id)| id.as_str()).collect();
    let mut expected: Vec<&str> =
        case["changed"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    changed.sort_unstable();
    expected.sort_unstable();
    assert_eq!(changed, expected, "{name}");
}

fn files() -> Vec<PathBuf> {
    let ours = PathBuf::from("../tests/vectors");
    let folder = std::env::var_os("TENANTRY_VECTORS").map_or(ours, PathBuf::from);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let is_vectors = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("inheritance-") && name.ends_with(".json")
    };
    entries.map(|entry| entry.unwrap().path()).filter(is_vectors).collect()
}

#[test]
fn vectors() {
    let mut cases = 0;
    for file in files() {
        let list: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        for case in list.as_array().unwrap() {
            check(case);
            cases += 1;
        }
    }
    assert!(cases > 0, "no case was found");
}

#[test]
fn a_deep_chain_needs_no_deep_stack() {
    let asked = || {
        let levels: Number = 20_000;
        let parents = (0..levels).map(|at| at.checked_sub(1)).collect();
        let mut own = vec![None; levels as usize];
        own[0] = Some(Own { value: "7".into(), lock: true, exclusive: false });
        let tree = Case { ids: Vec::new(), parents, own, inheritance: Inheritance::Absent };
        Walk::default().effective(&tree, levels - 1).map(|effective| (effective.owner, effective.locked_by))
    };
    let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(asked).unwrap();
    assert_eq!(thread.join().unwrap(), Some((Owner::Tenant(0), Some(0))));
}
